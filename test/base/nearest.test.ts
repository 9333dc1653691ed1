import { expect, test } from 'vitest';
import { nearest } from '../../src/base/nearest.ts';

const KNOWN = ['registrar-company', 'registrar', 'registry', 'delegate', 'record', 'hot', 'host'];

// biome-ignore format: a table reads down its columns
test.each([
  ['a letter too few',               'regstrar',      'registrar'],
  ['a letter too many',              'registraar',    'registrar'],
  ['two letters that changed places', 'hsot',         'host'],
  ['the beginning of a word',        'del',           'delegate'],
  ['another case',                   'RECRD',         'record'],
  ['a word that is known',           'registrar',     'registrar'],
  ['a known word that begins another', 'REGISTRAR',   'registrar'],
  ['nothing like any',               'cheese',        undefined],
  ['nothing at all',                 '',              undefined],
])('nearest to %s', (_, word, found) => {
  expect(nearest(word, KNOWN)).toBe(found);
});

test('of no known words none is near', () => {
  expect(nearest('host', [])).toBeUndefined();
});
