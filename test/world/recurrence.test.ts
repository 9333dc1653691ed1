import { expect, test } from 'vitest';
import { instant, later, MINUTE } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import type { Cache, CacheEntry } from '../../src/dns/resolver/cache.ts';
import type { Member } from '../../src/world/population.ts';
import { aheadBy, type Mark, takenAhead } from '../../src/world/recurrence.ts';

const START = instant(0);
/** What is remembered, each from one minute to another. */
const remembering = (...entries: readonly (readonly [id: string, since: number, until: number])[]): Cache => ({
  entries: new Map(
    entries.map(([id, since, until]): [string, CacheEntry] => [
      id,
      {
        ...{ kind: 'failure', owner: name('a.test'), type: 'A' },
        ...{ since: later(START, since * MINUTE), until: later(START, until * MINUTE) },
      },
    ]),
  ),
});
const mark = (minute: number, cache: Cache, ...next: readonly number[]): Mark => ({
  ...{ minute, cache, next, now: later(START, minute * MINUTE) },
});
const member = (staleFor = 0): Member => ({ habits: { staleFor }, validates: false, age: 0, phase: 0 });
const ahead = (before: Mark, here: Mark, horizon = 1000, staleFor = 0): number =>
  aheadBy(before, here, member(staleFor), (moment) => Math.ceil(moment / MINUTE), horizon);

const before = mark(0, remembering(['answer', 0, 15], ['delegation', -100, 500]), 15);
const here = mark(15, remembering(['answer', 15, 30], ['delegation', -100, 500]), 30);

// biome-ignore format: a table reads down its columns
test.each([
  ['until what is not taken up again runs out',  before, here, 1000, 480],
  ['or until something else changes',            before, here, 100,  75],
  ['not where that is within one period',        before, here, 31,   15],
  ['not at all where it is sooner',              before, here, 30,   0],
  ['not where the next look is at another time', before, { ...here, next: [31] }, 1000, 0],
  ['not where something is remembered for longer', before, mark(15, remembering(['answer', 15, 31], ['delegation', -100, 500]), 30), 1000, 0],
  ['not where something new is remembered',      before, mark(15, remembering(['answer', 15, 30], ['delegation', -100, 500], ['new', 15, 90]), 30), 1000, 0],
  ['not where something was forgotten',          before, mark(15, remembering(['answer', 15, 30]), 30), 1000, 0],
  ['not where something ran out between',        mark(0, remembering(['answer', 0, 15], ['ds', 0, 10]), 15), mark(15, remembering(['answer', 15, 30], ['ds', 0, 10]), 30), 1000, 0],
  ['what ran out long ago is of no consequence', mark(0, remembering(['answer', 0, 15], ['ds', -9, -5]), 15), mark(15, remembering(['answer', 15, 30], ['ds', -9, -5]), 30), 100, 75],
] as const)('%s', (_, one, other, horizon, minutes) => {
  expect(ahead(one, other, horizon)).toBe(minutes);
});

test('to one that serves what has run out, that still counts', () => {
  const old = ['old', -20, -5] as const;
  const one = mark(0, remembering(['answer', 0, 15], old), 15);
  const other = mark(15, remembering(['answer', 15, 30], old), 30);
  expect(ahead(one, other, 1000, 60 * 60)).toBe(30); // it can be served up to minute 55
  const fresh = ['old', -20, 5] as const; // out of date only since
  const before = mark(0, remembering(['answer', 0, 15], fresh), 15);
  expect(ahead(before, mark(15, remembering(['answer', 15, 30], fresh), 30), 1000, 60 * 60)).toBe(0);
});

test('what was taken up again is taken up that much later; what counts down goes on counting', () => {
  const cache = takenAhead(before, here, 480);
  expect(cache).toEqual(remembering(['answer', 495, 510], ['delegation', -100, 500]));
});
