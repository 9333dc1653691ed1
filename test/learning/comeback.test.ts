import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, instant, later } from '../../src/base/time.ts';
import { comebackOf, shareGone } from '../../src/learning/comeback.ts';

const START = instant(Date.UTC(2026, 0, 5, 9));

/** Finishes as `0 alone, 7 helped`: the day, and how. */
const finishesIn = (words: string) =>
  (words === '' ? [] : words.split(', ')).map((each) => {
    const [day, how] = each.split(' ');
    return { at: later(START, Number(day) * DAY), isUnaided: how === 'alone' };
  });
const dueDay = (words: string, longest?: number): number | undefined => {
  const comeback = comebackOf(finishesIn(words), longest === undefined ? undefined : longest * DAY);
  return comeback && (comeback.due - START) / DAY;
};

// biome-ignore format: a table reads down its columns
test.each([
  ['never done',                             '',                                undefined],
  ['done alone',                             '0 alone',                         7],
  ['with help',                              '0 helped',                        1],
  ['alone when due',                         '0 alone, 7 alone',                21],
  ['again when due',                         '0 alone, 7 alone, 21 alone',      49],
  ['long after it was due',                  '0 alone, 30 alone',               44],
  ['alone before it was due',                '0 alone, 3 alone',                10],
  ['many times on one day',                  '0 alone, 0.1 alone, 0.2 alone',   7.2],
  ['in any order',                           '7 alone, 0 alone',                21],
  ['helped after being done alone',          '0 alone, 7 alone, 21 helped',     22],
  ['right after having been helped',         '0 helped, 0.1 alone',             1.1],
  ['the day after having been helped',       '0 helped, 1 alone',               8],
])('%s it is due on day', (_, words, day) => {
  if (day === undefined) expect(dueDay(words)).toBeUndefined();
  else expect(dueDay(words)).toBeCloseTo(day, 6);
});

test('no interval is longer than the longest', () => {
  expect(dueDay('0 alone, 7 alone, 21 alone', 10)).toBe(31);
  expect(dueDay('0 alone, 7 alone, 21 alone, 49 alone, 105 alone, 217 alone, 441 alone')).toBe(441 + 365);
});

test('whatever was done, it comes back a day after the last at the earliest, and help brings it back no later', () => {
  const finish = fc.record({ at: fc.nat(900).map((day) => later(START, day * DAY)), isUnaided: fc.boolean() });
  fc.assert(
    fc.property(fc.array(finish, { minLength: 1, maxLength: 12 }), (finishes) => {
      const comeback = comebackOf(finishes);
      const last = Math.max(...finishes.map(({ at }) => at));
      const helped = comebackOf([...finishes, { at: instant(last), isUnaided: false }]);
      expect(comeback?.last).toBe(last);
      expect(comeback?.due).toBeGreaterThanOrEqual(last + DAY);
      expect(helped?.due).toBeLessThanOrEqual(comeback?.due ?? 0);
    }),
  );
});

test('of two that are due the likelier forgotten is that of which more of the interval has gone by', () => {
  const [short, long] = [
    { last: START, due: later(START, DAY) },
    { last: START, due: later(START, 7 * DAY) },
  ];
  const now = later(START, 7 * DAY);
  expect([short, long].map((each) => shareGone(each, now))).toEqual([7, 1]);
  expect(shareGone(long, later(START, -DAY))).toBe(0);
});
