import { expect, test } from 'vitest';
import { ratingOf } from '../../src/learning/rating.ts';

// biome-ignore format: a table reads down its columns
test.each([
  ['incorrect', 'again'],
  ['partial',   'hard'],
  ['correct',   'good'],
] as const)('%s is rated %s', (verdict, rating) => {
  expect(ratingOf(verdict)).toBe(rating);
});
