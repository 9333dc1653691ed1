import type { Internet } from '../resolver/internet.ts';
import type { Handler } from './handler.ts';
import { ListenError, type Listener } from './listener.ts';
import { RESOLVER_ADDRESS } from './loopback.ts';
import { nameServerHandler } from './name-server-handler.ts';
import { type ResolverSetup, resolverHandler } from './resolver-handler.ts';
import { listenTcp } from './tcp.ts';
import { listenUdp } from './udp.ts';

/** An Internet on real sockets, until it is closed. */
export interface ServedInternet {
  readonly port: number;
  close(): Promise<void>;
}

export interface ServeOptions extends Omit<ResolverSetup, 'internet'> {
  /** The port at every address; 0 takes one that is free at the resolver's. */
  readonly port: number;
  /** Is told what went wrong with a single message; serving goes on. */
  readonly fault: (error: unknown) => void;
}

/**
 * Serves every name server at its own address, which must be one of loopback, and a recursive resolver at 127.0.0.1,
 * over UDP and TCP. Rejects with a ListenError, and leaves no socket open, when one cannot be opened.
 */
export async function serveInternet(internet: Internet, options: ServeOptions): Promise<ServedInternet> {
  for (let left = options.port === 0 ? MOST_TRIES : 1; ; left--) {
    try {
      return await serveOnce(internet, options);
    } catch (error) {
      if (left <= 1 || !(error instanceof ListenError)) throw error;
    }
  }
}

/** A port that is free over UDP at one address may be taken over TCP, or at another: then one more is drawn. */
const MOST_TRIES = 5;

async function serveOnce(internet: Internet, options: ServeOptions): Promise<ServedInternet> {
  const { port, fault, ...resolver } = options;
  const listeners: Listener[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(listeners.splice(0).map((listener) => listener.close()));
  };
  const listen = async (address: string, at: number, handler: Handler): Promise<number> => {
    const udp = await listenUdp(address, at, handler, fault);
    listeners.push(udp);
    listeners.push(await listenTcp(address, udp.port, handler, fault));
    return udp.port;
  };
  try {
    const taken = await listen(RESOLVER_ADDRESS, port, resolverHandler({ internet, ...resolver }));
    const opened = Array.from(internet.servers, ([address, server]) =>
      listen(address, taken, nameServerHandler(server)),
    );
    const failed = (await Promise.allSettled(opened)).find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    return { port: taken, close };
  } catch (error) {
    await close();
    throw error;
  }
}
