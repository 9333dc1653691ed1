import { createServer, type Socket } from 'node:net';
import { framed, takeFrames } from './frames.ts';
import type { Handler } from './handler.ts';
import { ListenError, type Listener } from './listener.ts';

/** A connection on which no whole question comes for so long is closed. RFC 7766 §6.2.3. */
const IDLE_MS = 10_000;
const MAX_CONNECTIONS = 256;

/**
 * Answers over TCP at an address until it is closed: any number of questions on a connection, each as it comes. A message
 * that the handler throws at ends its connection and is told to `fault`. Rejects with a ListenError when the socket
 * cannot be opened. RFC 7766 §6.
 */
export function listenTcp(
  address: string,
  port: number,
  handler: Handler,
  fault: (error: unknown) => void,
  idleMs: number = IDLE_MS,
): Promise<Listener> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    serveConnection(socket, handler, fault, idleMs);
  });
  server.maxConnections = MAX_CONNECTIONS;
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new ListenError('TCP', address, port, error)));
    server.listen({ host: address, port, exclusive: true }, () => {
      server.removeAllListeners('error').on('error', fault);
      const close = (): Promise<void> =>
        new Promise((closed) => {
          server.close(() => closed());
          for (const socket of open) socket.destroy();
        });
      const bound = server.address();
      resolve({ address, port: typeof bound === 'object' && bound ? bound.port : port, close });
    });
  });
}

function serveConnection(socket: Socket, handler: Handler, fault: (error: unknown) => void, idleMs: number): void {
  let rest: Uint8Array = new Uint8Array();
  // Octets that never make a question do not keep a connection open.
  const idle = setTimeout(() => socket.destroy(), idleMs);
  socket.once('close', () => clearTimeout(idle));
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy()); // the client went away
  socket.on('drain', () => socket.resume());
  socket.on('data', (chunk) => {
    const taken = takeFrames(rest.length === 0 ? chunk : Buffer.concat([rest, chunk]));
    rest = taken.rest;
    if (taken.messages.length > 0) idle.refresh();
    try {
      for (const message of taken.messages) {
        const reply = handler(message, 'tcp');
        // A client that does not read what it is sent is read from no further.
        if (reply && !socket.write(framed(reply))) socket.pause();
      }
    } catch (error) {
      fault(error);
      socket.destroy();
    }
  });
}
