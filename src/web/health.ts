import type { ServerResponse } from 'node:http';
import type { Endpoint } from './endpoint.ts';

/** A part that must work before anybody is served. */
export interface Part {
  readonly name: string;
  /** Why it does not; absent if it does. */
  readonly fault?: string;
}

const HEALTH_PATH = '/healthz';
const READY_PATH = '/readyz';

/**
 * Two questions of whoever keeps the program running. `/healthz`: does its event loop turn? That it answers at all says
 * so. `/readyz`: may people be sent here? 200 or 503, with each part as JSON.
 * @param parts never rejects
 */
export const healthEndpoints = (parts: () => Promise<readonly Part[]>): readonly Endpoint[] => [
  { path: HEALTH_PATH, handle: (_, response) => send(response, 200, { status: 'alive' }) },
  {
    path: READY_PATH,
    handle(_, response) {
      parts()
        .then((all) => {
          const isReady = all.every(({ fault }) => fault === undefined);
          const each = Object.fromEntries(all.map(({ name, fault }) => [name, fault ?? 'ready']));
          send(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready', ...each });
        })
        .catch(() => response.destroy());
    },
  },
];

function send(response: ServerResponse, status: number, body: object): void {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  response.writeHead(status, headers).end(`${JSON.stringify(body)}\n`);
}
