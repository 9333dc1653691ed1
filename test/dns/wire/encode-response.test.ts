import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Response } from '../../../src/dns/message.ts';
import { type Name, name } from '../../../src/dns/name.ts';
import { decodeQuery, type WireQuery } from '../../../src/dns/wire/decode-query.ts';
import { decodeResponse } from '../../../src/dns/wire/decode-response.ts';
import { encodeQuery, type QueryToSend } from '../../../src/dns/wire/encode-query.ts';
import { encodeResponse } from '../../../src/dns/wire/encode-response.ts';
import { rrsetsOf } from '../../../src/dns/zone/zone.ts';
import { zone } from '../../support/zone.ts';
import { anyName, anyRdata } from '../arbitrary.ts';

const question = { qname: name('www.example.'), qtype: 'A' } as const;

/** A query as a client's octets make it. */
function asked(changes: Partial<QueryToSend> = {}): WireQuery {
  const query = decodeQuery(encodeQuery({ id: 4711, question, rd: true, edns: false, ...changes }));
  if (!query.ok) throw new Error(JSON.stringify(query.problem));
  return query.value;
}
const plain = asked();
const withSize = (udpSize: number): WireQuery => ({ ...plain, edns: { udpSize, version: 0, dnssec: false } });

const sets = (...lines: string[]) =>
  rrsetsOf(zone('example.', ...lines)).filter(({ rdata }) => rdata[0]?.type !== 'SOA');
const response = (...lines: string[]): Response => ({
  question,
  rcode: 'NOERROR',
  aa: true,
  tc: false,
  ra: false,
  answer: sets(...lines),
  authority: [],
  additional: [],
});
const addresses = (count: number) => Array.from({ length: count }, (_, index) => `www A 192.0.2.${index}`);
const reread = (sent: Response, query: WireQuery, transport: 'udp' | 'tcp' = 'udp') =>
  decodeResponse(encodeResponse(sent, query, transport))?.response;

test('a response reads back from its octets', () => {
  const set = fc.tuple(anyName, fc.integer({ min: 0, max: 0x7fff_ffff }), anyRdata);
  fc.assert(
    fc.property(anyName, set, (qname, [owner, ttl, rdata]) => {
      const set = { owner, ttl, rdata: [rdata] };
      const question = { qname, qtype: rdata.type };
      const sent = { ...response(), question, answer: [set], authority: [set], additional: [set] };
      const octets = encodeResponse(sent, asked({ question }), 'tcp');
      expect(decodeResponse(octets)).toEqual({ id: 4711, response: sent });
    }),
  );
});

test('names are compressed: a reply with ten addresses takes 16 octets for each', () => {
  expect(encodeResponse(response(...addresses(10)), plain, 'udp')).toHaveLength(12 + 17 + 10 * 16);
});

test('the question comes back with its letters, and the answer points at it', () => {
  const shouted = Uint8Array.from(plain.asked, (octet) => (octet > 0x60 ? octet - 0x20 : octet));
  const octets = encodeResponse(response('www A 192.0.2.1'), { ...plain, asked: shouted }, 'udp');
  const text = Buffer.from(octets).toString('latin1');
  expect(text).toContain('\x03WWW\x07EXAMPLE\0');
  expect(text.toLowerCase().split('example')).toHaveLength(2);
});

test('other names come with the letters they have in the zone', () => {
  const spellings = new Map<Name, string>([[name('mail.example.'), 'MaiL.example.']]);
  const sent = { ...response('www MX 10 mail'), spellings };
  expect(Buffer.from(encodeResponse(sent, plain, 'udp')).toString('latin1')).toContain('\x04MaiL');
});

test('what does not fit in UDP is cut short by whole sets, and whole over TCP', () => {
  const long = response(...addresses(60));
  expect(reread(long, plain)).toMatchObject({ tc: true, answer: [] });
  expect(reread(long, withSize(4096))).toMatchObject({ tc: false, answer: [{ owner: 'www.example.' }] });
  const two = response('www A 192.0.2.1', ...Array.from({ length: 60 }, (_, index) => `xxx A 192.0.2.${index}`));
  expect(reread(two, plain)).toMatchObject({ tc: true, answer: [{ owner: 'www.example.' }] });
  const longer = response(...addresses(200));
  expect(encodeResponse(longer, withSize(65_000), 'udp').length).toBeLessThanOrEqual(1232);
  expect(reread(longer, plain, 'tcp')?.answer[0]?.rdata).toHaveLength(200);
  expect(reread(longer, withSize(1), 'udp')).toMatchObject({ tc: true });
});

test('an address that is only a kindness is left out; glue that is needed is missed', () => {
  const many = (owner: string) => sets(...Array.from({ length: 40 }, (_, index) => `${owner} A 192.0.2.${index}`));
  const kind = { ...response('www A 192.0.2.1'), additional: many('ns.sub') };
  expect(reread(kind, plain)).toMatchObject({ tc: false, additional: [] });
  const referral = { ...response(), aa: false, authority: sets('sub NS ns.sub'), additional: many('ns.sub') };
  expect(reread(referral, plain)).toMatchObject({ tc: true, authority: [{ owner: 'sub.example.' }], additional: [] });
  const sibling = { ...referral, authority: sets('sub NS ns.sib'), additional: many('ns.sib') };
  expect(reread(sibling, plain)).toMatchObject({ tc: false, additional: [] });
});

test('EDNS is answered only where it was used, with DO and the extended errors', () => {
  const sent = { ...response('www A 192.0.2.1'), extendedErrors: [{ code: 22, text: 'nobody replied' }] };
  const without = encodeResponse(sent, plain, 'udp');
  const octets = encodeResponse(sent, asked({ edns: true, dnssec: true }), 'udp');
  expect(octets.length).toBe(without.length + 11 + 6 + 'nobody replied'.length);
  expect(octets.subarray(without.length, without.length + 9)).toEqual(Uint8Array.of(0, 0, 41, 4, 208, 0, 0, 0x80, 0));
  expect(decodeResponse(octets)?.response.extendedErrors).toEqual(sent.extendedErrors);
});

test('extended errors that do not fit are left out, the last first', () => {
  const [short, long] = [
    { code: 22, text: 'nobody replied' },
    { code: 23, text: 'x'.repeat(2000) },
  ];
  const sent = { ...response('www A 192.0.2.1'), extendedErrors: [short, long] };
  const query = asked({ edns: true });
  expect(reread(sent, query)).toMatchObject({ tc: false, extendedErrors: [short], answer: [{ ttl: 3600 }] });
  expect(reread(sent, query, 'tcp')?.extendedErrors).toEqual([short, long]);
});

test('a code above 15 needs EDNS, and is SERVFAIL without it', () => {
  const sent = { ...response(), rcode: 'BADCOOKIE' } as const;
  expect(reread(sent, asked({ edns: true }))?.rcode).toBe('BADCOOKIE');
  expect(reread(sent, plain)?.rcode).toBe('SERVFAIL');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['AD for who knows of it by DO',    { dnssec: true },   { ad: true },  0x85a0],
  ['no AD for others',                {},                 { ad: true },  0x8580],
  ['CD and RD as they came',          { cd: true },       {},            0x8590],
  ['no RD where none was wanted',     { rd: false },      {},            0x8400],
] as const)('the header has %s', (_, sent, answered, flags) => {
  const octets = encodeResponse({ ...response(), ra: flags !== 0x8400, ...answered }, asked(sent), 'udp');
  expect((octets[2] ?? 0) * 256 + (octets[3] ?? 0)).toBe(flags);
});

test('no octets make a reader throw, and none that are cut off are read', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (noise) => {
      decodeQuery(noise);
      decodeResponse(noise);
    }),
  );
  const whole = encodeResponse(response('www A 192.0.2.1', 'www MX 10 mail', 'www TXT x y'), plain, 'udp');
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, octet) => {
      decodeResponse(whole.with(at, octet));
      expect(decodeResponse(whole.subarray(0, at))).toBeUndefined();
    }),
  );
});
