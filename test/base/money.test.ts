import { expect, test } from 'vitest';
import { formatExact, inCents } from '../../src/base/money.ts';

// biome-ignore format: a table reads down its columns
test.each([
  [0,              'US$0.00'],
  [500_000_000,    'US$0.50'],
  [2_400,          'less than a cent (US$0.0000024)'],
  [9_999_999,      'less than a cent (US$0.009999999)'],
  [10_000_000,     'US$0.01'],
  [1_200_002_400,  'US$1.2000024'],
  [18_000_000_000, 'US$18.00'],
  [1,              'less than a cent (US$0.000000001)'],
])('%d nano-dollars are %s', (nanos, words) => {
  expect(formatExact(nanos)).toBe(words);
});

test('whole cents and the rest are the whole', () => {
  expect(inCents(1_200_002_400)).toEqual({ amount: 120, nanos: 2400 });
});
