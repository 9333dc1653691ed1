import type { IncomingMessage, ServerResponse } from 'node:http';

/** What answers the requests to one path of the program's address. It never throws and always ends the response. */
export interface Endpoint {
  /** Without a query, as `/slack/events`. */
  readonly path: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
}
