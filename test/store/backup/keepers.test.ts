import { expect, test } from 'vitest';
import { seededRng } from '../../../src/base/random.ts';
import { HOUR, type Instant, instant, later, MINUTE } from '../../../src/base/time.ts';
import { copyName, keepers, madeAt } from '../../../src/store/backup/keepers.ts';

const at = (text: string): Instant => instant(Date.parse(`${text}Z`));
const shown = (kept: ReadonlySet<Instant>) =>
  [...kept].toSorted().map((each) => new Date(each).toISOString().slice(5, 16));

/** One copy each hour, from 1 March 00:30 on. */
const hourly = (count: number) =>
  Array.from({ length: count }, (_, hour) => later(at('2026-03-01T00:30'), hour * HOUR));

// biome-ignore format: a table reads down its columns
test.each([
  ['hours alone',                hourly(30),           { hourly: 3, daily: 0, weekly: 0 }, ['03-02T03:30', '03-02T04:30', '03-02T05:30']],
  ['the last of each day',       hourly(30),           { hourly: 1, daily: 3, weekly: 0 }, ['03-01T23:30', '03-02T05:30']],
  ['the last of each week',      hourly(24 * 12),      { hourly: 0, daily: 0, weekly: 3 }, ['03-04T23:30', '03-11T23:30', '03-12T23:30']],
  ['the newest, whatever is set', hourly(5),           { hourly: 0, daily: 0, weekly: 0 }, ['03-01T04:30']],
  ['none, and none is kept',     [],                   { hourly: 9, daily: 9, weekly: 9 }, []],
  ['several within an hour',     [at('2026-03-01T00:01'), at('2026-03-01T00:59'), at('2026-03-01T01:00')], { hourly: 2, daily: 0, weekly: 0 }, ['03-01T00:59', '03-01T01:00']],
  ['a pause of a month costs nothing that was there', [at('2026-01-01T10:00'), at('2026-02-01T10:00')], { hourly: 2, daily: 2, weekly: 2 }, ['01-01T10:00', '02-01T10:00']],
] as const)('%s', (_, made, keep, kept) => {
  expect(shown(keepers(made, keep))).toEqual(kept);
});

test('over a year of copies each ten minutes or so, no more are there than set, and one of each recent hour, day and week', () => {
  const rng = seededRng(5);
  const keep = { hourly: 24, daily: 7, weekly: 4 };
  let made: readonly Instant[] = [];
  let now = at('2026-01-01T00:00');
  for (let copy = 0; copy < 20_000; copy++) {
    now = later(now, rng.integer(1, 50) * MINUTE);
    const kept = keepers([...made, now], keep);
    made = [...kept];
    expect(made).toContain(now);
    expect(made.length).toBeLessThanOrEqual(24 + 7 + 4);
  }
  const oldest = Math.min(...made);
  expect(now - oldest).toBeGreaterThan(14 * 24 * HOUR);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['hostmaster-20261126T160301Z.db',          '2026-11-26T16:03:01'],
  ['hostmaster-20261126T160301Z.db.1.partial', undefined],
  ['hostmaster.db',                           undefined],
  ['hostmaster-20269926T160301Z.db',          undefined],
])('%s was made at %s', (name, moment) => {
  expect(madeAt(name)).toBe(moment === undefined ? undefined : at(moment));
  if (moment !== undefined) expect(copyName(at(moment))).toBe(name);
});
