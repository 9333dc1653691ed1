import { expect, test } from 'vitest';
import { ratingOf } from '../../src/learning/rating.ts';

// biome-ignore format: a table reads down its columns
test.each([
  ['wrong',                  'incorrect', {},                        'again'],
  ['wrong and sure',         'incorrect', { sure: true },            'again'],
  ['wrong after hints',      'incorrect', { hints: 3 },              'again'],
  ['partly right',           'partial',   {},                        'hard'],
  ['partly right and sure',  'partial',   { sure: true },            'hard'],
  ['right after a hint',     'correct',   { hints: 1 },              'hard'],
  ['right, hinted and sure', 'correct',   { hints: 1, sure: true },  'hard'],
  ['right',                  'correct',   {},                        'good'],
  ['right and not sure',     'correct',   { sure: false },           'good'],
  ['right and sure',         'correct',   { hints: 0, sure: true },  'easy'],
] as const)('%s', (_, verdict, circumstances, rating) => {
  expect(ratingOf(verdict, circumstances)).toBe(rating);
});
