import { describe, expect, test } from 'vitest';
import {
  DAY,
  formatDuration,
  formatInstant,
  HOUR,
  instant,
  later,
  MINUTE,
  parseDuration,
  SECOND,
  startOfNextMonth,
  yearsLater,
} from '../../src/base/time.ts';

const at = (text: string) => instant(Date.parse(`${text}Z`));

// biome-ignore format: a table reads down its columns
test.each([
  ['seconds, short',                '900s',              900 * SECOND],
  ['a unit in full, and a space',   '48 hours',          48 * HOUR],
  ['one of a unit',                 '1 day',             DAY],
  ['several parts',                 '1h30m',             90 * MINUTE],
  ['several parts, with commas',    '2 days, 3 hours',   51 * HOUR],
  ['a fraction',                    '1.5 h',             90 * MINUTE],
  ['a comma for the thousands',     '172,800 seconds',   2 * DAY],
  ['capitals',                      '5 MIN',             5 * MINUTE],
  ['weeks',                         '2 weeks',           14 * DAY],
  ['a plural of a short form',      '5 mins',            5 * MINUTE],
  ['a bare number, in seconds',     '300',               300 * SECOND],
])('parseDuration reads %s', (_, text, span) => {
  expect(parseDuration(text)).toEqual({ ok: true, value: span });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing',                    ''],
  ['a word',                     'soon'],
  ['a unit without a number',    'days'],
  ['milliseconds',               '5ms'],
  ['a unit that has no length',  '2 months'],
  ['less than nothing',          '-2d'],
  ['a word that every object knows', '2 constructor'],
  ['a comma for the decimals',   '1,5 days'],
  ['a word among the parts',     '1 day and 2 hours'],
])('parseDuration refuses %s', (_, text) => {
  expect(parseDuration(text)).toEqual({ ok: false, problem: 'unreadable' });
});

test('a bare number is in the unit that is asked for', () => {
  expect(parseDuration('2', DAY)).toEqual({ ok: true, value: 2 * DAY });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing',                0,                          '0s'],
  ['seconds',                45 * SECOND,                '45s'],
  ['two days',               2 * DAY,                    '2d'],
  ['every unit',             DAY + HOUR + MINUTE + SECOND, '1d1h1m1s'],
  ['less than a second',     400,                        '0s'],
])('formatDuration says %s', (_, span, text) => {
  expect(formatDuration(span)).toBe(text);
});

test.each([0, SECOND, 90 * MINUTE, 2 * DAY + HOUR + SECOND])('%i ms reads back as it was written', (span) => {
  expect(parseDuration(formatDuration(span))).toEqual({ ok: true, value: span });
});

describe('the calendar, in UTC', () => {
  // biome-ignore format: a table reads down its columns
  test.each([
    ['in the middle of a month',   '2026-03-02T09:00:00', '2026-04-01T00:00:00'],
    ['on the first, at midnight',  '2026-03-01T00:00:00', '2026-04-01T00:00:00'],
    ['in December',                '2026-12-31T23:59:59', '2027-01-01T00:00:00'],
  ])('the next month starts, seen %s', (_, from, next) => {
    expect(formatInstant(startOfNextMonth(at(from)))).toBe(next.replace('T', ' '));
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['the same day and time',        '2026-03-02T09:00:00', 1,  '2027-03-02 09:00:00'],
    ['1 March after a leap day',     '2028-02-29T12:00:00', 1,  '2029-03-01 12:00:00'],
    ['a leap day after four years',  '2028-02-29T12:00:00', 4,  '2032-02-29 12:00:00'],
    ['ten years on',                 '2026-01-31T00:00:00', 10, '2036-01-31 00:00:00'],
  ])('years later is %s', (_, from, years, text) => {
    expect(formatInstant(yearsLater(at(from), years))).toBe(text);
  });

  test('later is by milliseconds', () => {
    expect(formatInstant(later(at('2026-03-02T23:00:00'), 2 * HOUR))).toBe('2026-03-03 01:00:00');
  });
});
