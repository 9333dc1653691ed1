import { createSocket } from 'node:dgram';
import { expect, test } from 'vitest';
import { name } from '../../../src/dns/name.ts';
import { askOverSockets } from '../../../src/dns/serve/ask-over-sockets.ts';

const question = { qname: name('www.example.'), qtype: 'A' } as const;

// biome-ignore format: a table reads down its columns
test.each([
  ['FORMERR',  1, 'NOERROR', [1, 0]],
  ['NOTIMP',   4, 'NOERROR', [1, 0]],
  ['REFUSED',  5, 'REFUSED', [1]],
] as const)('to %s for a query with EDNS', async (_, code, rcode, optRecords) => {
  const seen: number[] = [];
  const server = createSocket('udp4');
  server.on('message', (query, { port, address }) => {
    const opts = query.readUInt16BE(10);
    seen.push(opts);
    const reply = Buffer.from(opts > 0 ? query.subarray(0, query.length - 11) : query);
    reply.writeUInt16BE(0x8000 + (opts > 0 ? code : 0), 2);
    reply.writeUInt16BE(0, 10);
    server.send(reply, port, address);
  });
  await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve));
  const asked = { address: '127.0.0.1', question, tcp: false, rd: false, dnssec: true };
  const response = await askOverSockets(asked, { port: server.address().port, timeoutMs: 2000 });
  server.close();
  expect(response).toMatchObject({ rcode });
  expect(seen).toEqual(optRecords);
});
