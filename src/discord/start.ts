/**
 * Serves Discord: interactions come in by the gateway, answers go out by REST. `receive` reads what somebody did,
 * `render` draws the reply, `commands` is what Discord offers, and `serve` answers in time; only this file connects.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Events, GatewayDispatchEvents, REST, RESTEvents } from 'discord.js';
import { PlatformError } from '../base/platform-error.ts';
import { printableLine } from '../base/printable.ts';
import { callsOver } from './calls.ts';
import { applicationCommands } from './commands.ts';
import { registerCommands } from './register.ts';
import { openService } from './serve.ts';
import type { Tutor } from './tutor.ts';

export interface DiscordSettings {
  readonly token: string;
  /** Absent: the one that the token belongs to. */
  readonly application?: string;
  /** Such as `https://discord.com/api`. */
  readonly apiUrl: string;
}

/** A platform that is being served. */
export interface Running {
  /** Rejects if it can be served no longer; otherwise resolves when it was stopped. */
  readonly ended: Promise<void>;
  /** Takes no more work and finishes what was taken, within ten seconds. */
  stop(): Promise<void>;
}

/** Interactions need none: no messages, no members, no presence. */
const INTENTS = [] as const;
/** A second try still comes within the three seconds that Discord waits. */
const CALL_MS = 2500;
const FINISH_MS = 8000;

/** Connects, registers the commands if they have changed, and serves until stopped. Throws a PlatformError if Discord will not have it. */
export async function startDiscord(settings: DiscordSettings, tutor: Tutor): Promise<Running> {
  const { token, apiUrl: api } = settings;
  const rest = new REST({ api, timeout: CALL_MS, retries: 0 }).setToken(token);
  const client = new Client({ intents: INTENTS, allowedMentions: { parse: [] }, rest: { api, timeout: CALL_MS } });
  const service = openService(tutor, callsOver(rest));
  const { promise: ended, resolve: end, reject: fail } = Promise.withResolvers<void>();
  ended.catch(() => {}); // whoever starts this may look at it later

  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction) => {
    service.take({ ...interaction });
    // The library would make an object of it too, and throw at any part that it does not know, which ends the process.
    Object.assign(interaction, { type: 0, channel: null });
  });
  client.on(Events.ShardDisconnect, ({ code }) => fail(new PlatformError(describeClose(code))));
  logEvents(client, rest, tutor.log);

  await connect(client, token);
  await register(client, rest, settings, tutor);

  async function stop(): Promise<void> {
    await Promise.race([service.finish(), sleep(FINISH_MS, undefined, { ref: false })]);
    client.removeAllListeners(Events.ShardReconnecting); // this time it is not lost
    await client.destroy();
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
    end();
  }
  return { ended, stop };
}

async function connect(client: Client, token: string): Promise<void> {
  const ready = new Promise<void>((resolve, reject) => {
    client.once(Events.ClientReady, () => resolve());
    client.once(Events.ShardDisconnect, ({ code }) => reject(new PlatformError(describeClose(code))));
  });
  ready.catch(() => {}); // login may fail first
  try {
    await client.login(token);
    await ready;
  } catch (error) {
    await client.destroy();
    if (error instanceof PlatformError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new PlatformError(`Discord cannot be reached, or does not take DISCORD_TOKEN: ${printableLine(why)}`, {
      cause: error,
    });
  }
}

/** Commands that cannot be registered now may be there from before: no reason to serve nobody. */
async function register(
  client: Client,
  rest: REST,
  settings: DiscordSettings,
  { declarations, log }: Tutor,
): Promise<void> {
  const application = settings.application ?? client.application?.id ?? '';
  try {
    const changed = await registerCommands(rest, application, applicationCommands(declarations));
    log(`discord: ready as ${client.user?.tag}; commands ${changed ? 'registered' : 'unchanged'}`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    log(`discord: ready as ${client.user?.tag}; commands not registered: ${printableLine(why)}`);
  }
}

function logEvents(client: Client, rest: REST, log: (line: string) => void): void {
  client.on(Events.Error, (error) => log(`discord: ${printableLine(error.message)}`));
  client.on(Events.Warn, (warning) => log(`discord: ${printableLine(warning)}`));
  client.on(Events.ShardError, (error) => log(`discord: gateway: ${printableLine(error.message)}`));
  client.on(Events.ShardReconnecting, () => log('discord: gateway lost, reconnecting'));
  client.on(Events.ShardResume, (_, replayed) => log(`discord: gateway resumed, ${replayed} events replayed`));
  rest.on(RESTEvents.RateLimited, ({ route, retryAfter }) => log(`discord: rate limit on ${route}, ${retryAfter} ms`));
}

/** Codes: Discord's Opcodes and Status Codes, Gateway Close Event Codes. */
function describeClose(code: number): string {
  if (code === 4004) return 'Discord does not take DISCORD_TOKEN. Make a new one in the developer portal, under Bot.';
  if (code === 4014) return 'Discord does not allow the intents that were asked for (4014).';
  return `Discord closed the gateway for good (${code}).`;
}
