import { decode as decodeOthers, encode as encodeOthers } from 'dns-packet';
import { name } from '../src/dns/name.ts';
import { decodeQuery } from '../src/dns/wire/decode-query.ts';
import { decodeResponse } from '../src/dns/wire/decode-response.ts';
import { encodeQuery } from '../src/dns/wire/encode-query.ts';
import { encodeResponse } from '../src/dns/wire/encode-response.ts';
import { makeNameServer, respond } from '../src/dns/zone/name-server.ts';
import { parseZoneFile } from '../src/dns/zone/zone-file.ts';
import { compare } from './compare.ts';

/** A usual answer of ten records: four mail hosts, two name servers, and where two of each are. */
const ZONE = `
$TTL 3600
@ SOA ns1 hostmaster 1 7200 900 1209600 900
@ NS ns1
@ NS ns2
@ MX 10 mail1
@ MX 20 mail2
@ MX 30 mail1.example.net.
@ MX 40 mail2.example.net.
ns1 A 192.0.2.1
ns2 A 192.0.2.2
mail1 A 192.0.2.3
mail2 AAAA 2001:db8::4
www A 192.0.2.5
`;

/** The codec beside `dns-packet`, on the same octets: a query read; a reply of ten records read and written; a short one. */
export async function benchCodec(): Promise<void> {
  const zone = parseZoneFile(ZONE, { origin: name('example.com.') });
  if (!zone.ok) throw new Error('the zone does not load');
  const server = makeNameServer([zone.value]);
  const prepared = (qname: string, qtype: 'A' | 'MX') => {
    const octets = encodeQuery({ id: 4711, question: { qname: name(qname), qtype }, rd: true, edns: true });
    const query = decodeQuery(octets);
    if (!query.ok) throw new Error('no query');
    const response = respond(server, query.value.question);
    const reply = Buffer.from(encodeResponse(response, query.value, 'udp'));
    return { octets, buffer: Buffer.from(octets), query: query.value, response, reply, theirs: decodeOthers(reply) };
  };
  const large = prepared('example.com.', 'MX');
  const small = prepared('www.example.com.', 'A');
  const encodes = ({ response, query }: typeof large) => encodeResponse(response, query, 'udp');
  let used = 0;
  const beside = (title: string, ours: () => number, theirs: () => number) =>
    compare(
      title,
      'messages',
      { name: 'ours', perCall: 100, run: () => repeat(ours) },
      { name: 'dns-packet', perCall: 100, run: () => repeat(theirs) },
    );
  const repeat = (run: () => number): void => {
    for (let time = 0; time < 100; time += 1) used += run();
  };
  await beside(
    'A query read',
    () => (decodeQuery(small.octets).ok ? 1 : 0),
    () => decodeOthers(small.buffer).questions?.length ?? 0,
  );
  await beside(
    'A reply of ten records read',
    () => decodeResponse(large.reply)?.response.answer.length ?? 0,
    () => decodeOthers(large.reply).answers?.length ?? 0,
  );
  await beside(
    `A reply of ten records written: ${encodes(large).length} octets, theirs ${encodeOthers(large.theirs).length}`,
    () => encodes(large).length,
    () => encodeOthers(large.theirs).length,
  );
  await beside(
    'A query read, and its reply of four records written',
    () => (decodeQuery(small.octets).ok ? encodes(small).length : 0),
    () => (decodeOthers(small.buffer).id === 4711 ? encodeOthers(small.theirs).length : 0),
  );
  if (used === 0) throw new Error('nothing was ever read');
}
