import { createSocket } from 'node:dgram';
import type { Handler } from './handler.ts';
import { ListenError, type Listener } from './listener.ts';

/**
 * Answers over UDP at an address until it is closed. A message that the handler throws at is dropped and told to `fault`.
 * Rejects with a ListenError when the socket cannot be opened.
 */
export function listenUdp(
  address: string,
  port: number,
  handler: Handler,
  fault: (error: unknown) => void,
): Promise<Listener> {
  // Addresses are numbers always, so that nothing has to be looked up to reply.
  const socket = createSocket({ type: 'udp4', lookup: (host, _options, done) => done(null, host, 4) });
  socket.on('message', (octets, sender) => {
    if (sender.port === 0) return; // there is nowhere to reply to
    try {
      const reply = handler(octets, 'udp');
      if (reply) socket.send(reply, sender.port, sender.address, ignore);
    } catch (error) {
      fault(error);
    }
  });
  return new Promise((resolve, reject) => {
    socket.once('error', (error) => reject(new ListenError('UDP', address, port, error)));
    socket.bind({ address, port, exclusive: true }, () => {
      socket.removeAllListeners('error').on('error', fault);
      const close = (): Promise<void> => new Promise((closed) => socket.close(() => closed()));
      resolve({ address, port: socket.address().port, close });
    });
  });
}

/** A reply that cannot be delivered is nothing to the server. */
const ignore = (): void => {};
