import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an answer to a call holds: a text of JSON, or nothing. */
export type Answered = string | undefined;

export interface Loopback {
  readonly server: Server;
  /** Such as `127.0.0.1:4321`. */
  readonly host: string;
  close(): Promise<void>;
}

/**
 * Answers every call, whatever it is; `answer` is asked when its first bytes have come.
 * @param hear told of each call once its last bytes have come; not reading them is quicker
 */
export async function openLoopback(
  answer: (request: IncomingMessage) => Answered,
  hear?: (request: IncomingMessage, body: string) => void,
): Promise<Loopback> {
  const server = createServer((request, response) => {
    const answered = answer(request);
    const parts: Buffer[] = [];
    if (hear) request.on('data', (part: Buffer) => parts.push(part));
    else request.resume();
    request.on('end', () => {
      hear?.(request, Buffer.concat(parts).toString());
      send(response, answered);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    ...{ server, host: `127.0.0.1:${(server.address() as AddressInfo).port}` },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function send(response: ServerResponse, answered: Answered): void {
  if (answered === undefined) response.writeHead(204).end();
  else response.writeHead(200, { 'content-type': 'application/json' }).end(answered);
}
