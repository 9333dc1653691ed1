import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  childOf,
  displayName,
  isAtOrBelow,
  isBelow,
  labelsOf,
  name,
  nameOfOctets,
  octetsOf,
  parentOf,
  parseName,
  parseNameIn,
  ROOT,
  wildcardBelow,
  wireLength,
} from '../../src/dns/name.ts';
import { sortedNames } from '../../src/dns/name-order.ts';
import { anyName } from './arbitrary.ts';

const label63 = 'a'.repeat(63);
const name255 = `${`${label63}.`.repeat(3)}${'b'.repeat(61)}.`;

// biome-ignore format: a table reads down its columns
test.each([
  ['with its trailing dot',             'www.example.com.',     'www.example.com.'],
  ['without it',                        'www.example.com',      'www.example.com.'],
  ['in capitals',                       'WWW.Example.COM',      'www.example.com.'],
  ['with blanks around it',             '  example.com\n',      'example.com.'],
  ['the root',                          '.',                    '.'],
  ['with underscores',                  '_sip._tcp.example',    '_sip._tcp.example.'],
  ['a wildcard',                        '*.example',            '*.example.'],
  ['an escaped dot',                    'a\\.b.example',        'a\\.b.example.'],
  ['a dot given by its number',         'a\\046b.example',      'a\\.b.example.'],
  ['a blank given by its number',       'a\\032b.example',      'a\\032b.example.'],
  ['a capital given by its number',     '\\065.example',        'a.example.'],
  ['an octet beyond ASCII',             '\\195\\188.example',   '\\195\\188.example.'],
  ['an escaped letter',                 '\\w\\w\\w.example',    'www.example.'],
  ['characters that master files use',  'a@b$c.example',        'a\\@b\\$c.example.'],
  ['an escaped backslash before a dot', 'a\\\\.example',        'a\\\\.example.'],
  ['a slash, as in RFC 2317',           '0/25.2.0.192',         '0/25.2.0.192.'],
  ['a label of 63 octets',              `${label63}.example`,   `${label63}.example.`],
  ['a name of 255 octets',              name255,                name255],
] as const)('a name is read %s', (_, text, expected) => {
  expect(parseName(text)).toEqual({ ok: true, value: expected });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing',                      '',                    'empty',          ''],
  ['blanks',                       '   ',                 'empty',          ''],
  ['two dots',                     'a..b',                'empty-label',    ''],
  ['a dot at the front',           '.example',            'empty-label',    ''],
  ['two dots at the end',          'example..',           'empty-label',    ''],
  ['a label of 64 octets',         `${label63}a.example`, 'label-too-long', `${label63}a`],
  ['a name of 257 octets',         `b.${name255}`,        'name-too-long',  'b'],
  ['an escape above 255',          'a\\256.example',      'bad-escape',     'a\\'],
  ['a backslash at the end',       'a.b\\',               'bad-escape',     'b\\'],
  ['a blank',                      'www example.com',     'bad-character',  'www '],
  ['a name in Unicode',            'bücher.example',      'bad-character',  'bü'],
  ['a quotation mark',             'a.b"c',               'bad-character',  'b"'],
] as const)('a name is refused: %s', (_, text, problem, label) => {
  const parsed = parseName(text);
  expect(parsed).toEqual({ ok: false, problem: { problem, label } });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['relative',                'www',           'example.', 'www.example.'],
  ['absolute',                'www.test.',     'example.', 'www.test.'],
  ['the origin',              '@',             'example.', 'example.'],
  ['an escaped dot last',     'www\\.',        'example.', 'www\\..example.'],
  ['relative to the root',    'com',           '.',        'com.'],
  ['in UTF-8',                'ü',             'example.', '\\195\\188.example.'],
] as const)('in a master file a name is %s', (_, text, origin, expected) => {
  expect(parseNameIn(text, name(origin))).toEqual({ ok: true, value: expected });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['itself',                        'example.com.',      'example.com.', true,  false],
  ['a name below',                  'www.example.com.',  'example.com.', true,  true],
  ['a name two labels below',       'a.b.example.com.',  'example.com.', true,  true],
  ['a name that only ends like it', 'myexample.com.',    'example.com.', false, false],
  ['an escaped dot is no border',   'my\\.example.com.', 'example.com.', false, false],
  ['an escaped backslash is one',   'a\\\\.example.com.', 'example.com.', true, true],
  ['a name above',                  'com.',              'example.com.', false, false],
  ['anything under the root',       'com.',              '.',            true,  true],
  ['the root under itself',         '.',                 '.',            true,  false],
] as const)('at or below: %s', (_, one, ancestor, atOrBelow, below) => {
  expect(isAtOrBelow(name(one), name(ancestor))).toBe(atOrBelow);
  expect(isBelow(name(one), name(ancestor))).toBe(below);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['www.example.com.', 'example.com.', ['www', 'example', 'com'],  'www.example.com', 17],
  ['com.',             '.',            ['com'],                    'com',              5],
  ['a\\.b.test.',      'test.',        ['a\\.b', 'test'],          'a\\.b.test',      10],
  ['a\\\\.test.',      'test.',        ['a\\\\', 'test'],          'a\\\\.test',       9],
] as const)('the parts of %s', (text, parent, labels, shown, octets) => {
  const one = name(text);
  expect(parentOf(one)).toBe(parent);
  expect(labelsOf(one)).toEqual(labels);
  expect(displayName(one)).toBe(shown);
  expect(wireLength(one)).toBe(octets);
  expect(childOf(labels[0], name(parent))).toBe(one);
});

test('the root has no parent, no labels, and stays a dot', () => {
  expect(parentOf(ROOT)).toBeUndefined();
  expect(labelsOf(ROOT)).toEqual([]);
  expect(octetsOf(ROOT)).toEqual([]);
  expect(displayName(ROOT)).toBe('.');
  expect(wireLength(ROOT)).toBe(1);
  expect(childOf('com', ROOT)).toBe('com.');
  expect(wildcardBelow(ROOT)).toBe('*.');
});

test('a literal that is no name is a bug', () => {
  expect(() => name('a..b')).toThrow('a..b');
});

test('names are ordered by their labels from the right, a name before those below it', () => {
  const ordered = ['.', 'example.', 'a.example.', 'yljkjljk.a.example.', 'z.a.example.', 'z.example.', 'com.x.'].map(
    name,
  );
  expect(sortedNames(ordered.toReversed())).toEqual(ordered);
});

test('every name reads back from what it prints, with the same octets', () => {
  fc.assert(
    fc.property(anyName, (one) => {
      expect(parseName(one)).toEqual({ ok: true, value: one });
      expect(nameOfOctets(octetsOf(one))).toEqual({ ok: true, value: one });
      expect(labelsOf(one)).toHaveLength(octetsOf(one).length);
    }),
  );
});

test('a name is below its parent, and joins to itself again', () => {
  fc.assert(
    fc.property(anyName, (one) => {
      const parent = parentOf(one);
      if (parent === undefined) return;
      expect(isBelow(one, parent)).toBe(true);
      expect(sortedNames([one, parent])).toEqual([parent, one]);
      expect(octetsOf(one).slice(1)).toEqual(octetsOf(parent));
    }),
  );
});
