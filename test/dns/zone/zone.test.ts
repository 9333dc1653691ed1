import { expect, test } from 'vitest';
import { name } from '../../../src/dns/name.ts';
import type { RRsetOf } from '../../../src/dns/record.ts';
import { makeZone, rrsetAt, rrsetsOf, withoutRRset, withRRset } from '../../../src/dns/zone/zone.ts';
import { zone } from '../../support/zone.ts';

const address = (owner: string, ...addresses: string[]): RRsetOf<'A'> => ({
  owner: name(owner),
  ttl: 300,
  rdata: addresses.map((one) => ({ type: 'A', address: one })),
});

test('a set is put in place of the one that was there, and the old zone stays as it was', () => {
  const before = makeZone(name('example.'), [address('www.example.', '192.0.2.1')]);
  const after = withRRset(before, address('www.example.', '192.0.2.2', '192.0.2.2'));
  expect(rrsetAt(after, name('www.example.'), 'A')).toEqual(address('www.example.', '192.0.2.2'));
  expect(rrsetAt(before, name('www.example.'), 'A')).toEqual(address('www.example.', '192.0.2.1'));
});

test('sets of one owner and type are joined, each record once', () => {
  const parts = [address('www.example.', '192.0.2.1'), address('www.example.', '192.0.2.2', '192.0.2.1')];
  const joined = makeZone(name('example.'), parts);
  expect(rrsetsOf(joined)).toEqual([address('www.example.', '192.0.2.1', '192.0.2.2')]);
});

test('a set without records changes nothing', () => {
  const before = makeZone(name('example.'), []);
  expect(withRRset(before, address('www.example.'))).toBe(before);
});

test('names above a record exist too, down from the origin', () => {
  const { nodes } = makeZone(name('example.'), [address('a.b.c.example.', '192.0.2.1')]);
  expect([...nodes.keys()].sort()).toEqual(['a.b.c.example.', 'b.c.example.', 'c.example.', 'example.']);
});

test('with its last record a name goes, and what existed only above it', () => {
  const before = zone('example.', 'a.b.c 1 A 192.0.2.1', 'd.c 1 A 192.0.2.1', 'd.c 1 TXT x');
  const one = withoutRRset(before, name('a.b.c.example.'), 'A');
  expect([...one.nodes.keys()].sort()).toEqual(['c.example.', 'd.c.example.', 'example.']);
  const two = withoutRRset(one, name('d.c.example.'), 'A');
  expect(two.nodes.has(name('d.c.example.'))).toBe(true);
  const three = withoutRRset(two, name('d.c.example.'), 'TXT');
  expect([...three.nodes.keys()]).toEqual(['example.']);
});

test('a name with others below it stays without its last record', () => {
  const before = zone('example.', 'c 1 A 192.0.2.1', 'd.c 1 A 192.0.2.1');
  const after = withoutRRset(before, name('c.example.'), 'A');
  expect(after.nodes.has(name('c.example.'))).toBe(true);
  expect(rrsetAt(after, name('c.example.'), 'A')).toBeUndefined();
});

test('taking away what is not there gives the same zone', () => {
  const before = zone('example.', 'c 1 A 192.0.2.1');
  expect(withoutRRset(before, name('c.example.'), 'MX')).toBe(before);
  expect(withoutRRset(before, name('x.example.'), 'A')).toBe(before);
});

test('sets are listed apex first, SOA and NS before the rest, then by name', () => {
  const listed = zone(
    'example.',
    'b A 192.0.2.1',
    'a.b A 192.0.2.1',
    'a MX 1 b',
    'a A 192.0.2.1',
    '@ A 192.0.2.1',
    '@ NS b',
  );
  expect(rrsetsOf(listed).map(({ owner, rdata }) => `${owner} ${rdata[0]?.type}`)).toEqual([
    'example. SOA',
    'example. NS',
    'example. A',
    'a.example. A',
    'a.example. MX',
    'b.example. A',
    'a.b.example. A',
  ]);
});
