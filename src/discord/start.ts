/**
 * Serves Discord: interactions come in by the gateway or by HTTP, answers go out by REST. `receive` reads what somebody
 * did, `render` draws the reply, `commands` is what Discord offers, and `serve` answers in time; only this file connects.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordAPIError, REST, RESTEvents, type RESTOptions, Routes } from 'discord.js';
import type { Log } from '../base/log.ts';
import type { Connection as Link } from '../base/observe.ts';
import { PlatformError } from '../base/platform-error.ts';
import { printableLine } from '../base/printable.ts';
import type { Courier } from '../tutor/courier.ts';
import type { Endpoint } from '../web/endpoint.ts';
import { answerOver, callsOver } from './calls.ts';
import { channelCallsOver } from './channel-calls.ts';
import { applicationCommands } from './commands.ts';
import { discordCourier } from './courier.ts';
import { openGateway, type Shards } from './gateway.ts';
import { interactionsEndpoint } from './http.ts';
import { paintedFor } from './painted-for.ts';
import { registerCommands } from './register.ts';
import { openService, type Service } from './serve.ts';
import type { Tutor } from './tutor.ts';

export interface DiscordSettings {
  readonly token: string;
  /** Absent: the one that the token belongs to. */
  readonly application?: string;
  /** Given where interactions come by HTTP, and not by the gateway: the application's key, 64 hexadecimal digits. */
  readonly publicKey?: string;
  /** Given where the commands are to be registered in some servers only: their ids. */
  readonly guilds?: readonly string[];
  /** Given where other processes have the rest of them; else as many as Discord recommends, all here. */
  readonly shards?: Shards;
  /** Such as `https://discord.com/api`. */
  readonly apiUrl: string;
}

/** A platform that is being served. */
export interface Running {
  /** What is to be listened for by HTTP; nothing where interactions come by the gateway. */
  readonly endpoints: readonly Endpoint[];
  /** Those of the gateway; none by HTTP. */
  readonly connections: () => readonly Link[];
  /** Posts what nobody asked for just now. */
  readonly courier: Courier;
  /** Rejects if it can be served no longer. */
  readonly ended: Promise<void>;
  /** Takes no more work and finishes what was taken, within ten seconds. */
  stop(): Promise<void>;
}

/** A second try still comes within the three seconds that Discord waits. */
const CALL_MS = 2500;
const FINISH_MS = 8000;
/** The library keeps something for each interaction that was followed up, by itself for an hour. */
const SWEEP_MS = 60_000;

/** Connects, registers the commands if they have changed, and serves until stopped. Throws a PlatformError if Discord will not have it. */
export async function startDiscord(settings: DiscordSettings, tutor: Tutor): Promise<Running> {
  const rest = restFor(settings, tutor.log, UNLIMITED);
  // One of its own: what is posted of our own accord must keep nobody waiting who asked.
  const posting = restFor(settings, tutor.log, { rejectOnRateLimit: () => true });
  const service = openService(tutor);
  const { endpoints, ended, application, connections, close } = await connect(settings, rest, service, tutor);
  const courier = discordCourier(channelCallsOver(posting), tutor.now, (reply) => paintedFor(tutor, reply));
  await register(rest, settings.application ?? application, settings.guilds ?? [], tutor);
  return {
    ...{ endpoints, ended, connections, courier },
    async stop() {
      await Promise.race([service.finish(), sleep(FINISH_MS, undefined, { ref: false })]);
      await close();
      for (const each of [rest, posting]) {
        each.clearHashSweeper();
        each.clearHandlerSweeper();
      }
    },
  };
}

/** What answers interactions does not count towards the fifty calls a second that a bot has. Source: Rate Limits, Global Rate Limit. */
const UNLIMITED: Partial<RESTOptions> = { globalRequestsPerSecond: Number.POSITIVE_INFINITY };

function restFor({ apiUrl: api, token }: DiscordSettings, log: Log, over: Partial<RESTOptions> = {}): REST {
  const rest = new REST({ api, timeout: CALL_MS, retries: 0, handlerSweepInterval: SWEEP_MS, ...over }).setToken(token);
  rest.on(RESTEvents.RateLimited, ({ route, retryAfter }) =>
    log(`discord: rate limit on ${route}, ${retryAfter} ms`, 'warn'),
  );
  return rest;
}

type Connection = Omit<Running, 'stop' | 'courier'> & {
  readonly application: string;
  readonly close: () => Promise<void>;
};

/** By the gateway; or, with a public key, by HTTP. */
async function connect(
  { token, apiUrl, publicKey, shards }: DiscordSettings,
  rest: REST,
  service: Service,
  { now, log }: Tutor,
): Promise<Connection> {
  if (publicKey === undefined) {
    const calls = callsOver(rest, answerOver(rest));
    const gateway = await openGateway({ token, apiUrl, shards, timeoutMs: CALL_MS, log }, (interaction) => {
      void service.take(interaction, calls);
    });
    return { ...gateway, endpoints: [] };
  }
  const application = await applicationBehind(rest);
  const endpoint = interactionsEndpoint({ publicKey, now, log }, (interaction, answer) =>
    service.take(interaction, callsOver(rest, answer)),
  );
  const unending = { ended: new Promise<void>(() => {}), close: async () => {} };
  return { endpoints: [endpoint], application, connections: () => [], ...unending };
}

/** The id of the application that the token belongs to. Throws a PlatformError if Discord will not say. */
async function applicationBehind(rest: REST): Promise<string> {
  try {
    return ((await rest.get(Routes.currentApplication())) as { readonly id: string }).id;
  } catch (cause) {
    const isRefused = cause instanceof DiscordAPIError && cause.status === 401;
    const why = isRefused
      ? 'Discord does not take DISCORD_TOKEN. Make a new one in the developer portal, under Bot.'
      : `Discord cannot be reached: ${printableLine(cause instanceof Error ? cause.message : String(cause))}`;
    throw new PlatformError(why, { cause });
  }
}

/** Commands that cannot be registered now may be there from before: no reason to serve nobody. */
async function register(
  rest: REST,
  application: string,
  guilds: readonly string[],
  { declarations, translations, log }: Tutor,
): Promise<void> {
  try {
    const commands = applicationCommands(declarations, translations);
    const changed = await registerCommands(rest, application, commands, guilds);
    log(`discord: ready as application ${application}; commands ${changed ? 'registered' : 'unchanged'}`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    log(`discord: ready as application ${application}; commands not registered: ${printableLine(why)}`, 'warn');
  }
}
