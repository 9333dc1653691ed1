import { expect, test } from 'vitest';
import { hexOf, octetsOfHex } from '../../../src/dns/octets.ts';
import { decodeQuery, type WireQuery } from '../../../src/dns/wire/decode-query.ts';
import { errorReply } from '../../../src/dns/wire/error-reply.ts';

const octets = (hex: string) => Uint8Array.from(octetsOfHex(hex.replaceAll(' ', '')));
const HEADER = '1267 0100 0001 0000 0000';
const ASKED = '03777777 076578616d706c65 00 0001 0001';
const OPT = '00 0029 1000 00000000 0000';
const read = (hex: string) => decodeQuery(octets(hex));
const query: WireQuery = {
  id: 0x1267,
  rd: true,
  ad: false,
  cd: false,
  question: { qname: 'www.example.' as never, qtype: 'A' },
  asked: octets(ASKED),
};

test('a query is read: id, RD, question, and what EDNS announces', () => {
  expect(read(`${HEADER} 0000 ${ASKED}`)).toEqual({ ok: true, value: query });
  const edns = { udpSize: 4096, version: 0, dnssec: false };
  expect(read(`${HEADER} 0001 ${ASKED} ${OPT}`)).toEqual({ ok: true, value: { ...query, edns } });
  const all = read(`1267 0030 0001 0000 0000 0001 ${ASKED} 00 0029 04d0 00008000 0008 000a0004 01020304`);
  const bits = { rd: false, ad: true, cd: true, edns: { udpSize: 1232, version: 0, dnssec: true } };
  expect(all).toEqual({ ok: true, value: { ...query, ...bits } });
});

test('what dig, kdig and drill send is read', () => {
  const dig = read(
    'f1d2 0120 0001 0000 0000 0001 03777777 076578616d706c65 00 0001 0001 00 0029 04d0 0000 0000 000c 000a 0008 71a1b0f0a4d24c9e',
  );
  expect(dig).toMatchObject({ ok: true, value: { ad: true, rd: true, edns: { udpSize: 1232 } } });
  expect(read('d22c 0120 0001 0000 0000 0000 03777777 076578616d706c65 00 0001 0001')).toMatchObject({ ok: true });
});

test('a type that no record can have is asked for like any other', () => {
  for (const type of ['0000', '0029', '0080', '00fa', '00fe']) {
    const qtype = `TYPE${Number.parseInt(type, 16)}`;
    expect(read(`${HEADER} 0000 0161 00 ${type} 0001`)).toMatchObject({ ok: true, value: { question: { qtype } } });
  }
});

test('the letters of the question are kept, and mean nothing', () => {
  const shouted = '0357577707657841 4d706c65 00 0001 0001';
  expect(read(`${HEADER} 0000 ${shouted}`)).toEqual({ ok: true, value: { ...query, asked: octets(shouted) } });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing',                   '',                                                'silence'],
  ['half a header',             '1267 0100 0001',                                  'silence'],
  ['a response',                `1267 8100 0001 0000 0000 0000 ${ASKED}`,          'silence'],
  ['another operation',         `1267 2800 0001 0000 0000 0000 ${ASKED}`,          '1267a8040000000000000000'],
  ['no question',               '1267 0100 0000 0000 0000 0000',                   '126781010000000000000000'],
  ['two questions',             `1267 0100 0002 0000 0000 0000 ${ASKED}${ASKED}`,  '126781010000000000000000'],
  ['a question cut short',      `${HEADER} 0000 03777777`,                         '126781010000000000000000'],
  ['a name pointing at itself', `${HEADER} 0000 c00c 0001 0001`,                   '126781010000000000000000'],
  ['a name in the header',      `${HEADER} 0000 c004 0001 0001`,                   '126781010000000000000000'],
  ['octets left over',          `${HEADER} 0000 ${ASKED} 00`,                      `126781010001000000000000${ASKED}`],
  ['a record that is not there', `${HEADER} 0001 ${ASKED}`,                        `126781010001000000000000${ASKED}`],
  ['two OPTs',                  `${HEADER} 0002 ${ASKED} ${OPT} ${OPT}`,           `126781010001000000000000${ASKED}`],
  ['an OPT with a name',        `${HEADER} 0001 ${ASKED} 0161 ${OPT}`,             `126781010001000000000000${ASKED}`],
  ['an OPT as an answer',       `1267 0100 0001 0001 0000 0000 ${ASKED} ${OPT}`,   `126781010001000000000000${ASKED}`],
  ['another class',             `${HEADER} 0000 0161 00 0001 0003`,                '126781050001000000000000 0161 00 0001 0003'],
  ['any class',                 `${HEADER} 0000 0161 00 0001 00ff`,                '126781050001000000000000 0161 00 0001 00ff'],
  ['a zone transfer',           `${HEADER} 0000 0161 00 00fc 0001`,                '126781050001000000000000 0161 00 00fc 0001'],
  ['a transfer of changes',     `${HEADER} 0000 0161 00 00fb 0001`,                '126781050001000000000000 0161 00 00fb 0001'],
  ['no question, with EDNS',    `1267 0100 0000 0000 0000 0001 ${OPT}`,            '126781010000000000000001 00 0029 04d0 00000000 0000'],
  ['no question and too much',  '1267 0100 0000 0000 0000 0000 00',                '126781010000000000000000'],
  ['an option that runs over',  `${HEADER} 0001 ${ASKED} 00 0029 1000 00000000 0004 0003 0008`,
                                `126781010001000000000000${ASKED}`],
  ['a later EDNS',              `${HEADER} 0001 ${ASKED} 00 0029 1000 00018000 0000`,
                                `126781000001000000000001${ASKED} 00 0029 04d0 01008000 0000`],
] as const)('%s is no query to answer', (_, hex, expected) => {
  const decoded = read(hex);
  const reply = decoded.ok ? undefined : errorReply(decoded.problem);
  expect(decoded.ok).toBe(false);
  expect(reply ? hexOf(reply) : 'silence').toBe(expected.replaceAll(' ', ''));
});
