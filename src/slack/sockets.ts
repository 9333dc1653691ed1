import { setTimeout as pause } from 'node:timers/promises';
import type { App, AppOptions, Logger, Receiver } from '@slack/bolt';
import { SocketModeReceiver } from '@slack/bolt';
import type { Connection as Link } from '../base/observe.ts';
import { type Instant, SECOND } from '../base/time.ts';

export interface SocketOptions {
  readonly appToken: string;
  readonly clientOptions: NonNullable<AppOptions['clientOptions']>;
  readonly logger: Logger;
  readonly now: () => Instant;
}

/** Slack takes up to ten, and gives each delivery to one of those that are open. */
const CONNECTIONS = 2;
const HELLO_MS = 10 * SECOND;
/** A connection that ends sooner is a failure. */
const LASTING_MS = 10 * SECOND;
const CLOSE_MS = SECOND;
const LONGEST_PAUSE_MS = 30 * SECOND;

/**
 * Two connections in Socket Mode, so that while Slack renews one the other hears. Bolt's own reconnecting is not used:
 * it is deaf for five seconds, and ends the process when a token fails or the program stops meanwhile.
 */
export function socketReceiver(options: SocketOptions): Receiver & { readonly connections: () => readonly Link[] } {
  const open = new Set<Connection>();
  const links = Array.from({ length: CONNECTIONS }, (_, index) => ({
    ...{ name: `socket ${index + 1}`, isOpen: false, lost: 0 },
  }));
  const stopping = new AbortController();
  const { signal } = stopping;
  let app: App | undefined;
  const connect = async (): Promise<Connection> => {
    if (!app) throw new Error('not initialised');
    const connection = await openConnection(options, app, signal);
    open.add(connection);
    return connection;
  };
  /** Opens the next when one ends, until the program stops; more slowly when none lasts. */
  const keep = async (link: (typeof links)[number], first?: Connection): Promise<void> => {
    let connection = first;
    for (let failures = 0; !signal.aborted; ) {
      const since = options.now();
      try {
        connection ??= await connect();
        link.isOpen = true;
        await connection.ended;
        open.delete(connection);
      } catch {} // Bolt has logged why
      connection = undefined;
      link.isOpen = false;
      if (!signal.aborted) link.lost += 1;
      failures = options.now() - since < LASTING_MS ? failures + 1 : 0;
      if (failures > 1)
        await pause(Math.min(LONGEST_PAUSE_MS, 250 * 2 ** failures), undefined, { signal }).catch(() => {});
    }
  };
  return {
    connections: () => links,
    init(initialised: App) {
      app = initialised;
    },
    async start() {
      const first = await connect();
      for (const [index, link] of links.entries()) void keep(link, index === 0 ? first : undefined);
    },
    async stop() {
      stopping.abort();
      await Promise.all([...open].map(({ close }) => close()));
    },
  };
}

interface Connection {
  readonly ended: Promise<void>;
  readonly close: () => Promise<void>;
}

/** A connection that Slack has greeted. Throws when there is none to be had. */
async function openConnection(
  { appToken, clientOptions, logger }: SocketOptions,
  app: App,
  stopping: AbortSignal,
): Promise<Connection> {
  const receiver = new SocketModeReceiver({
    ...{ appToken, logger, autoReconnectEnabled: false },
    installerOptions: { clientOptions: { ...clientOptions } },
  });
  receiver.init(app);
  const ended = new Promise<void>((resolve) => receiver.client.once('disconnected', () => resolve()));
  const close = async (): Promise<void> => {
    await receiver.stop();
    await Promise.race([ended, pause(CLOSE_MS)]);
  };
  const late = new AbortController();
  try {
    await Promise.race([receiver.start(), pause(HELLO_MS, undefined, { signal: late.signal }).then(fail)]);
  } catch (error) {
    await close();
    throw error ?? new Error('the connection ended before it began');
  } finally {
    late.abort();
  }
  if (stopping.aborted) await close();
  return { ended, close };
}

function fail(): never {
  throw new Error('Slack did not greet the connection');
}
