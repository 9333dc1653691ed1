/**
 * HTTP as the platforms need it: one address for all that is served by HTTP, whose paths belong to the adapters. It knows
 * no platform and no signature; a proxy before it has the certificate.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlatformError } from '../base/platform-error.ts';
import { SECOND } from '../base/time.ts';
import type { Endpoint } from './endpoint.ts';

export interface Address {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** Is told of each request that was answered; of paths that nobody has only that they are `other`. */
export type ObserveResponse = (path: string, status: number) => void;

export interface ListenOptions {
  readonly observe?: ObserveResponse;
  /** What says where to listen. */
  readonly variables?: string;
  /** How long a request may take to arrive, its head and body together; milliseconds. */
  readonly requestMs?: number;
}

export interface Listening {
  /** The one that was taken, if any would do. */
  readonly port: number;
  /** Takes no more connections once those on their way are there; resolves when every request is answered or a second has passed. */
  readonly stop: () => Promise<void>;
}

const REQUEST_MS = 10 * SECOND;
/** Who sends a request letter by letter is cut off so long after their time at most; by default Node looks twice a minute. */
const CHECKED_MS = SECOND;
/** Each is a file of the process, of which there are not many; platforms use a few dozen. */
const MOST_CONNECTIONS = 1000;
const STOP_MS = SECOND;
const ARRIVAL_MS = 100;

/** Answers at an address; what no endpoint has is 404. Throws a PlatformError when nothing can listen there. */
export async function listen(
  { host, port }: Address,
  endpoints: readonly Endpoint[],
  { observe = () => {}, variables = 'HOST and PORT', requestMs = REQUEST_MS }: ListenOptions = {},
): Promise<Listening> {
  const byPath = new Map(endpoints.map(({ path, handle }) => [path, handle]));
  const timeouts = { requestTimeout: requestMs, headersTimeout: requestMs, connectionsCheckingInterval: CHECKED_MS };
  const server = createServer(timeouts, (request, response) => {
    const path = request.url?.replace(/\?.*$/, '') ?? '';
    const handle = byPath.get(path);
    response.once('finish', () => observe(handle ? path : 'other', response.statusCode));
    if (handle) handle(request, response);
    else response.writeHead(404).end();
  });
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(new PlatformError(notHere({ host, port }, variables), { cause })));
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      await sleep(ARRIVAL_MS);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), STOP_MS).unref();
      });
    },
  };
}

const notHere = ({ host, port }: Address, variables: string): string =>
  `Nothing can listen at ${host}, port ${port}. Set ${variables} to others, or stop what listens there.`;
