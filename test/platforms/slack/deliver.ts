import { createHmac } from 'node:crypto';
import { stringify } from 'node:querystring';
import { SIGNING_SECRET, type State } from './standin.ts';

/** What a delivery came to: acknowledged or not, with what, and how long it took. */
export interface Delivered {
  readonly isAcked: boolean;
  readonly status: number;
  readonly ack: unknown;
  readonly ms: number;
}
export type Kind = 'slash' | 'interactive' | 'event';
/** Slack's side of sending something to the app, by either way. */
export type Deliver = (kind: Kind, payload: Record<string, unknown>, options?: Options) => Promise<Delivered>;
export interface Options {
  /** For HTTP: seconds by which the time stamp is off, and another secret. */
  readonly skew?: number;
  readonly secret?: string;
}

const ENVELOPES = { slash: 'slash_commands', interactive: 'interactive', event: 'events_api' };

export function bySocket({ sockets }: State): Deliver {
  return async (kind, payload) => {
    const start = performance.now();
    const came = await sockets.deliver(ENVELOPES[kind], payload);
    return { isAcked: came !== undefined, status: came ? 200 : 0, ack: came?.ack, ms: performance.now() - start };
  };
}

export function byHttp(url: string): Deliver {
  return async (kind, payload, { skew = 0, secret = SIGNING_SECRET } = {}) => {
    const isJson = kind === 'event';
    const form = kind === 'slash' ? payload : { payload: JSON.stringify(payload) };
    const body = isJson ? JSON.stringify(payload) : stringify(form as Record<string, string>);
    const at = Math.floor(Date.now() / 1000) + skew;
    const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
    const start = performance.now();
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-signature': `v0=${signature}`,
        'x-slack-request-timestamp': String(at),
      },
    });
    const ack = await response.text();
    return { isAcked: response.status === 200, status: response.status, ack, ms: performance.now() - start };
  };
}
