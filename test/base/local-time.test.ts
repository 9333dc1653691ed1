import { expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  formatLocal,
  localDate,
  monthBegin,
  startOfDay,
  weekdayOf,
} from '../../src/base/local-time.ts';
import { type Instant, instant } from '../../src/base/time.ts';
import type { Zone } from '../../src/base/zone.ts';

const at = (text: string): Instant => instant(Date.parse(text));

// biome-ignore format: a table reads down its columns
test.each([
  ['behind UTC',               'America/New_York',  '2026-03-01T03:00Z', '2026-02-28 22:00'],
  ['ahead of UTC',             'Pacific/Kiritimati', '2026-02-28T10:30Z', '2026-03-01 00:30'],
  ['before summer time',       'Europe/Lisbon',     '2026-03-29T00:59Z', '2026-03-29 00:59'],
  ['once summer time begins',  'Europe/Lisbon',     '2026-03-29T01:00Z', '2026-03-29 02:00'],
  ['a quarter of an hour off', 'Asia/Kathmandu',    '2028-02-29T18:15Z', '2028-03-01 00:00'],
] as const)('the clocks of a zone, %s', (_, zone, text, shown) => {
  expect(formatLocal(zone as Zone, at(text))).toBe(shown);
  expect(localDate(zone as Zone, at(text))).toBe(shown.slice(0, 10));
});

test('days are counted over leap days and years', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-03-02', '2026-03-01')).toBe(-1);
  expect(weekdayOf('2026-11-25')).toBe(3);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['in winter',                        'Europe/Lisbon',   '2026-03-01', '2026-03-01T00:00Z'],
  ['in summer',                        'Europe/Lisbon',   '2026-07-01', '2026-06-30T23:00Z'],
  ['on which midnight is left out',    'America/Santiago', '2026-09-06', '2026-09-06T04:00Z'],
])('when a day begins, %s', (_, zone, date, begin) => {
  expect(startOfDay(zone as Zone, date)).toBe(at(begin));
});

test('months begin on the first, over years too', () => {
  expect(monthBegin('2026-03-31', 0)).toBe('2026-03-01');
  expect(monthBegin('2026-01-15', -1)).toBe('2025-12-01');
  expect(monthBegin('2026-12-31', 1)).toBe('2027-01-01');
});
