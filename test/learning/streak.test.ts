import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type LocalDate } from '../../src/base/local-time.ts';
import { mondayOf, streakOf } from '../../src/learning/streak.ts';

/** A Monday. */
const FIRST = '2026-01-05';

/** The days practised in weeks from the first on: `3` for Monday to Wednesday of one. */
const daysIn = (weeks: string): LocalDate[] =>
  [...weeks].flatMap((days, week) => Array.from({ length: Number(days) }, (_, day) => addDays(FIRST, week * 7 + day)));

/** The Sunday of the last of those weeks, when nothing can come to it any more. */
const lastDay = (weeks: string): LocalDate => addDays(FIRST, weeks.length * 7 - 1);

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing yet',                              '0',       0, 0],
  ['two days of the first week',               '2',       0, 2],
  ['three days of the first week',             '3',       1, 3],
  ['every day of a week is one week',          '7',       1, 7],
  ['three weeks on end',                       '333',     3, 3],
  ['this week has not got there yet',          '3332',    3, 2],
  ['one week missed between',                  '3303',    3, 3],
  ['last week missed, and nothing yet',        '3300',    2, 0],
  ['every other week missed',                  '30303',   3, 3],
  ['two weeks missed in a row end it',         '33003',   1, 3],
  ['two missed, and nothing since',            '33000',   0, 0],
  ['too few days are as good as none',         '332203',  1, 3],
])('%s', (_, weeks, run, daysThisWeek) => {
  expect(streakOf(daysIn(weeks), lastDay(weeks))).toEqual({ weeks: run, daysThisWeek });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a Sunday belongs to the Monday before it',  '2026-01-11', '2026-01-05'],
  ['a Monday begins its own week',              '2026-01-12', '2026-01-12'],
  ['a week may begin in another year',          '2027-01-01', '2026-12-28'],
])('%s', (_, day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});

const aDay = fc.integer({ min: 0, max: 120 }).map((days) => addDays(FIRST, days));
const someDays = fc.array(aDay, { maxLength: 80 });

test('one more day of practice never lowers a streak, nor ends one', () => {
  fc.assert(
    fc.property(someDays, aDay, aDay, (days, more, today) => {
      const [before, after] = [streakOf(days, today), streakOf([...days, more], today)];
      expect(after.weeks).toBeGreaterThanOrEqual(before.weeks);
      expect(after.daysThisWeek).toBeGreaterThanOrEqual(before.daysThisWeek);
    }),
  );
});

test('time alone never counts down: a streak stays as it is, or is over', () => {
  fc.assert(
    fc.property(someDays, fc.integer({ min: 0, max: 150 }), (days, passed) => {
      const today = addDays(FIRST, passed);
      const past = days.filter((day) => day <= today);
      const [before, after] = [streakOf(past, today), streakOf(past, addDays(today, 1))];
      expect([before.weeks, 0]).toContain(after.weeks);
    }),
  );
});

test('who practises on three days of every week but single ones has a week for each of them', () => {
  const week = fc.tuple(fc.boolean(), fc.integer({ min: 3, max: 7 }), fc.integer({ min: 0, max: 2 }));
  fc.assert(
    fc.property(fc.array(week, { minLength: 1, maxLength: 30 }), (plan) => {
      const weeks = plan.map(([rests, full, few]) => `${full}${rests ? few : ''}`).join('');
      expect(streakOf(daysIn(weeks), lastDay(weeks)).weeks).toBe(plan.length);
    }),
  );
});

test('the order of the days, and a day told twice, make no difference; what is to come counts for nothing', () => {
  fc.assert(
    fc.property(someDays, aDay, (days, today) => {
      const past = [...new Set(days)].filter((day) => day <= today).sort();
      expect(streakOf([...days, ...days.toReversed()], today)).toEqual(streakOf(past, today));
    }),
  );
});
