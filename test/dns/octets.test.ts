import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatIpv6, ipv6Octets } from '../../src/dns/address.ts';
import { name } from '../../src/dns/name.ts';
import { hexOf, OctetReader, OctetWriter } from '../../src/dns/octets.ts';
import { quoteString, unescapeString } from '../../src/dns/tokens.ts';
import { anyName } from './arbitrary.ts';

const HEADER = new Array(12).fill(0);
const reader = (...octets: number[]) => new OctetReader(Uint8Array.from(octets));

test('names written with compression read back, each pointing at what came before', () => {
  fc.assert(
    fc.property(fc.array(anyName, { minLength: 1, maxLength: 5 }), (names) => {
      const writer = new OctetWriter();
      writer.bytes(HEADER);
      for (const one of [...names, ...names]) writer.name(one, true);
      const all = reader(...writer.octets);
      all.at = HEADER.length;
      expect([...names, ...names].map(() => all.name())).toEqual([...names, ...names]);
      expect(all.left).toBe(0);
    }),
  );
});

test('a name that was there before takes two octets', () => {
  const writer = new OctetWriter();
  writer.bytes(HEADER);
  for (const text of ['www.example.', 'example.', 'mail.example.']) writer.name(name(text), true);
  expect(hexOf(writer.octets.subarray(12))).toBe('03777777076578616d706c6500c010046d61696cc010');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a pointer to itself',          [0xc0, 0x0c]],
  ['a pointer forwards',           [0xc0, 0x0e, 0x00]],
  ['a pointer into the header',    [0xc0, 0x04]],
  ['a pointer cut in two',         [0xc0]],
  ['a label that runs over',       [0x05, 0x61]],
  ['a label of an unknown kind',   [0x40, 0x61, 0x00]],
  ['no end',                       [0x01, 0x61]],
  ['nothing',                      []],
  ['more than 255 octets',         [...Array.from({ length: 128 }, () => [1, 97]).flat(), 0]],
] as const)('octets are no name: %s', (_, octets) => {
  const all = reader(...HEADER, ...octets);
  all.at = HEADER.length;
  expect(all.name()).toBeUndefined();
});

test('two pointers that point at each other end', () => {
  const pair = reader(...HEADER, 0xc0, 0x0e, 0xc0, 0x0c);
  pair.at = 14;
  expect(pair.name()).toBeUndefined();
});

test('numbers are read and written with the first octet highest', () => {
  const writer = new OctetWriter();
  writer.number(0xffff_fffe, 4);
  writer.number(0x0102, 2);
  expect([...writer.octets]).toEqual([255, 255, 255, 254, 1, 2]);
  const back = reader(...writer.octets);
  expect([back.number(4), back.number(2), back.number(1)]).toEqual([0xffff_fffe, 0x0102, undefined]);
});

test('names are written with the letters they are given, which change nothing else', () => {
  const spellings = new Map([
    [name('www.example.'), 'WwW.Example.'],
    [name('a\\.b.example.'), 'A\\.b.example.'],
  ]);
  const writer = new OctetWriter(spellings);
  for (const text of ['www.example.', 'a\\.b.example.', 'www.example.']) writer.name(name(text), true);
  expect(Buffer.from(writer.octets).toString('latin1')).toBe('\x03WwW\x07Example\0\x03A.b\xc0\x04\xc0\0');
});

test('a name that is signed letter by letter is written as it was signed', () => {
  const writer = new OctetWriter(new Map([[name('www.example.'), 'WwW.Example.']]));
  writer.name(name('www.example.'), false, false);
  expect(Buffer.from(writer.octets).toString('latin1')).toBe('\x03www\x07example\0');
});

test('what is taken back is pointed at no more', () => {
  const writer = new OctetWriter();
  writer.name(name('a.'), true);
  const before = writer.length;
  writer.name(name('b.'), true);
  writer.truncate(before);
  writer.name(name('b.'), true);
  expect([...writer.octets]).toEqual([1, 97, 0, 1, 98, 0]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['::',                  '::'],
  ['::1',                 '::1'],
  ['1::',                 '1::'],
  ['0:0:1:0:0:0:1:0',     '0:0:1::1:0'],
  ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
  ['2001:0DB8::00:1',     '2001:db8::1'],
  ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
  ['::ffff:192.0.2.1',    '::ffff:192.0.2.1'],
] as const)('the IPv6 address %s is written %s', (text, expected) => {
  expect(formatIpv6(ipv6Octets(text)!)).toBe(expected);
});

test('an IPv6 address reads back from what it prints', () => {
  const groups = fc.array(fc.constantFrom(0, 0, 0, 1, 0xffff, 0xdb8), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(groups, (values) => {
      const octets = values.flatMap((value) => [value >> 8, value & 255]);
      expect(ipv6Octets(formatIpv6(octets))).toEqual(octets);
    }),
  );
});

test('a character string reads back from its quotes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 30 }), (octets) => {
      const text = String.fromCharCode(...octets);
      expect(unescapeString(quoteString(text).slice(1, -1))).toBe(text);
    }),
  );
});
