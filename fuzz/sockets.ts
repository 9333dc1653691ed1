import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Rng } from '../src/base/random.ts';
import { instant } from '../src/base/time.ts';
import { name } from '../src/dns/name.ts';
import { askOverSockets } from '../src/dns/serve/ask-over-sockets.ts';
import { framed } from '../src/dns/serve/frames.ts';
import { RESOLVER_ADDRESS } from '../src/dns/serve/loopback.ts';
import { serveInternet } from '../src/dns/serve/serve-internet.ts';
import type { NameServer } from '../src/dns/zone/name-server.ts';
import { mutate } from './mutate.ts';

const ADDRESS = '127.77.0.1';
const BATCH = 100;
const PER_CONNECTION = 250;

/** What was sent over each transport, and what came back; `faults` are what a listener could not cope with. */
export interface SocketOutcome {
  readonly udpReplies: number;
  readonly tcpOctets: number;
  readonly faults: readonly unknown[];
}

/**
 * Sends so many mutated packets over UDP and as many over TCP to a name server and to a resolver that are served on
 * loopback. Throws when one of them stops answering a proper question.
 */
export async function fuzzSockets(
  server: NameServer,
  packets: readonly Uint8Array[],
  count: number,
  rng: Rng,
): Promise<SocketOutcome> {
  const faults: unknown[] = [];
  const internet = {
    servers: new Map([[ADDRESS, server]]),
    rootHints: [{ name: name('ns1.example.'), address: ADDRESS }],
  };
  const now = () => instant(1_000_000_000_000);
  const config = { queryLocalhost: true };
  const served = await serveInternet(internet, { port: 0, now, config, fault: (error) => faults.push(error) });
  try {
    const udpReplies = await overUdp(served.port, packets, count, rng);
    const tcpOctets = await overTcp(served.port, packets, count, rng);
    return { udpReplies, tcpOctets, faults };
  } finally {
    await served.close();
  }
}

async function overUdp(port: number, packets: readonly Uint8Array[], count: number, rng: Rng): Promise<number> {
  const socket = createSocket('udp4');
  let replies = 0;
  socket.on('message', () => {
    replies += 1;
  });
  for (let sent = 0; sent < count; sent += BATCH) {
    for (let place = 0; place < BATCH; place += 1) {
      socket.send(mutate(rng, packets), port, place % 2 === 0 ? ADDRESS : RESOLVER_ADDRESS);
    }
    await mustAnswer(port, false);
  }
  socket.close();
  return replies;
}

/** Packets behind their lengths, in pieces of any size; now and then a length that lies. */
async function overTcp(port: number, packets: readonly Uint8Array[], count: number, rng: Rng): Promise<number> {
  let received = 0;
  for (let sent = 0; sent < count; sent += PER_CONNECTION) {
    const socket = connect({ host: sent % 2 === 0 ? ADDRESS : RESOLVER_ADDRESS, port });
    socket
      .on('error', () => {})
      .on('data', (chunk) => {
        received += chunk.length;
      });
    await once(socket, 'connect');
    const frames = Array.from({ length: PER_CONNECTION }, () => framed(mutate(rng, packets)));
    const lie = rng.integer(0, 3) === 0 ? [Uint8Array.of(0xff, 0xff, 0)] : [];
    const all = Buffer.concat([...frames, ...lie]);
    for (let at = 0; at < all.length; ) {
      const size = rng.integer(1, 4096);
      socket.write(all.subarray(at, at + size));
      at += size;
    }
    socket.end();
    await once(socket, 'close');
    if (sent % (PER_CONNECTION * 20) === 0) await mustAnswer(port, true);
  }
  await mustAnswer(port, true);
  return received;
}

/** Both still answer a proper question; over UDP one may be dropped where sockets are full, so it is put again. */
async function mustAnswer(port: number, tcp: boolean): Promise<void> {
  const question = { qname: name('web.example.'), qtype: 'A' } as const;
  for (const [address, rd] of [
    [ADDRESS, false],
    [RESOLVER_ADDRESS, true],
  ] as const) {
    let answered = false;
    for (let tries = 0; tries < 20 && !answered; tries += 1) {
      answered = (await askOverSockets({ address, question, tcp, rd }, { port, timeoutMs: 100 })) !== 'timeout';
    }
    if (!answered) throw new Error(`${address} answers no more over ${tcp ? 'TCP' : 'UDP'}`);
  }
}
