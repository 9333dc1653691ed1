import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { App, Logger, Receiver } from '@slack/bolt';
import { HTTPReceiver } from '@slack/bolt';
import { type Instant, MINUTE, SECOND } from '../base/time.ts';
import { SlackStartError } from './start-error.ts';

export interface HttpOptions {
  readonly signingSecret: string;
  readonly host: string;
  readonly port: number;
  readonly now: () => Instant;
  readonly logger: Logger;
}

/** Requests as far from now as this are refused. Source: docs.slack.dev, Verifying requests from Slack. */
const WINDOW_MS = 5 * MINUTE;
const LARGEST_BODY = 1024 * 1024;
const STOP_MS = 1000;

/** Signed requests at `/slack/events`. Bolt refuses what is forged or stale; what comes from the future is refused here. */
export function httpReceiver({ signingSecret, host, port, now, logger }: HttpOptions): Receiver {
  const receiver = new HTTPReceiver({ signingSecret, logger, bodyLimit: LARGEST_BODY });
  const server = createServer((request, response) => {
    if (!isFromFuture(request, now())) return listen(receiver, request, response);
    logger.warn('Refused a request whose time stamp lies in the future.');
    response.writeHead(401).end();
  });
  server.requestTimeout = 10 * SECOND;
  return {
    init: (app: App) => receiver.init(app),
    start: () =>
      new Promise((resolve, reject) => {
        if (server.listening) return resolve(undefined);
        server.once('error', (error) => reject(new SlackStartError({ kind: 'no-port', host, port }, error)));
        server.listen(port, host, () => resolve(undefined));
      }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), STOP_MS).unref();
      }),
  };
}

function isFromFuture({ headers }: IncomingMessage, now: Instant): boolean {
  return Number(headers['x-slack-request-timestamp']) * SECOND > now + WINDOW_MS;
}

/** Bolt throws at once for a path or method that is not Slack's. */
function listen(receiver: HTTPReceiver, request: IncomingMessage, response: ServerResponse): void {
  try {
    receiver.requestListener(request, response);
  } catch {
    response.writeHead(404).end();
  }
}
