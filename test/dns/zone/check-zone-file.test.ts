import { expect, test } from 'vitest';
import { name } from '../../../src/dns/name.ts';
import { checkZoneFile } from '../../../src/dns/zone/check-zone-file.ts';

const told = (lines: readonly string[]) =>
  checkZoneFile(lines.join('\n'), { origin: name('example.'), defaultTtl: 300 }).findings.map(
    ({ severity, kind, line, column, message }) => `${line}:${column} ${severity} ${kind}: ${message}`,
  );
const SOUND = ['@ 300 SOA ns host 1 3600 600 86400 300', '@ NS ns', 'ns A 192.0.2.1'];

test('a sound file has no findings', () => {
  expect(told(SOUND)).toEqual([]);
});

test('each finding stands at the record that has to change, errors first, and names the lines of the others', () => {
  const lines = [
    'www CNAME ns',
    'www A 192.0.2.2',
    '  TXT x',
    'd NS ns.far.test.',
    't.d TXT (',
    '  x )',
    'ns A 192.0.2.1',
  ];
  const more = ['ns 60 A 192.0.2.3', 'far.test. A 192.0.2.1', 'm MX 1 www', 'n DNAME a', 'n DNAME b'];
  expect(told([...SOUND, ...lines, ...more])).toEqual([
    '5:1 error cname-beside-other-data: www.example has a CNAME beside A, TXT: an alias may have nothing else (see lines 4, 6)',
    '15:1 error several-dnames: n.example has several DNAMEs: there may be one (see line 14)',
    '8:1 warning below-cut: t.d.example is below the delegation at d.example.: TXT is hidden (see line 7)',
    '10:1 warning duplicate-record: ns.example. A 192.0.2.1 stands here again, after line 3: it counts once',
    '11:1 warning ttls-differ: ns.example. A has TTL 300 from line 3 already: a set has one TTL',
    '12:1 warning outside-zone: far.test. is not in the zone example. and is left out',
  ]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['an alias after what it may not stand beside', ['x A 192.0.2.1', 'x TXT x', 'x CNAME ns'],                      6, 'see lines 4, 5'],
  ['the second alias that is another',            ['x CNAME a', 'x CNAME a', 'x CNAME b', 'x CNAME c'],            6, 'see lines 4, 7'],
  ['the delegation beside a DNAME',               ['x DNAME a', 'x DNAME a', 'x NS ns', 'x NS ns.far.test.'],       6, 'see line 4'],
  ['the first record at a name that is no host',  ['a_b MX 1 ns', 'a_b A 192.0.2.1'],                               4, 'has A, MX but'],
  ['the first record that is hidden',             ['n DNAME a', 'x.n TXT x', 'x.n A 192.0.2.1'],                    5, 'see line 4'],
  ['a server whose sibling has no glue',          ['d NS x.e', 'e NS ns.far.test.'],                                4, 'see line 5'],
] as const)('a finding stands at %s', (_, lines, line, words) => {
  const found = told([...SOUND, ...lines]).filter((each) => !each.includes('duplicate-record'));
  expect(found[0]).toMatch(new RegExp(`^${line}:1 .*${words}`));
});

test('a file without SOA and NS is told so at its beginning', () => {
  expect(told(['ns 300 A 192.0.2.1'])).toEqual([
    '1:1 error no-soa: example has no SOA: a zone needs exactly one',
    '1:1 error no-apex-ns: example has no NS: a zone names its own servers',
  ]);
});

test('while something cannot be read nothing is said to be missing, and what is there is judged', () => {
  expect(told(['@ SOA ns host 1 3600', '@ 300 NS nowhere', 'x CNAME a', 'x CNAME b', 'y A 192.0.2'])).toEqual([
    expect.stringMatching(/^1:\d+ error syntax: SOA: /),
    '4:1 error several-cnames: x.example has several CNAMEs: a name is an alias of one name only (see line 3)',
    expect.stringMatching(/^5:5 error syntax: A: /),
  ]);
});

test('a file without any TTL is told so once', () => {
  expect(told(['@ SOA ns host 1 3600 600 86400 300', ...SOUND.slice(1)])).toEqual([
    '1:1 warning no-ttl: there is no TTL here, none before it, and no $TTL: 300 is taken',
  ]);
});

test('records that one line generates stand at that line', () => {
  expect(told([...SOUND, 'h3 TXT x', '$GENERATE 1-3 h$ CNAME ns'])).toEqual([
    '5:15 error cname-beside-other-data: h3.example has a CNAME beside TXT: an alias may have nothing else (see line 4)',
  ]);
});

test('a file of 90,000 records is judged whole', () => {
  const file = (names: number) => [
    ...SOUND,
    ...Array.from(
      { length: names },
      (_, n) => `h${n} MX 1 g${n}\nh${n}.s A 192.0.2.1\none A 10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`,
    ),
    'x.s DNAME ns',
  ];
  expect(told(file(30_000))).toHaveLength(30_000);
});
