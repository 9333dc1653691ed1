import { expect, test } from 'vitest';
import type { Response } from '../../../src/dns/message.ts';
import { octetsOfHex } from '../../../src/dns/octets.ts';
import { formatRdata } from '../../../src/dns/rdata/text.ts';
import type { RRset } from '../../../src/dns/record.ts';
import { decodeQuery } from '../../../src/dns/wire/decode-query.ts';
import { decodeResponse } from '../../../src/dns/wire/decode-response.ts';

// Octets as real programs sent them: BIND 9.18, NSD 4.6, Knot 3.2, Unbound 1.17 and their clients.
const octets = (hex: string) => Uint8Array.from(octetsOfHex(hex));

// biome-ignore format: a table reads down its columns
test.each([
  ['dig', 'db510120000100000000000103777777076578616d706c65000001000100002904d000000000000c000a0008b413d2ffec591d69',
    { rd: true, ad: true, cd: false, question: { qname: 'www.example.', qtype: 'A' }, edns: { udpSize: 1232, version: 0, dnssec: false } }],
  ['dig +noedns +norec', '788e0020000100000000000003777777076578616d706c6500000f0001',
    { rd: false, ad: true, cd: false, question: { qname: 'www.example.', qtype: 'MX' } }],
  ['dig +dnssec +cd +nsid +subnet', '56d80130000100000000000103575757076578616d706c65000041000100002904d000008000001b000300000008000700011800c00002000a0008f1a4e9ce43efef68',
    { rd: true, ad: true, cd: true, question: { qname: 'www.example.', qtype: 'HTTPS' }, edns: { udpSize: 1232, version: 0, dnssec: true } }],
  ['kdig', '3b000120000100000000000003777777076578616d706c650000010001',
    { rd: true, ad: true, cd: false, question: { qname: 'www.example.', qtype: 'A' } }],
  ['kdig +padding', `a7320120000100000000000103777777076578616d706c6500001000010000291000000080000024000c0020${'00'.repeat(32)}`,
    { rd: true, ad: true, cd: false, question: { qname: 'www.example.', qtype: 'TXT' }, edns: { udpSize: 4096, version: 0, dnssec: true } }],
  ['drill', 'b7f10100000100000000000003777777076578616d706c650000010001',
    { rd: true, ad: false, cd: false, question: { qname: 'www.example.', qtype: 'A' } }],
  ['drill -D', 'e2740100000100000000000103777777076578616d706c650000ff00010000291000000080000000',
    { rd: true, ad: false, cd: false, question: { qname: 'www.example.', qtype: 'ANY' }, edns: { udpSize: 4096, version: 0, dnssec: true } }],
  ['Unbound', 'c57b00100001000000000001037777770474657374000001000100002904d0000080000000',
    { rd: false, ad: false, cd: true, question: { qname: 'www.test.', qtype: 'A' }, edns: { udpSize: 1232, version: 0, dnssec: true } }],
] as const)('a query of %s is read', (_, hex, expected) => {
  const query = decodeQuery(octets(hex));
  const { id: _id, asked: _asked, ...read } = query.ok ? query.value : { id: 0, asked: new Uint8Array() };
  expect(read).toEqual(expected);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['BIND: an HTTPS set, letters of the question', '12678500000100010000000103776562076578616d706c650000410001c00c0041000100000e10001b000100000100060268320268330003000220fb00040004c000020400002904d0000080000000',
    ['NOERROR aa', 'web.example. 3600 HTTPS 1 . alpn=h2,h3 port=8443 ipv4hint=192.0.2.4']],
  ['BIND: an alias, names in other letters', '12678500000100020000000005616c696173074558414d504c45000001000105616c696173076578616d706c65000005000100000e10000603575757c02503777777c0250001000100000e100004c0000203',
    ['NOERROR aa', 'alias.example. 3600 CNAME www.example.', 'www.example. 3600 A 192.0.2.3']],
  ['BIND: no such name', '126785030001000000010000026e78076578616d706c650000010001c00f00060001000003840027036e7331c00f0a686f73746d6173746572c00f0000000100001c20000003840012750000000384',
    ['NXDOMAIN aa', '--', 'example. 900 SOA ns1.example. hostmaster.example. 1 7200 900 1209600 900']],
  ['NSD: mail hosts, with servers and addresses', '126785000001000100020003076578616d706c6500000f0001c00c000f000100000e100009000a046d61696cc00cc00c0002000100000e100006036e7331c00cc00c0002000100000e10000a036e733203737562c00cc0270001000100000e100004c0000202c03a0001000100000e100004c0000201c04c0001000100000e100004c0000205',
    ['NOERROR aa', 'example. 3600 MX 10 mail.example.', '--', 'example. 3600 NS ns1.example.', 'example. 3600 NS ns2.sub.example.',
      '--', 'mail.example. 3600 A 192.0.2.2', 'ns1.example. 3600 A 192.0.2.1', 'ns2.sub.example. 3600 A 192.0.2.5']],
  ['NSD: cut short', '126787000001000000000000046d616e79076578616d706c650000010001', ['NOERROR aa tc']],
  ['NSD: texts', '12678500000100010002000203777777076578616d706c650000100001c00c0010000100000e100008036f6e650374776fc0100002000100000e100006036e7331c010c0100002000100000e10000a036e733203737562c010c03d0001000100000e100004c0000201c04f0001000100000e100004c0000205',
    ['NOERROR aa', 'www.example. 3600 TXT "one" "two"', '--', 'example. 3600 NS ns1.example.', 'example. 3600 NS ns2.sub.example.',
      '--', 'ns1.example. 3600 A 192.0.2.1', 'ns2.sub.example. 3600 A 192.0.2.5']],
  ['Knot: a referral with glue', '126781000001000000020003017803737562076578616d706c650000010001c00e0002000100000e100006036e7332c00ec00e0002000100000e100006036e7333c00ec02b0001000100000e100004c0000205c03d001c000100000e10001020010db800000000000000000000000300002904d0000000000000',
    ['NOERROR', '--', 'sub.example. 3600 NS ns2.sub.example.', 'sub.example. 3600 NS ns3.sub.example.',
      '--', 'ns2.sub.example. 3600 A 192.0.2.5', 'ns3.sub.example. 3600 AAAA 2001:db8::3']],
  ['Knot: a service', '12678500000100010000000103737276076578616d706c650000210001c00c0021000100000e100014000100020050046d61696c076578616d706c6500c02f0001000100000e100004c0000202',
    ['NOERROR aa', 'srv.example. 3600 SRV 1 2 80 mail.example.', '--', '--', 'mail.example. 3600 A 192.0.2.2']],
  ['Knot: EDNS 1 is unknown', '12678100000100000000000103777777076578616d706c65000001000100002904d0010000000000', ['BADVERS']],
  ['Unbound: an answer', '12678180000100010000000103777777076578616d706c650000010001c00c0001000100000e100004c000020300002904d0000080000000',
    ['NOERROR ra', 'www.example. 3600 A 192.0.2.3']],
  ['Unbound: prohibited', '12678105000100000000000103777777076578616d706c65000001000100002904d0000000000006000f00020012', ['REFUSED 18']],
] as const)('a reply of %s is read', (_, hex, expected) => {
  const read = decodeResponse(octets(hex))?.response;
  expect(read && linesOf(read)).toEqual(expected);
});

/** The code and flags, then the records; `--` stands before authority and before additional, unless nothing follows. */
function linesOf(response: Response): string[] {
  const flags = (['aa', 'tc', 'ra', 'ad'] as const).filter((flag) => response[flag]);
  const errors = response.extendedErrors ?? [];
  const head = [response.rcode, ...flags, ...errors.map(({ code }) => code)].join(' ');
  const lines = [head, ...records(response.answer), '--', ...records(response.authority), '--'];
  lines.push(...records(response.additional));
  while (lines.at(-1) === '--') lines.pop();
  return lines;
}

const records = (sets: readonly RRset[]): string[] =>
  sets.flatMap(({ owner, ttl, rdata }) => rdata.map((one) => `${owner} ${ttl} ${one.type} ${formatRdata(one)}`));
