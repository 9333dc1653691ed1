import { expect, test } from 'vitest';
import { formatMoney } from '../../src/base/money.ts';

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing',         0,     'US$0.00'],
  ['cents alone',     50,    'US$0.50'],
  ['a single cent',   1,     'US$0.01'],
  ['whole dollars',   1500,  'US$15.00'],
])('formatMoney writes %s', (_, cents, text) => {
  expect(formatMoney(cents)).toBe(text);
});
