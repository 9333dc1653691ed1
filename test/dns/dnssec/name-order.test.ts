import { expect, test } from 'vitest';
import { compareNames } from '../../../src/dns/dnssec/name-order.ts';
import { name } from '../../../src/dns/name.ts';

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
  expect(compareNames(name('a.example.'), name('a.example.'))).toBe(0);
});
