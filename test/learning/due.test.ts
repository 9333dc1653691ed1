import { expect, test } from 'vitest';
import { DAY, instant, later } from '../../src/base/time.ts';
import { dueToday } from '../../src/learning/due.ts';
import { nextMemory } from '../../src/learning/memory.ts';

const START = instant(Date.UTC(2026, 0, 5, 9));
const ids = ['a', 'b', 'c', 'd', 'e'];
const concepts = ids.map((id) => ({ id, title: id.toUpperCase(), requires: [] }));
/** Each learned a day after the one before it, so that the first is the likeliest forgotten; e is never learned. */
const memories = new Map(
  ids.slice(0, 4).map((id, place) => [id, nextMemory(undefined, 'easy', later(START, place * DAY))]),
);
const titles = (days: number, done: number, cap: number): readonly string[] => {
  const { today, all } = dueToday({ concepts, memories, now: later(START, days * DAY) }, { done, cap });
  return [...today.map(({ title }) => title), `of ${all}`];
};

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing is due yet',              1,  0,  20, ['of 0']],
  ['some are',                        9,  0,  20, ['A', 'B', 'of 2']],
  ['all are, the riskiest first',     40, 0,  20, ['A', 'B', 'C', 'D', 'of 4']],
  ['more than there is room for',     40, 0,  2,  ['A', 'B', 'of 4']],
  ['some of the room taken',          40, 19, 20, ['A', 'of 4']],
  ['no room',                         40, 20, 20, ['of 4']],
  ['more done than was wanted',       40, 25, 20, ['of 4']],
])('%s', (_, days, done, cap, expected) => {
  expect(titles(days, done, cap)).toEqual(expected);
});
