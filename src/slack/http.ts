import type { IncomingMessage } from 'node:http';
import type { App, Logger, Receiver } from '@slack/bolt';
import { HTTPReceiver } from '@slack/bolt';
import { type Instant, MINUTE, SECOND } from '../base/time.ts';
import type { Endpoint } from '../web/endpoint.ts';
import { pass, refuse } from './pass.ts';

export interface HttpOptions {
  readonly signingSecret: string;
  readonly now: () => Instant;
  readonly logger: Logger;
}

export const EVENTS_PATH = '/slack/events';
/** Requests as far from now as this are refused. Source: docs.slack.dev, Verifying requests from Slack. */
const WINDOW_MS = 5 * MINUTE;
const LARGEST_BODY = 1024 * 1024;

/** Signed requests at `/slack/events`. Bolt refuses what is forged or stale; what comes from the future is refused here. */
export function httpReceiver({ signingSecret, now, logger }: HttpOptions): Receiver & { endpoint: Endpoint } {
  const receiver = new HTTPReceiver({ signingSecret, logger, bodyLimit: LARGEST_BODY });
  let isStopping = false;
  return {
    init: (app: App) => receiver.init(app),
    start: async () => {},
    async stop() {
      isStopping = true;
    },
    endpoint: {
      path: EVENTS_PATH,
      handle(request, response) {
        if (isStopping) return refuse(response, 503); // Slack tries events again, and tells people of the rest
        if (!isFromFuture(request, now())) return pass(receiver, request, response);
        logger.warn('Refused a request whose time stamp lies in the future.');
        refuse(response, 401);
      },
    },
  };
}

function isFromFuture({ headers }: IncomingMessage, now: Instant): boolean {
  return Number(headers['x-slack-request-timestamp']) * SECOND > now + WINDOW_MS;
}
