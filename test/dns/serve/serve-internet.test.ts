import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant } from '../../../src/base/time.ts';
import { name } from '../../../src/dns/name.ts';
import { octetsOfHex } from '../../../src/dns/octets.ts';
import { emptyCache } from '../../../src/dns/resolver/cache.ts';
import { resolveIn } from '../../../src/dns/resolver/internet.ts';
import { parseQType } from '../../../src/dns/rr-type.ts';
import { askOverSockets, resolveOverSockets } from '../../../src/dns/serve/ask-over-sockets.ts';
import { framed, takeFrames } from '../../../src/dns/serve/frames.ts';
import { onLoopback } from '../../../src/dns/serve/loopback.ts';
import { type ServedInternet, serveInternet } from '../../../src/dns/serve/serve-internet.ts';
import { listenTcp } from '../../../src/dns/serve/tcp.ts';
import { decodeResponse } from '../../../src/dns/wire/decode-response.ts';
import { encodeQuery } from '../../../src/dns/wire/encode-query.ts';
import { zone } from '../../support/zone.ts';
import { brief, internetOf, ROOT_ADDRESS } from '../resolver/little-internet.ts';

const NOW = instant(1_000_000_000_000);
const many = Array.from({ length: 90 }, (_, place) => `many A 203.0.113.${place + 1}`);
const internet = onLoopback(
  internetOf({
    [ROOT_ADDRESS]: [
      zone(
        '.',
        '@ NS a.root.',
        `a.root. A ${ROOT_ADDRESS}`,
        'example. NS ns.example.',
        'ns.example. A 192.0.2.53',
        'gone. NS ns.gone.',
        'ns.gone. AAAA 2001:db8:53::9',
      ),
    ],
    '192.0.2.53': [zone('example.', '@ NS ns', 'ns A 192.0.2.53', 'www A 203.0.113.80', 'alias CNAME www', ...many)],
  }),
);
const faults: unknown[] = [];
let served: ServedInternet;
let clock = NOW;

beforeAll(async () => {
  const config = { queryLocalhost: true };
  served = await serveInternet(internet, { port: 0, now: () => clock, config, fault: (error) => faults.push(error) });
});
afterAll(async () => {
  await served.close();
  expect(faults).toEqual([]);
});

const ask = (address: string, text: string, { tcp = false, rd = false } = {}) => {
  const [qname = '', qtype = 'A'] = text.split(' ');
  const question = { qname: name(qname), qtype: parseQType(qtype)! };
  return askOverSockets({ address, question, tcp, rd }, { port: served.port, timeoutMs: 2000 });
};

/** What comes back over one connection for octets written piece by piece, until so many replies are there. */
function exchange(address: string, pieces: readonly Uint8Array[], replies: number): Promise<readonly Uint8Array[]> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port: served.port });
    let received: Uint8Array = new Uint8Array();
    socket.once('error', reject).once('close', () => resolve(takeFrames(received).messages));
    socket.once('connect', async () => {
      socket.setNoDelay(true);
      for (const piece of pieces) {
        socket.write(piece);
        await new Promise((next) => setImmediate(next));
      }
    });
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (takeFrames(received).messages.length >= replies) socket.destroy();
    });
  });
}

/** What comes back over UDP; nothing if nothing has come by the time a proper question after it is answered. */
function datagram(address: string, octets: Uint8Array): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4');
    const proper = query(0xffff, 'www.example.');
    const finish = (reply?: Uint8Array) => {
      socket.close();
      resolve(reply);
    };
    socket.once('error', reject);
    socket.on('message', (reply) => finish(reply[0] === 0xff && reply[1] === 0xff ? undefined : reply));
    socket.send(octets, served.port, address);
    socket.send(proper, served.port, address);
  });
}
const query = (id: number, qname: string) =>
  encodeQuery({ id, question: { qname: name(qname), qtype: 'A' }, rd: false, edns: false });

describe('a name server', () => {
  test('answers at its own address, over UDP and TCP', async () => {
    for (const tcp of [false, true]) {
      expect(await ask('127.0.2.53', 'www.example.', { tcp })).toMatchObject({
        aa: true,
        answer: [{ rdata: [{ address: '203.0.113.80' }] }],
      });
    }
    expect(await ask('127.0.2.53', 'www.else.')).toMatchObject({
      rcode: 'REFUSED',
      aa: false,
      extendedErrors: [{ code: 20 }],
    });
  });

  test('gives its servers the addresses they have on loopback, and leaves all others', async () => {
    expect(await ask('127.51.100.1', 'x.example.')).toMatchObject({
      additional: [{ rdata: [{ type: 'A', address: '127.0.2.53' }] }],
    });
  });

  test('cuts short over UDP what it gives whole over TCP', async () => {
    expect(await ask('127.0.2.53', 'many.example.')).toMatchObject({ tc: true, answer: [] });
    const whole = await ask('127.0.2.53', 'many.example.', { tcp: true });
    expect(whole !== 'timeout' && whole.answer[0]?.rdata).toHaveLength(90);
  });

  test('answers several questions on one connection, however they are cut', async () => {
    const all = Buffer.concat(
      ['www.example.', 'alias.example.', 'none.example.'].map((qname, id) => framed(query(id, qname))),
    );
    const octetByOctet = Array.from(all, (octet) => Uint8Array.of(octet));
    for (const pieces of [[all], [all.subarray(0, 5), all.subarray(5, 50), all.subarray(50)], octetByOctet]) {
      const replies = await exchange('127.0.2.53', pieces, 3);
      expect(replies.map((reply) => decodeResponse(reply)?.id)).toEqual([0, 1, 2]);
      expect(replies.map((reply) => decodeResponse(reply)?.response.rcode)).toEqual(['NOERROR', 'NOERROR', 'NXDOMAIN']);
    }
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['noise',               'ff',                                  'silence'],
    ['a header cut short',  '000100000001',                        'silence'],
    ['a response',          '000180000001000000000000016100000100 01', 'silence'],
    ['no question',         '000100000000000000000000',            '000180010000000000000000'],
    ['another operation',   '000128000000000000000000',            '0001a8040000000000000000'],
    ['a name that circles', '000100000001000000000000c00c00010001', '000180010000000000000000'],
  ])('says of %s what is to be said', async (_, hex, expected) => {
    const reply = await datagram('127.0.2.53', Uint8Array.from(octetsOfHex(hex.replaceAll(' ', ''))));
    expect(reply ? Buffer.from(reply).toString('hex') : 'silence').toBe(expected);
  });

  test('gives each client the id it sent, also for what was asked before', async () => {
    const replies = await exchange(
      '127.0.2.53',
      [framed(query(7, 'www.example.')), framed(query(8, 'www.example.'))],
      2,
    );
    expect(replies.map((reply) => decodeResponse(reply)?.id)).toEqual([7, 8]);
  });
});

test('a server that nobody runs is on loopback too, so that no client looks for it elsewhere', async () => {
  const referral = await ask('127.51.100.1', 'www.gone.');
  expect(referral).toMatchObject({
    additional: [{ owner: 'ns.gone.', rdata: [{ type: 'A', address: '127.53.0.9' }] }],
  });
  expect(await ask('127.0.0.1', 'www.gone.', { rd: true })).toMatchObject({ rcode: 'SERVFAIL' });
});

test('octets that make no question do not keep a connection open', async () => {
  const listener = await listenTcp(
    '127.0.0.1',
    0,
    () => undefined,
    (error) => faults.push(error),
    200,
  );
  const socket = connect({ host: '127.0.0.1', port: listener.port });
  const dripping = setInterval(() => socket.write(Uint8Array.of(1)), 20);
  await new Promise((closed) => socket.on('error', () => {}).once('close', closed));
  clearInterval(dripping);
  await listener.close();
});

describe('the resolver at 127.0.0.1', () => {
  test('resolves for who wants recursion, counts TTLs down by its clock, and refuses who does not', async () => {
    expect(await ask('127.0.0.1', 'alias.example.', { rd: false })).toMatchObject({
      rcode: 'REFUSED',
      ra: true,
      extendedErrors: [{ code: 20 }],
    });
    const first = await ask('127.0.0.1', 'alias.example.', { rd: true });
    expect(first).toMatchObject({
      rcode: 'NOERROR',
      ra: true,
      aa: false,
      answer: [{ ttl: 3600 }, { owner: 'www.example.' }],
    });
    await ask('127.0.0.1', 'none.example.', { rd: true });
    expect(await ask('127.0.0.1', 'none.example.')).toMatchObject({
      rcode: 'NXDOMAIN',
      authority: [{ owner: 'example.' }],
    });
    expect(await ask('127.0.0.1', 'alias.example.')).toMatchObject({ answer: [{ owner: 'alias.example.' }] });
    clock = instant(NOW + 600_000);
    expect(await ask('127.0.0.1', 'www.example.', { rd: true })).toMatchObject({ answer: [{ ttl: 3000 }] });
    expect(await ask('127.0.0.1', 'www.example.', { rd: false })).toMatchObject({ answer: [{ ttl: 3000 }] });
  });
});

test.each(['www.example.', 'alias.example.', 'many.example.', 'none.example.', 'www.example. MX', 'www.else.'])(
  'the resolver over sockets finds for %s what it finds in memory',
  async (text) => {
    const [qname = '', qtype = 'A'] = text.split(' ');
    const question = { qname: name(qname), qtype: parseQType(qtype)! };
    const start = { cache: emptyCache, rootHints: internet.rootHints, config: { queryLocalhost: true } };
    const options = { ...start, now: () => NOW, port: served.port };
    const overSockets = await resolveOverSockets(question, options);
    const inMemory = resolveIn(internet, question, { ...start, now: NOW });
    expect(brief(overSockets)).toEqual(brief(inMemory));
    expect(overSockets.rcode).toBe(inMemory.rcode);
  },
);

test('a port that is taken is told in a sentence, and nothing is left open', async () => {
  const again = serveInternet(internet, { port: served.port, now: () => NOW, fault: () => {} });
  await expect(again).rejects.toThrow(
    `Cannot listen on 127.0.0.1 port ${served.port} (UDP): something else listens there.`,
  );
});

test('a thousand name servers start, answer and stop', async () => {
  const servers = Array.from({ length: 1000 }, (_, place) => [
    `127.99.${place >> 8}.${place & 255}`,
    [zone('.', '@ NS a.root.')],
  ]);
  const thousand = internetOf(Object.fromEntries(servers));
  const started = await serveInternet(thousand, { port: 0, now: () => NOW, fault: (error) => faults.push(error) });
  const asked = { address: '127.99.3.231', question: { qname: name('.'), qtype: 'NS' }, tcp: true, rd: false } as const;
  expect(await askOverSockets(asked, { port: started.port })).toMatchObject({ aa: true });
  await started.close();
  expect(await askOverSockets(asked, { port: started.port, timeoutMs: 300 })).toBe('timeout');
});
