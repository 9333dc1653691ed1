import { expect, test } from 'vitest';
import { octetsOfHex } from '../../../src/dns/octets.ts';
import { formatRdata } from '../../../src/dns/rdata/text.ts';
import { decodeResponse } from '../../../src/dns/wire/decode-response.ts';

const read = (hex: string) => decodeResponse(Uint8Array.from(octetsOfHex(hex.replaceAll(' ', ''))))?.response;
const ASKED = '03777777 076578616d706c65 00 0001 0001';
const A = (address: string, ttl = '00000e10') => `c00c 0001 0001 ${ttl} 0004 ${address}`;
const OPT = (ttl = '00000000', data = '0000') => `00 0029 04d0 ${ttl} ${data}`;

// biome-ignore format: a table reads down its columns
test.each([
  ['no error',                  `1267 8400 0001 0000 0000 0000 ${ASKED}`,                      'NOERROR'],
  ['a name that does not exist', `1267 8403 0001 0000 0000 0000 ${ASKED}`,                     'NXDOMAIN'],
  ['no authority',              `1267 8009 0001 0000 0000 0000 ${ASKED}`,                      'NOTAUTH'],
  ['no name',                   `1267 800b 0001 0000 0000 0000 ${ASKED}`,                      'RCODE11'],
  ['a later EDNS',              `1267 8000 0001 0000 0000 0001 ${ASKED} ${OPT('01000000')}`,   'BADVERS'],
  ['a cookie that is wrong',    `1267 8007 0001 0000 0000 0001 ${ASKED} ${OPT('01000000')}`,   'BADCOOKIE'],
  ['the highest there is',      `1267 800f 0001 0000 0000 0001 ${ASKED} ${OPT('ff000000')}`,   'RCODE4095'],
] as const)('the code of a reply is read: %s', (_, hex, rcode) => {
  expect(read(hex)?.rcode).toBe(rcode);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a query',                   `1267 0400 0001 0000 0000 0000 ${ASKED}`],
  ['no question',               '1267 8400 0000 0000 0000 0000'],
  ['two questions',             `1267 8400 0002 0000 0000 0000 ${ASKED} ${ASKED}`],
  ['another class',             '1267 8400 0001 0000 0000 0000 0161 00 0001 0003'],
  ['octets left over',          `1267 8400 0001 0000 0000 0000 ${ASKED} 00`],
  ['an address too short',      `1267 8400 0001 0001 0000 0000 ${ASKED} c00c 0001 0001 00000e10 0003 c00002`],
  ['an address too long',       `1267 8400 0001 0001 0000 0000 ${ASKED} c00c 0001 0001 00000e10 0005 c000020101`],
  ['a record cut short',        `1267 8400 0001 0001 0000 0000 ${ASKED} c00c 0001 0001 00000e10 0004 c00002`],
  ['a name compressed where none may be', `1267 8400 0001 0001 0000 0000 ${ASKED} c00c 0027 0001 00000e10 0002 c010`],
  ['two OPTs',                  `1267 8400 0001 0000 0000 0002 ${ASKED} ${OPT()} ${OPT()}`],
  ['an OPT with a name',        `1267 8400 0001 0000 0000 0001 ${ASKED} 0161 ${OPT()}`],
  ['an OPT as an answer',       `1267 8400 0001 0001 0000 0000 ${ASKED} ${OPT()}`],
  ['an option that runs over',  `1267 8400 0001 0000 0000 0001 ${ASKED} ${OPT('00000000', '0004 000f 0005')}`],
] as const)('%s is no reply to read', (_, hex) => {
  expect(read(hex)).toBeUndefined();
});

test('what is cut short gives its header and question alone', () => {
  const cut = read(`1267 8600 0001 0001 0000 0000 ${ASKED} c00c 0001`);
  expect(cut).toMatchObject({ tc: true, question: { qname: 'www.example.', qtype: 'A' }, answer: [] });
});

test('the records of a set are joined wherever they stand, each once, with the first TTL', () => {
  const cname = 'c00c 0010 0001 00000e10 0002 0178';
  const records = [A('c0000201'), cname, A('c0000202', '00000001'), A('c0000201')];
  const answer = read(`1267 8400 0001 0004 0000 0000 ${ASKED} ${records.join('')}`)?.answer;
  expect(answer).toMatchObject([
    { ttl: 3600, rdata: [{ address: '192.0.2.1' }, { address: '192.0.2.2' }] },
    { ttl: 3600, rdata: [{ strings: ['x'] }] },
  ]);
});

test('a TTL above 2^31 - 1 counts as 0, and a record of another class does not count', () => {
  const other = 'c00c 0001 0003 00000e10 0004 c0000201';
  const answer = read(`1267 8400 0001 0002 0000 0000 ${ASKED} ${other} ${A('c0000202', '80000000')}`)?.answer;
  expect(answer).toEqual([{ owner: 'www.example.', ttl: 0, rdata: [{ type: 'A', address: '192.0.2.2' }] }]);
});

test('a name compressed in SRV is read, though nobody should write it', () => {
  const srv = 'c00c 0021 0001 00000e10 0008 0001 0002 0050 c010';
  const [rdata] = read(`1267 8400 0001 0001 0000 0000 ${ASKED} ${srv}`)?.answer[0]?.rdata ?? [];
  expect(rdata && formatRdata(rdata)).toBe('1 2 80 example.');
});
