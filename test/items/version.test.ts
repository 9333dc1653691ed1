import { expect, test } from 'vitest';
import { versionOf } from '../../src/items/version.ts';
import { anItem, onlyItem } from '../support/pack.ts';

const TYPED = 'kind: typed\n  key: { fact: registrar }';
const of = (text: string) => versionOf(onlyItem(text).item);
const first = of(anItem(TYPED));

test('the version of an item is twelve digits, the same each time', () => {
  expect(first).toMatch(/^[0-9a-f]{12}$/);
  expect(of(anItem(TYPED))).toBe(first);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['the rationale',  anItem(TYPED).replace('So it is.', 'So it was.'),           true],
  ['the sources',    anItem(TYPED).replace('RFC 9499 §9', 'RFC 1034 §4'),         true],
  ['how it is written', anItem('key: { fact: registrar }\n  kind: typed'),        true],
  ['the stem',       anItem(TYPED, { stem: 'Who sells it?' }),                    false],
  ['the key',        anItem('kind: typed\n  key: { fact: host }'),                false],
  ['the id',         anItem(TYPED, { id: 'parts.other' }),                        false],
  ['the world',      anItem(TYPED).replace('hosting-only', 'both'),               false],
])('a change of %s', (_, text, isSame) => {
  expect(of(text) === first).toBe(isSame);
});
