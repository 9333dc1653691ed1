import { expect, test } from 'vitest';
import type { QType } from '../../../src/dns/message.ts';
import { name } from '../../../src/dns/name.ts';
import { formatRdata } from '../../../src/dns/rdata/text.ts';
import type { RRset } from '../../../src/dns/record.ts';
import { parseQType } from '../../../src/dns/rr-type.ts';
import { makeNameServer, respond } from '../../../src/dns/zone/name-server.ts';
import { zone } from '../../support/zone.ts';

const lines = (rrsets: readonly RRset[]): string[] =>
  rrsets.flatMap(({ owner, ttl, rdata }) => rdata.map((one) => `${owner} ${ttl} ${one.type} ${formatRdata(one)}`));

// biome-ignore format: a zone reads down its columns
const shop = zone('shop.example.',
  '@        600  SOA    ns.shop.example. h.shop.example. 1 2 3 4 60',
  '@             NS     ns.shop.example.',
  '@             NS     ns.far.test.',
  '@             MX     10 mail',
  'ns            A      192.0.2.1',
  'ns            AAAA   2001:db8::1',
  'mail          A      192.0.2.25',
  'www      300  CNAME  web',
  'web      60   A      192.0.2.80',
  'out           CNAME  www.far.test.',
  'dead          CNAME  gone',
  'mute          CNAME  mail',
  'away          CNAME  x.sub',
  'self          CNAME  self',
  'l1            CNAME  l2',
  'l2            CNAME  l1',
  'sub           NS     ns.sub',
  'sub           NS     ns.sib',
  'sub           NS     ns.far.test.',
  'sub           DS     1 8 9 abcd',
  'ns.sub        A      192.0.2.53',
  'sib           NS     ns.sib',
  'ns.sib        AAAA   2001:db8::53',
  'old           DNAME  new',
  'www.new       A      192.0.2.7',
  `long          DNAME  ${`${'a'.repeat(60)}.`.repeat(3)}${'b'.repeat(50)}`,
  'up.in         DNAME  in',
  'd1            DNAME  d2',
  'd2            DNAME  d1',
  '_sip._tcp     SRV    1 2 3 *.w',
  '*.w           A      192.0.2.4',
  'mx2           MX     10 x.w',
  'mx3           MX     10 ns.sub');
const parent = zone(
  'example.',
  '@ NS ns.example.',
  'ns A 192.0.2.2',
  'shop NS ns.shop',
  'shop DS 9 8 9 ff',
  'ns.shop A 192.0.2.1',
);
const server = makeNameServer([shop]);
const ask = (qname: string, qtype: string, on = server) =>
  respond(on, { qname: name(qname), qtype: parseQType(qtype)! });

const APEX_NS = ['shop.example. 3600 NS ns.shop.example.', 'shop.example. 3600 NS ns.far.test.'];
const SOA = 'shop.example. 60 SOA ns.shop.example. h.shop.example. 1 2 3 4 60';
const NS_ADDRESSES = ['ns.shop.example. 3600 A 192.0.2.1', 'ns.shop.example. 3600 AAAA 2001:db8::1'];

test('an answer is authoritative and comes with the zone’s servers and their addresses', () => {
  const response = ask('web.shop.example.', 'A');
  expect(response).toMatchObject({ rcode: 'NOERROR', aa: true });
  expect(lines(response.answer)).toEqual(['web.shop.example. 60 A 192.0.2.80']);
  expect(lines(response.authority)).toEqual(APEX_NS);
  expect(lines(response.additional)).toEqual(NS_ADDRESSES);
});

test('a referral is not authoritative: NS in authority, glue of in-domain and sibling servers in additional', () => {
  const response = ask('www.sub.shop.example.', 'A');
  expect(response).toMatchObject({ rcode: 'NOERROR', aa: false, answer: [] });
  expect(lines(response.authority)).toEqual([
    'sub.shop.example. 3600 NS ns.sub.shop.example.',
    'sub.shop.example. 3600 NS ns.sib.shop.example.',
    'sub.shop.example. 3600 NS ns.far.test.',
  ]);
  expect(lines(response.additional)).toEqual([
    'ns.sub.shop.example. 3600 A 192.0.2.53',
    'ns.sib.shop.example. 3600 AAAA 2001:db8::53',
  ]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['an unknown name',        'nowhere.shop.example.', 'A',    'NXDOMAIN'],
  ['a known name',           'web.shop.example.',     'MX',   'NOERROR'],
  ['an empty non-terminal',  '_tcp.shop.example.',    'A',    'NOERROR'],
] as const)('%s without an answer brings the SOA, for no longer than its minimum', (_, qname, qtype, rcode) => {
  const response = ask(qname, qtype);
  expect(response).toMatchObject({ rcode, aa: true, answer: [], additional: [] });
  expect(lines(response.authority)).toEqual([SOA]);
});

test('an SOA that was asked for keeps its TTL', () => {
  expect(ask('shop.example.', 'SOA').answer[0]?.ttl).toBe(600);
});

test('a zone that is not served is refused, with nothing in it', () => {
  const response = ask('www.elsewhere.test.', 'A');
  expect(response).toMatchObject({ rcode: 'REFUSED', aa: false, answer: [], authority: [], additional: [] });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['to an address',          'www',     'A',     'NOERROR',  ['www CNAME web', 'web A']],
  ['not when asked for',     'www',     'CNAME', 'NOERROR',  ['www CNAME web']],
  ['not for everything',     'www',     'ANY',   'NOERROR',  ['www CNAME web']],
  ['out of the zone',        'out',     'A',     'NOERROR',  ['out CNAME www.far.test.']],
  ['to no such name',        'dead',    'A',     'NXDOMAIN', ['dead CNAME gone']],
  ['to no such type',        'mute',    'TXT',   'NOERROR',  ['mute CNAME mail']],
  ['into a delegation',      'away',    'A',     'NOERROR',  ['away CNAME x.sub']],
  ['in a circle of one',     'self',    'A',     'NOERROR',  ['self CNAME self']],
  ['in a circle of two',     'l1',      'A',     'NOERROR',  ['l1 CNAME l2', 'l2 CNAME l1']],
  ['through a DNAME',        'www.old', 'A',     'NOERROR',  ['old DNAME new', 'www.old CNAME www.new', 'www.new A']],
  ['made by a DNAME, asked', 'www.old', 'CNAME', 'NOERROR',  ['old DNAME new', 'www.old CNAME www.new']],
  ['the DNAME gone through', 'up.up.in', 'DNAME', 'NOERROR', ['up.in DNAME in', 'up.up.in CNAME up.in']],
  ['through a DNAME, to none', 'x.old', 'A',     'NXDOMAIN', ['old DNAME new', 'x.old CNAME x.new']],
  ['through DNAMEs, circling', 'x.d1',  'A',     'NOERROR',  ['d1 DNAME d2', 'x.d1 CNAME x.d2', 'd2 DNAME d1', 'x.d2 CNAME x.d1']],
] as const)('an alias is followed %s', (_, owner, qtype, rcode, expected) => {
  const response = ask(`${owner}.shop.example.`, qtype);
  const short = lines(response.answer).map((line) => {
    const [at = '', , type, to = ''] = line.replaceAll('.shop.example.', '').split(' ');
    return type === 'A' ? `${at} A` : `${at} ${type} ${to}`;
  });
  expect(response).toMatchObject({ rcode, aa: true });
  expect(short).toEqual(expected);
});

test('after a chain to nothing the SOA is there, after one into a delegation its NS', () => {
  expect(lines(ask('dead.shop.example.', 'A').authority)).toEqual([SOA]);
  expect(lines(ask('mute.shop.example.', 'TXT').authority)).toEqual([SOA]);
  expect(lines(ask('away.shop.example.', 'A').authority)).toContain('sub.shop.example. 3600 NS ns.far.test.');
});

test('where the CNAME that a DNAME makes is asked for, nothing is said of what it leads to', () => {
  expect(ask('www.old.shop.example.', 'CNAME')).toMatchObject({ rcode: 'NOERROR', authority: [], additional: [] });
});

test('a DNAME that makes a name too long says so', () => {
  const qname = `${'c'.repeat(60)}.long.shop.example.`;
  expect(ask(qname, 'A')).toMatchObject({ rcode: 'YXDOMAIN', answer: [{ owner: 'long.shop.example.' }] });
});

test('addresses of MX and SRV targets come along, also from a wildcard or as glue', () => {
  expect(lines(ask('shop.example.', 'MX').additional)).toEqual([
    'mail.shop.example. 3600 A 192.0.2.25',
    ...NS_ADDRESSES,
  ]);
  expect(lines(ask('_sip._tcp.shop.example.', 'SRV').additional)).toContain('*.w.shop.example. 3600 A 192.0.2.4');
  expect(lines(ask('mx2.shop.example.', 'MX').additional)).toContain('x.w.shop.example. 3600 A 192.0.2.4');
  expect(lines(ask('mx3.shop.example.', 'MX').additional)).toContain('ns.sub.shop.example. 3600 A 192.0.2.53');
});

test('what is in the answer is not in additional again', () => {
  expect(lines(ask('ns.shop.example.', 'A').additional)).toEqual([NS_ADDRESSES[1]]);
  expect(ask('shop.example.', 'NS').authority).toEqual([]);
});

test('the NS of the apex stand beside an answer, but not beside DS or ANY at the end of a chain', () => {
  const authority = (owner: string, qtype: QType) => ask(`${owner}.shop.example.`, qtype).authority;
  expect(authority('web', 'A')).toMatchObject([{ owner: 'shop.example.' }]);
  expect(authority('web', 'ANY')).toMatchObject([{ owner: 'shop.example.' }]);
  expect(authority('sub', 'DS')).toEqual([]);
  expect(authority('www.old', 'ANY')).toEqual([]);
});

test('a response brings the letters of its zone, or none where all are lower case', () => {
  const mixed = makeNameServer([zone('case.example.', '@ SOA ns h 1 2 3 4 5', 'MiX CNAME WeB')]);
  const { spellings } = ask('mix.case.example.', 'CNAME', mixed);
  expect(spellings?.get(name('mix.case.example.'))).toBe('MiX.case.example.');
  expect(spellings?.get(name('web.case.example.'))).toBe('WeB.case.example.');
  expect(ask('www.shop.example.', 'A').spellings).toBeUndefined();
});

test('a negative answer lasts for the SOA’s own TTL where that is below its minimum', () => {
  const brief = makeNameServer([
    zone('brief.example.', '@ 20 SOA ns h 1 2 3 4 900', 'www 5 CNAME web', 'web 5 A 192.0.2.1'),
  ]);
  expect(ask('gone.brief.example.', 'A', brief).authority[0]?.ttl).toBe(20);
  expect(ask('www.brief.example.', 'AAAA', brief)).toMatchObject({
    answer: [{ owner: 'www.brief.example.' }],
    authority: [{ ttl: 20 }],
  });
});

test('an answer to ANY is every set, and brings no addresses along', () => {
  const response = ask('shop.example.', 'ANY');
  expect(response.answer.map(({ rdata }) => rdata[0]?.type)).toEqual(['SOA', 'NS', 'MX']);
  expect(response.additional).toEqual([]);
});

test('the nearest zone answers; DS is the parent’s where both are served', () => {
  const both = makeNameServer([parent, shop]);
  expect(ask('web.shop.example.', 'A', both).aa).toBe(true);
  expect(lines(ask('shop.example.', 'DS', both).answer)).toEqual(['shop.example. 3600 DS 9 8 9 ff']);
  expect(ask('shop.example.', 'DS')).toMatchObject({
    rcode: 'NOERROR',
    answer: [],
    authority: [{ owner: 'shop.example.' }],
  });
  expect(ask('example.', 'DS', both)).toMatchObject({ rcode: 'NOERROR', authority: [{ owner: 'example.' }] });
});

test('the parent alone refers for NS at the cut and answers DS with authority', () => {
  const above = makeNameServer([parent]);
  expect(ask('shop.example.', 'NS', above)).toMatchObject({ aa: false, answer: [] });
  expect(ask('shop.example.', 'DS', above)).toMatchObject({ aa: true, answer: [{ owner: 'shop.example.' }] });
});
