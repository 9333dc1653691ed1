import { AUTHORITATIVE_ANSWER, decode, encode, RECURSION_DESIRED } from 'dns-packet';
import { expect, test } from 'vitest';
import { name } from '../../../src/dns/name.ts';
import { formatRdata, parseRdata } from '../../../src/dns/rdata/text.ts';
import type { KnownType } from '../../../src/dns/record.ts';
import { decodeQuery } from '../../../src/dns/wire/decode-query.ts';
import { decodeResponse } from '../../../src/dns/wire/decode-response.ts';
import { encodeQuery } from '../../../src/dns/wire/encode-query.ts';
import { encodeResponse } from '../../../src/dns/wire/encode-response.ts';

// A codec that shares no line with ours reads what ours writes, and the other way round.
const octets = (base64: string): Buffer => Buffer.from(base64, 'base64');
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const DIGEST = 'd2abde240d7cd3ee6b4b28c54df034b97983a1d16e8a410e4561cb106618e971';
const soa = { serial: 1, refresh: 7200, retry: 900, expire: 1_209_600, minimum: 900 };
const rrsig = { typeCovered: 'A', algorithm: 13, labels: 2, originalTTL: 300, expiration: 1_775_001_600 };

// biome-ignore format: a table reads down its columns
const RECORDS: readonly (readonly [type: KnownType, text: string, theirs: unknown])[] = [
  ['A',      '192.0.2.1',                       '192.0.2.1'],
  ['AAAA',   '2001:db8::1:0:0',                 '2001:db8::1:0:0'],
  ['NS',     'ns1.www.example.',                'ns1.www.example'],
  ['CNAME',  'web.example.',                    'web.example'],
  ['DNAME',  'new.example.',                    'new.example'],
  ['PTR',    'host.example.net.',               'host.example.net'],
  ['SOA',    'ns.example. h.example. 1 7200 900 1209600 900', { mname: 'ns.example', rname: 'h.example', ...soa }],
  ['MX',     '10 mail.example.',                { preference: 10, exchange: 'mail.example' }],
  ['TXT',    '"one" "two words"',               [Buffer.from('one'), Buffer.from('two words')]],
  ['SRV',    '1 2 443 web.example.',            { priority: 1, weight: 2, port: 443, target: 'web.example' }],
  ['CAA',    '128 issue "ca.example.net"',      { flags: 128, tag: 'issue', value: 'ca.example.net', issuerCritical: true }],
  ['HINFO',  '"PC" "Plan 9"',                   { cpu: 'PC', os: 'Plan 9' }],
  ['NAPTR',  '1 2 "s" "SIP+D2T" "" sip.example.', { order: 1, preference: 2, flags: 's', services: 'SIP+D2T', regexp: '', replacement: 'sip.example' }],
  ['DS',     `4711 13 2 ${DIGEST}`,             { keyTag: 4711, algorithm: 13, digestType: 2, digest: hex(DIGEST) }],
  ['DNSKEY', '257 3 13 AQIDBA==',               { flags: 257, algorithm: 13, key: octets('AQIDBA==') }],
  ['SSHFP',  `4 2 ${DIGEST}`,                   { algorithm: 4, hash: 2, fingerprint: DIGEST.toUpperCase() }],
  ['TLSA',   `3 1 1 ${DIGEST}`,                 { usage: 3, selector: 1, matchingType: 1, certificate: hex(DIGEST) }],
  ['NSEC',   'a.example. A MX RRSIG NSEC CAA',  { nextDomain: 'a.example', rrtypes: ['A', 'MX', 'RRSIG', 'NSEC', 'CAA'] }],
  ['RRSIG',  'A 13 2 300 20260401000000 20260301000000 4711 example. AQIDBA==',
    { ...rrsig, inception: 1_772_323_200, keyTag: 4711, signersName: 'example', signature: octets('AQIDBA==') }],
];

const QNAME = name('www.example.');
const TTL = 300;

test.each(RECORDS)('dns-packet reads and writes %s as we do', (type, text, data) => {
  const rdata = parseRdata(type, text);
  if (!rdata.ok) throw new Error(rdata.problem);
  const question = { qname: QNAME, qtype: type };
  const query = decodeQuery(encodeQuery({ id: 4711, question, rd: true, edns: false }));
  if (!query.ok) throw new Error(query.problem.kind);
  const answer = [{ owner: QNAME, ttl: TTL, rdata: [rdata.value] }];
  const sections = { answer, authority: [], additional: answer };
  const ours = encodeResponse({ question, rcode: 'NOERROR', aa: true, ...sections }, query.value, 'udp');
  const record = { type, class: 'IN', name: 'www.example', ttl: TTL, data };
  const theirs = { type: 'response', id: 4711, flags: AUTHORITATIVE_ANSWER | RECURSION_DESIRED } as const;

  const [read] = decode(Buffer.from(ours)).answers ?? [];
  expect(read).toMatchObject(record);
  const written = encode({
    ...theirs,
    questions: [{ type, name: 'www.example' } as never],
    answers: [record as never],
  });
  const [set] = decodeResponse(written)?.response.answer ?? [];
  expect(set && { ...set, rdata: set.rdata.map(formatRdata) }).toEqual({ owner: QNAME, ttl: TTL, rdata: [text] });
});

test('dns-packet reads our query, and we read theirs', () => {
  const ours = encodeQuery({ id: 1, question: { qname: QNAME, qtype: 'MX' }, rd: true, edns: true, dnssec: true });
  const read = decode(Buffer.from(ours));
  expect(read).toMatchObject({ id: 1, type: 'query', questions: [{ name: 'www.example', type: 'MX', class: 'IN' }] });
  expect(read.additionals).toMatchObject([{ type: 'OPT', udpPayloadSize: 1232, flag_do: true }]);
  const opt = { type: 'OPT', name: '.', udpPayloadSize: 4096, flags: 0x8000, options: [] } as never;
  const theirs = encode({ type: 'query', id: 2, questions: [{ type: 'MX', name: 'www.example' }], additionals: [opt] });
  const edns = { udpSize: 4096, version: 0, dnssec: true };
  expect(decodeQuery(theirs)).toMatchObject({
    ok: true,
    value: { id: 2, question: { qname: QNAME, qtype: 'MX' }, edns },
  });
});
