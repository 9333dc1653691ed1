import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HTTPReceiver } from '@slack/bolt';

/** Hands a request to Bolt, which throws at once for a method that is not Slack's. */
export function pass(receiver: HTTPReceiver, request: IncomingMessage, response: ServerResponse): void {
  try {
    receiver.requestListener(request, response);
  } catch {
    refuse(response, 404);
  }
}

export function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}
