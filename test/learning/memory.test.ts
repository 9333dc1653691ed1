import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR, type Instant, instant, later, MINUTE } from '../../src/base/time.ts';
import {
  isDue,
  type Memory,
  type MemoryParameters,
  memoriesFrom,
  nextMemory,
  type Rating,
  retrievability,
  USUAL_PARAMETERS,
} from '../../src/learning/memory.ts';

const START = instant(Date.UTC(2026, 0, 5, 9));

/** A memory reviewed each time at the moment it came due. */
function reviewedWhenDue(...ratings: readonly Rating[]): Memory[] {
  const memories: Memory[] = [];
  for (const rating of ratings) {
    const last = memories.at(-1);
    memories.push(nextMemory(last, rating, last?.due ?? START));
  }
  return memories;
}
const waited = ({ due, lastReview }: Memory): number => due - lastReview;

// biome-ignore format: a table reads down its columns
test.each([
  ['right every time: two steps, then growing days', ['good', 'good', 'good', 'good', 'good'], [10 * MINUTE, 2 * DAY, 11 * DAY, 46 * DAY, 163 * DAY]],
  ['easy at once skips the steps',                   ['easy', 'good'],                         [8 * DAY, 39 * DAY]],
  ['wrong at first, then right',                     ['again', 'good', 'good', 'good'],        [MINUTE, 10 * MINUTE, 1 * DAY, 2 * DAY]],
  ['partly right stays on its step',                 ['hard', 'hard', 'good'],                 [6 * MINUTE, 6 * MINUTE, 10 * MINUTE]],
  ['a lapse: ten minutes, then days again',          ['good', 'good', 'good', 'again', 'good'], [10 * MINUTE, 2 * DAY, 11 * DAY, 10 * MINUTE, 2 * DAY]],
] as const)('golden sequence: %s', (_, ratings, spans) => {
  expect(reviewedWhenDue(...ratings).map(waited)).toEqual(spans);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['once right',                 ['good'],                         'learning',   1, 0],
  ['once wrong',                 ['again'],                        'learning',   0, 0],
  ['right through both steps',   ['good', 'good'],                 'review',     0, 0],
  ['forgotten once learned',     ['good', 'good', 'again'],        'relearning', 0, 1],
  ['learned again after that',   ['good', 'good', 'again', 'good'], 'review',    0, 1],
] as const)('phase, step and lapses: %s', (_, ratings, phase, step, lapses) => {
  expect(reviewedWhenDue(...ratings).at(-1)).toMatchObject({ phase, step, lapses, reps: ratings.length, lastRating: ratings.at(-1) });
});

test('stability and difficulty as the FSRS-6 formulas give them by hand, to four places', () => {
  const [first, , third] = reviewedWhenDue('good', 'good', 'good');
  expect(first?.stability).toBeCloseTo(2.3065, 4);
  expect(first?.difficulty).toBeCloseTo(2.1181, 4);
  expect(third?.stability).toBeCloseTo(10.971, 4);
  expect(third?.difficulty).toBeCloseTo(2.1043, 4);
});

/** The FSRS-6 forgetting curve written out, with the default exponent. */
const DECAY = -0.1542;
const FACTOR = 0.9 ** (1 / DECAY) - 1;
const curve = (stability: number, days: number): number => (1 + (FACTOR * days) / stability) ** DECAY;

test.each([0, 1 / 24, 0.5, 1, 2.3065, 10, 365, 36_500])('retrievability after %d days follows the formula', (days) => {
  const memory = nextMemory(undefined, 'good', START);
  expect(retrievability(memory, later(START, days * DAY))).toBeCloseTo(curve(memory.stability, days), 6);
});

test('after as many days as its stability says, the chance of recall is 0.9', () => {
  const memory = nextMemory(undefined, 'easy', START);
  expect(retrievability(memory, later(START, memory.stability * DAY))).toBeCloseTo(0.9, 6);
});

test('a memory falls due at its instant, not a millisecond before', () => {
  const memory = nextMemory(undefined, 'good', START);
  expect(isDue(memory, later(memory.due, -1))).toBe(false);
  expect(isDue(memory, memory.due)).toBe(true);
});

test('the same reviews give the same memory, down to the last bit', () => {
  const ratings = ['good', 'hard', 'again', 'good', 'easy', 'again'] as const;
  expect(reviewedWhenDue(...ratings)).toEqual(reviewedWhenDue(...ratings));
});

test('a clock set back by days counts as no time passed', () => {
  const memory = nextMemory(nextMemory(undefined, 'good', START), 'good', later(START, HOUR));
  const earlier = later(START, -3 * DAY);
  expect(nextMemory(memory, 'good', earlier)).toEqual(nextMemory(memory, 'good', memory.lastReview));
  expect(retrievability(memory, earlier)).toBe(1);
});

test('a log replays to the memories that were made one by one', () => {
  const at = (minutes: number): Instant => later(START, minutes * MINUTE);
  const log = [
    { concept: 'glue', rating: 'again', at: at(0) },
    { concept: 'referral', rating: 'good', at: at(1) },
    { concept: 'glue', rating: 'good', at: at(2) },
  ] as const;
  expect([...memoriesFrom(log)]).toEqual([
    ['glue', nextMemory(nextMemory(undefined, 'again', at(0)), 'good', at(2))],
    ['referral', nextMemory(undefined, 'good', at(1))],
  ]);
});

const set = (over: Partial<MemoryParameters>): MemoryParameters => ({ ...USUAL_PARAMETERS, ...over });
/** Days until a concept comes back that was right three times when due. */
const daysTo = (parameters?: MemoryParameters, seed?: string): number => {
  const first = nextMemory(undefined, 'good', START);
  const second = nextMemory(first, 'good', first.due);
  return waited(nextMemory(second, 'good', second.due, parameters, seed)) / DAY;
};

// biome-ignore format: a table reads down its columns
test.each([
  ['by default',                   {},                        11],
  ['at more recall, sooner',       { retention: 0.97 },       3],
  ['at less recall, later',        { retention: 0.7 },        102],
  ['at most after so many days',   { longestInterval: 7 },    7],
  ['with weights of one’s own', { weights: USUAL_PARAMETERS.weights.map((w, i) => (i === 8 ? w / 2 : w)) }, 6],
])('parameters: %s', (_, over, days) => {
  expect(daysTo(set(over))).toBe(days);
});

test('a seed spreads what was learned on one day over several, and always in the same way', () => {
  const seeds = Array.from({ length: 60 }, (_, place) => `p${place}`);
  const days = seeds.map((seed) => daysTo(USUAL_PARAMETERS, seed));
  expect(seeds.map((seed) => daysTo(USUAL_PARAMETERS, seed))).toEqual(days);
  expect(new Set(days).size).toBeGreaterThan(2);
  expect(Math.min(...days)).toBeGreaterThanOrEqual(8);
  expect(Math.max(...days)).toBeLessThanOrEqual(14);
});

test('fuzz passes no longest interval, and leaves stability and short steps as they are', () => {
  const parameters = set({ longestInterval: 9 });
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      fc.array(fc.constantFrom<Rating>('again', 'hard', 'good', 'easy'), { minLength: 1, maxLength: 12 }),
      (seed, ratings) => {
        let exact: Memory | undefined;
        let fuzzed: Memory | undefined;
        for (const [place, rating] of ratings.entries()) {
          const at = later(START, place * 5 * DAY);
          exact = nextMemory(exact, rating, at, parameters);
          fuzzed = nextMemory(fuzzed, rating, at, parameters, seed);
          expect({ ...fuzzed, due: exact.due }).toEqual(exact);
          expect(waited(fuzzed)).toBeLessThanOrEqual(9 * DAY);
          if (waited(exact) < 2 * DAY) expect(fuzzed.due).toBe(exact.due);
        }
      },
    ),
  );
});

test('the weights say how fast the chance of recall falls, but never which of two is likelier forgotten', () => {
  const steep = set({ weights: USUAL_PARAMETERS.weights.map((w, i) => (i === 20 ? 0.5 : w)) });
  const [weak, strong] = [nextMemory(undefined, 'hard', START), nextMemory(undefined, 'easy', START)];
  const at = later(START, 30 * DAY);
  expect(retrievability(strong, at, steep)).not.toBe(retrievability(strong, at));
  for (const parameters of [steep, USUAL_PARAMETERS])
    expect(retrievability(weak, at, parameters)).toBeLessThan(retrievability(strong, at, parameters));
});

test('a log replays with the fuzz of its presentations', () => {
  const log = ['p1', 'p2', 'p3'].map((presentation, place) => ({
    ...{ presentation, concept: 'glue', rating: 'good' as const },
    at: later(START, place * 3 * DAY),
  }));
  const one = log.reduce<Memory | undefined>(
    (memory, { rating, at, presentation }) => nextMemory(memory, rating, at, USUAL_PARAMETERS, presentation),
    undefined,
  );
  expect(memoriesFrom(log).get('glue')).toEqual(one);
});
