import { expect, test } from 'vitest';
import { readDeckApart } from '../../src/anki/read-apart.ts';
import { readAnkiPackage } from '../../src/anki/read-package.ts';
import { readAnki } from '../../src/exchange/read-anki.ts';
import { loadPackDocument } from '../../src/items/load-pack-document.ts';
import { chartSvg } from '../../src/pictures/charts/chart-svg.ts';
import { aDeck, packaged } from '../support/deck.ts';
import { endlessNotes, endlessSchema, overlapping } from '../support/hostile-decks.ts';
import { OWN_PACK } from '../support/own-pack.ts';
import { anItem, aPack } from '../support/pack.ts';

const base = aPack(anItem('kind: typed\n  key: { fact: registrar }'));
const faultsIn = (text: string): readonly string[] => {
  const read = loadPackDocument('pack', text, [base]);
  return read.ok ? [] : read.problem.map(({ message }) => message);
};

test('an archive that lists the same octets thousands of times is unpacked once', () => {
  expect(readAnkiPackage(overlapping(4000))).toMatchObject({ ok: false });
});

test('a database that pretends to have endless notes is read to the limit', () => {
  expect(readAnkiPackage(endlessNotes())).toEqual({ ok: false, problem: expect.stringContaining('more than 2000') });
});

test('a database that keeps its reader busy for ever is given up, and the next is read', async () => {
  const [given, next] = [
    readDeckApart(endlessSchema(), { mostMs: 1000 }),
    readDeckApart(packaged({ 'collection.anki2': aDeck([['a\x1fb', '']]) })),
  ];
  expect(await given).toEqual({ ok: false, problem: expect.stringContaining('it took too long') });
  expect(await next).toMatchObject({ ok: true, value: [{ front: 'a', back: 'b' }] });
});

test.each(['constructor', '__proto__', 'toString'])(
  'a file whose separator is called %s is read like any other',
  (word) => {
    expect(readAnki(`#separator:${word}\nWhat?\tThat\n`)).toMatchObject({ ok: true });
  },
);

const many = (count: number, line: (place: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

// biome-ignore format: a table reads down its columns
test.each([
  ['fields that nobody knows, very many',  `${OWN_PACK}${many(20_000, (i) => `f${i}: 1\n`)}`],
  ['the same in an item',                  OWN_PACK.replace('    kind: typed\n', `    kind: typed\n${many(10_000, (i) => `    f${i}: 1\n`)}`)],
  ['one field, very often',                `${OWN_PACK}${many(30_000, () => 'f: 1\n')}`],
  ['lists in lists',                       `items: ${'[a,'.repeat(60_000)}`],
  ['fields in fields',                     `items: ${'{a: '.repeat(50_000)}`],
  ['dashes after dashes',                  '- '.repeat(120_000)],
  ['an alias that doubles, and doubles',   `a: &a [x, x]\n${many(30, (i) => `b${i}: &b${i} [*${i ? `b${i - 1}` : 'a'}, *${i ? `b${i - 1}` : 'a'}]\n`)}`],
  ['code behind a tag',                    OWN_PACK.replace('Two are on call', '!!js/function "function () { process.exit() }"')],
  ['another tag',                          OWN_PACK.replace('Two are on call', '!<tag:yaml.org,2002:python/object/apply:os.system> [ls]')],
  ['what every object has',                OWN_PACK.replace('    kind: typed\n', '    kind: typed\n    __proto__: { holds: true }\n    constructor: 1\n')],
])('a pack of %s is refused, in not too many words', (_, text) => {
  const faults = faultsIn(text);
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.join('').length + faults.length).toBeLessThan(3_000_000);
  expect(Object.hasOwn(Object.prototype, 'holds')).toBe(false);
});

test('what a pack calls its concepts is text in a picture, and leads nowhere', () => {
  const label = `</text><script>x()</script><image href="file:///etc/passwd"/><a href='http://x.example'>&amp;`;
  const svg = chartSvg(
    { kind: 'bars', title: label, rows: [{ label, value: label, share: 1, tone: 'right' }] } as never,
    'light',
  );
  return Promise.resolve(svg).then((drawn) => {
    expect(drawn).toContain('script');
    expect(drawn).not.toMatch(/<(?:script|image|a|use|foreignObject)\b/);
  });
});
