import { expect, test } from 'vitest';
import {
  addDays,
  dateInWords,
  dueInstant,
  formatLocal,
  instantsOf,
  localDate,
  localTime,
  monthBegin,
  startOfDay,
  weekdayOf,
} from '../../src/base/local-time.ts';
import { type Instant, instant } from '../../src/base/time.ts';
import type { Zone } from '../../src/base/zone.ts';

const at = (text: string): Instant => instant(Date.parse(text));

// biome-ignore format: a table reads down its columns
test.each([
  ['at the end of a day',      'UTC',               '2028-02-29T23:59Z', '2028-02-29 23:59'],
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
  expect(addDays('2026-03-30', -365)).toBe('2025-03-30');
  expect(weekdayOf('2026-11-25')).toBe(3);
  expect(weekdayOf('2026-11-29')).toBe(7);
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

// biome-ignore format: a table reads down its columns
test.each([
  ['once',                                    'Europe/Lisbon',    '2026-03-28', '09:00', ['2026-03-28T09:00Z'],                      '2026-03-28T09:00Z'],
  ['never, the clocks being put forward',     'Europe/Lisbon',    '2026-03-29', '01:30', [],                                         '2026-03-29T01:00Z'],
  ['twice, the clocks being put back',        'Europe/Lisbon',    '2026-10-25', '01:30', ['2026-10-25T00:30Z', '2026-10-25T01:30Z'], '2026-10-25T00:30Z'],
  ['at the moment they are put forward',      'America/New_York', '2026-03-08', '02:00', [],                                         '2026-03-08T07:00Z'],
  ['just after that',                         'America/New_York', '2026-03-08', '03:00', ['2026-03-08T07:00Z'],                      '2026-03-08T07:00Z'],
  ['half an hour put back',                   'Australia/Lord_Howe', '2026-04-05', '01:45', ['2026-04-04T14:45Z', '2026-04-04T15:15Z'], '2026-04-04T14:45Z'],
  ['half an hour put forward',                'Australia/Lord_Howe', '2026-10-04', '02:15', [],                                      '2026-10-03T15:30Z'],
  ['a day without its first hour',            'Africa/Cairo',     '2026-04-24', '00:00', [],                                         '2026-04-23T22:00Z'],
  ['a day without its last hour',             'America/Nuuk',     '2026-03-28', '23:30', [],                                         '2026-03-29T01:00Z'],
  ['a leap day',                              'Asia/Kathmandu',   '2028-02-29', '09:00', ['2028-02-29T03:15Z'],                      '2028-02-29T03:15Z'],
  ['a date left out',                         'Pacific/Apia',     '2011-12-30', '09:00', [],                                         undefined],
  ['the day after a date left out',           'Pacific/Apia',     '2011-12-31', '00:00', ['2011-12-30T10:00Z'],                      '2011-12-30T10:00Z'],
  ['another date left out',                   'Pacific/Kwajalein', '1993-08-21', '12:00', [],                                        undefined],
] as const)('a time comes %s', (_, zone, date, time, all, due) => {
  expect(instantsOf(zone as Zone, date, time)).toEqual(all.map(at));
  expect(dueInstant(zone as Zone, date, time)).toBe(due && at(due));
  if (due) expect(formatLocal(zone as Zone, at(due)).slice(11)).toBe(localTime(zone as Zone, at(due)));
});

test('a date in words', () => {
  expect(dateInWords('2026-03-29')).toBe('Sunday 29 March 2026');
});
