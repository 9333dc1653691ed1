import { expect, test } from 'vitest';
import { type Instant, instant } from '../../../src/base/time.ts';
import { parseWeekdays } from '../../../src/base/weekdays.ts';
import type { Zone } from '../../../src/base/zone.ts';
import { lastDue, nextDue, oddDates, type Rhythm } from '../../../src/tutor/daily/rhythm.ts';

const at = (text: string): Instant => instant(Date.parse(text));

function rhythm(zone: string, time: string, days = 'daily'): Rhythm {
  const read = parseWeekdays(days);
  if (!read.ok) throw new Error(days);
  return { zone: zone as Zone, time, days: read.value };
}

// biome-ignore format: a table reads down its columns
test.each([
  ['the same day',                        rhythm('Europe/Lisbon', '09:00'),              '2026-03-02T08:59Z', '2026-03-02', '2026-03-02T09:00Z'],
  ['not at the moment itself',            rhythm('Europe/Lisbon', '09:00'),              '2026-03-02T09:00Z', '2026-03-03', '2026-03-03T09:00Z'],
  ['over the weekend',                    rhythm('Europe/Lisbon', '09:00', 'weekdays'),  '2026-03-06T12:00Z', '2026-03-09', '2026-03-09T09:00Z'],
  ['once a week',                         rhythm('Europe/Lisbon', '09:00', 'wed'),       '2026-03-04T12:00Z', '2026-03-11', '2026-03-11T09:00Z'],
  ['an hour sooner in summer',            rhythm('Europe/Lisbon', '09:00'),              '2026-03-28T12:00Z', '2026-03-29', '2026-03-29T08:00Z'],
  ['when the time is left out',           rhythm('Europe/Lisbon', '01:30'),              '2026-03-28T12:00Z', '2026-03-29', '2026-03-29T01:00Z'],
  ['the first time of two',               rhythm('Europe/Lisbon', '01:30'),              '2026-10-24T12:00Z', '2026-10-25', '2026-10-25T00:30Z'],
  ['not the second time of two',          rhythm('Europe/Lisbon', '01:30'),              '2026-10-25T00:30Z', '2026-10-26', '2026-10-26T01:30Z'],
  ['on the next day, for the last hour',  rhythm('America/Nuuk', '23:30'),               '2026-03-28T12:00Z', '2026-03-28', '2026-03-29T01:00Z'],
  ['and then for that day itself',        rhythm('America/Nuuk', '23:30'),               '2026-03-29T01:00Z', '2026-03-29', '2026-03-30T00:30Z'],
  ['the day after a date left out',       rhythm('Pacific/Apia', '09:00'),               '2011-12-29T20:00Z', '2011-12-31', '2011-12-30T19:00Z'],
  ['a week later, that date left out',    rhythm('Pacific/Apia', '09:00', 'fri'),        '2011-12-29T20:00Z', '2012-01-06', '2012-01-05T19:00Z'],
  ['on a leap day',                       rhythm('Asia/Tokyo', '09:00'),                 '2028-02-28T12:00Z', '2028-02-29', '2028-02-29T00:00Z'],
] as const)('the next comes %s', (_, of, after, date, due) => {
  expect(nextDue(of, at(after))).toEqual({ date, at: at(due) });
  expect(lastDue(of, at(due))).toEqual({ date, at: at(due) });
  expect(lastDue(of, instant(at(due) - 1)).at).toBeLessThanOrEqual(at(after));
});

test('the next comes for no date that has had its own', () => {
  const west = rhythm('America/New_York', '09:00');
  expect(nextDue(west, at('2026-03-02T10:00Z')).date).toBe('2026-03-02');
  expect(nextDue(west, at('2026-03-02T10:00Z'), '2026-03-02').date).toBe('2026-03-03');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['none',                 rhythm('Europe/Lisbon', '09:00'),           '2026-03-01', []],
  ['left out and twice',   rhythm('Europe/Lisbon', '01:30'),           '2026-03-01', [['no-such-time', '2026-03-29'], ['twice', '2026-10-25']]],
  ['on other days',        rhythm('Europe/Lisbon', '01:30', 'weekdays'), '2026-03-01', []],
  ['without summer time',  rhythm('Asia/Tokyo', '02:30'),              '2026-03-01', []],
  ['a date left out',      rhythm('Pacific/Apia', '09:00'),            '2011-10-01', [['no-such-date', '2011-12-30']]],
] as const)('odd dates: %s', (_, of, from, odd) => {
  expect(oddDates(of, from, 366).map(({ kind, date }) => [kind, date])).toEqual(odd);
});
