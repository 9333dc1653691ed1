import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Response } from '../../../src/dns/message.ts';
import { name } from '../../../src/dns/name.ts';
import { octetsOfHex } from '../../../src/dns/octets.ts';
import { decodeQuery, decodeResponse, encodeResponse, type WireQuery } from '../../../src/dns/wire/wire.ts';
import { rrsetsOf } from '../../../src/dns/zone/zone.ts';
import { zone } from '../../support/zone.ts';
import { anyName, anyRdata } from '../arbitrary.ts';

const question = { qname: name('www.example.'), qtype: 'A' } as const;
const query: WireQuery = { id: 4711, rd: true, question, udpSize: undefined };
const octets = (hex: string) => Uint8Array.from(octetsOfHex(hex.replaceAll(' ', '')));
const HEADER = '1267 0100 0001 0000 0000';
const ASKED = '03777777 076578616d706c65 00 0001 0001';

const response = (...lines: string[]): Response => ({
  question,
  rcode: 'NOERROR',
  aa: true,
  tc: false,
  ra: false,
  answer: rrsetsOf(zone('example.', ...lines)).filter(({ rdata }) => rdata[0]?.type !== 'SOA'),
  authority: [],
  additional: [],
});

test('a query is read: id, RD, question, and the size that EDNS announces', () => {
  expect(decodeQuery(octets(`${HEADER} 0000 ${ASKED}`))).toEqual({ ok: true, value: query });
  const edns = decodeQuery(octets(`${HEADER} 0001 ${ASKED} 00 0029 1000 00000000 0000`));
  expect(edns).toEqual({ ok: true, value: { ...query, udpSize: 4096 } });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing',                  '',                                              'too-short'],
  ['half a header',            '1267 0100 0001',                                'too-short'],
  ['a response',               `1267 8100 0001 0000 0000 0000 ${ASKED}`,        'not-a-query'],
  ['another operation',        `1267 2800 0001 0000 0000 0000 ${ASKED}`,        'notimp'],
  ['no question',              '1267 0100 0000 0000 0000 0000',                 'formerr'],
  ['two questions',            `1267 0100 0002 0000 0000 0000 ${ASKED}${ASKED}`, 'formerr'],
  ['a question cut short',     `${HEADER} 0000 03777777`,                       'formerr'],
  ['a name pointing at itself', `${HEADER} 0000 c00c 0001 0001`,                'formerr'],
  ['another class',            `${HEADER} 0000 0161 00 0001 0003`,              'other-class'],
] as const)('%s is no query to answer', (_, hex, problem) => {
  expect(decodeQuery(octets(hex))).toEqual({ ok: false, problem });
});

test('a response reads back from its octets', () => {
  const sets = fc.tuple(anyName, fc.integer({ min: 0, max: 0x7fff_ffff }), anyRdata);
  fc.assert(
    fc.property(anyName, sets, (qname, [owner, ttl, rdata]) => {
      const set = { owner, ttl, rdata: [rdata] };
      const sent = {
        ...response(),
        question: { qname, qtype: rdata.type },
        answer: [set],
        authority: [set],
        additional: [set],
      };
      expect(decodeResponse(encodeResponse(sent, query, 'tcp'))).toEqual({ id: 4711, response: sent });
    }),
  );
});

test('names are compressed: a reply with ten addresses takes 16 octets for each', () => {
  const lines = Array.from({ length: 10 }, (_, index) => `www A 192.0.2.${index}`);
  expect(encodeResponse(response(...lines), query, 'udp')).toHaveLength(12 + 17 + 10 * 16);
});

test('what does not fit in UDP is cut short, and whole over TCP', () => {
  const long = response(...Array.from({ length: 60 }, (_, index) => `www A 192.0.2.${index}`));
  expect(decodeResponse(encodeResponse(long, query, 'udp'))?.response).toMatchObject({ tc: true, answer: [] });
  expect(decodeResponse(encodeResponse(long, { ...query, udpSize: 4096 }, 'udp'))?.response.tc).toBe(false);
  const longer = response(...Array.from({ length: 200 }, (_, index) => `www A 192.0.2.${index}`));
  expect(encodeResponse(longer, { ...query, udpSize: 4096 }, 'udp').length).toBeLessThanOrEqual(1232);
  expect(decodeResponse(encodeResponse(longer, query, 'tcp'))?.response.answer[0]?.rdata).toHaveLength(200);
});

test('EDNS is answered only where it was used', () => {
  const plain = encodeResponse(response('www A 192.0.2.1'), query, 'udp');
  expect(encodeResponse(response('www A 192.0.2.1'), { ...query, udpSize: 512 }, 'udp')).toHaveLength(
    plain.length + 11,
  );
});

test('no octets make a reader throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (noise) => {
      decodeQuery(noise);
      decodeResponse(noise);
    }),
  );
  const whole = encodeResponse(response('www A 192.0.2.1', 'www MX 10 mail', 'www TXT x y'), query, 'udp');
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, octet) => {
      decodeResponse(whole.with(at, octet));
      expect(decodeResponse(whole.subarray(0, at))).toBeUndefined();
    }),
  );
});
