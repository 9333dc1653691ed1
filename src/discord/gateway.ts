import { type APIInteraction, Client, Events, GatewayDispatchEvents, Status } from 'discord.js';
import type { Log } from '../base/log.ts';
import type { Connection } from '../base/observe.ts';
import { PlatformError } from '../base/platform-error.ts';
import { printableLine } from '../base/printable.ts';
import { keepingSession } from './keep-session.ts';
import { INTENTS } from './rights.ts';

/** Which of the gateway's connections are this process's: numbers from 0, of so many in all. */
export interface Shards {
  readonly ids: readonly number[];
  readonly count: number;
}

export interface GatewayOptions {
  readonly token: string;
  readonly apiUrl: string;
  /** Undefined: as many as Discord recommends, all of them. */
  readonly shards: Shards | undefined;
  /** For a call of the library's own, in milliseconds. */
  readonly timeoutMs: number;
  readonly log: Log;
}

export interface Gateway {
  readonly application: string;
  /** Rejects with a PlatformError if Discord closes it for good. */
  readonly ended: Promise<never>;
  /** As they are now, one a shard. */
  readonly connections: () => readonly Connection[];
  readonly close: () => Promise<void>;
}

/** Connects, and hands on every interaction that comes. Throws a PlatformError if Discord will not have it. */
export async function openGateway(
  { token, apiUrl: api, shards, timeoutMs: timeout, log }: GatewayOptions,
  take: (interaction: APIInteraction) => void,
): Promise<Gateway> {
  const client = new Client({
    ...{ intents: INTENTS, allowedMentions: { parse: [] }, rest: { api, timeout } },
    ...(shards ? { shards: [...shards.ids], shardCount: shards.count } : { shards: 'auto' }),
    ws: { buildStrategy: keepingSession },
  });
  const { promise: ended, reject: fail } = Promise.withResolvers<never>();
  ended.catch(() => {}); // whoever opens this may look at it later
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction) => {
    take({ ...interaction });
    // The library would make an object of it too, and throw at any part that it does not know, which ends the process.
    Object.assign(interaction, { type: 0, channel: null });
  });
  client.on(Events.ShardDisconnect, ({ code }) => fail(new PlatformError(describeClose(code))));
  logEvents(client, log);
  const lost = new Map<number, number>();
  client.on(Events.ShardReconnecting, (shard) => lost.set(shard, (lost.get(shard) ?? 0) + 1));
  await connect(client, token);
  return {
    application: client.application?.id ?? '',
    ended,
    connections: () =>
      client.ws.shards.map(({ id, status, ping }) => connectionOf(id, status, ping, lost.get(id) ?? 0)),
    async close() {
      client.removeAllListeners(Events.ShardReconnecting); // this time it is not lost
      await client.destroy();
    },
  };
}

/** The ping is −1 until the first heartbeat has been answered. */
const connectionOf = (shard: number, status: Status, ping: number, lost: number): Connection => ({
  ...{ name: `shard ${shard}`, isOpen: status === Status.Ready, lost },
  ...(ping >= 0 && { pingMs: ping }),
});

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

function logEvents(client: Client, log: Log): void {
  client.on(Events.Error, (error) => log(`discord: ${printableLine(error.message)}`, 'error'));
  client.on(Events.Warn, (warning) => log(`discord: ${printableLine(warning)}`, 'warn'));
  client.on(Events.ShardError, (error) => log(`discord: gateway: ${printableLine(error.message)}`, 'warn'));
  client.on(Events.ShardReconnecting, () => log('discord: gateway lost, reconnecting', 'warn'));
  client.on(Events.ShardResume, (_, replayed) => log(`discord: gateway resumed, ${replayed} events replayed`));
}

/** Codes: Discord's Opcodes and Status Codes, Gateway Close Event Codes. */
function describeClose(code: number): string {
  if (code === 4004) return 'Discord does not take DISCORD_TOKEN. Make a new one in the developer portal, under Bot.';
  if (code === 4010 || code === 4011)
    return `Discord wants more shards than DISCORD_SHARDS says, or others (${code}). Leave it out to have as many as Discord recommends.`;
  if (code === 4014) return 'Discord does not allow the intents that were asked for (4014).';
  return `Discord closed the gateway for good (${code}).`;
}
