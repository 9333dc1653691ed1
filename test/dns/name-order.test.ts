import { expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import { compareNames, sortedNames } from '../../src/dns/name-order.ts';

test('names come in the order of RFC 4034 §6.1', () => {
  const inOrder = [
    'example.',
    'a.example.',
    'yljkjljk.a.example.',
    'z.a.example.',
    'zabc.a.example.',
    'z.example.',
    '\\001.z.example.',
    '*.z.example.',
    '\\200.z.example.',
  ].map(name);
  expect(inOrder.toReversed().sort(compareNames)).toEqual(inOrder);
  expect(sortedNames(inOrder.toReversed())).toEqual(inOrder);
  expect(compareNames(name('a.example.'), name('a.example.'))).toBe(0);
});
