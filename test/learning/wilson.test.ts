import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilsonLowerBound } from '../../src/learning/wilson.ts';

// biome-ignore format: a table reads down its columns
test.each([
  [0,    0,  0],
  [0,    5,  0],
  [1,    1,  0.2065],
  [3,    3,  0.4385],
  [5,   10,  0.2366],
  [8,   10,  0.4902],
  [30,  30,  0.8865],
  [80, 100,  0.7112],
])('%i of %i', (right, responses, bound) => {
  expect(wilsonLowerBound(right, responses)).toBeCloseTo(bound, 4);
});

const aCount = fc
  .integer({ min: 1, max: 500 })
  .chain((responses) => fc.tuple(fc.integer({ min: 0, max: responses }), fc.constant(responses)));

test('it is the share from which the one seen is 1.96 standard deviations away', () => {
  fc.assert(
    fc.property(aCount, ([right, responses]) => {
      const bound = wilsonLowerBound(right, responses);
      const deviation = Math.sqrt((bound * (1 - bound)) / responses);
      expect(right / responses - bound).toBeCloseTo(1.96 * deviation, 9);
    }),
  );
});

test('it lies from 0 up to the share itself, rises with a right response and falls with a wrong one', () => {
  fc.assert(
    fc.property(aCount, ([right, responses]) => {
      const bound = wilsonLowerBound(right, responses);
      expect(bound).toBeGreaterThanOrEqual(0);
      expect(bound).toBeLessThanOrEqual(right / responses);
      expect(wilsonLowerBound(right + 1, responses + 1)).toBeGreaterThan(bound);
      expect(wilsonLowerBound(right, responses + 1)).toBeLessThanOrEqual(bound);
    }),
  );
});
