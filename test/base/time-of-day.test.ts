import { expect, test } from 'vitest';
import { isCron, looksLikeTime, parseTimeOfDay } from '../../src/base/time-of-day.ts';

// biome-ignore format: a table reads down its columns
test.each([
  ['09:00',    '09:00'],
  ['9',        '09:00'],
  ['21',       '21:00'],
  ['9:05',     '09:05'],
  ['21.30',    '21:30'],
  ['21h30',    '21:30'],
  ['0930',     '09:30'],
  ['930',      '09:30'],
  ['0:00',     '00:00'],
  ['00:00',    '00:00'],
  ['23:59',    '23:59'],
  ['9am',      '09:00'],
  ['9 AM',     '09:00'],
  ['9:30pm',   '21:30'],
  ['9:30 p.m.', '21:30'],
  ['12am',     '00:00'],
  ['12:15 pm', '12:15'],
  ['noon',     '12:00'],
  ['Midnight', '00:00'],
])('a time of day: %s', (text, time) => {
  expect(parseTimeOfDay(text)).toEqual({ ok: true, value: time });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['25:00',        { kind: 'no-such-hour' }],
  ['24:30',        { kind: 'no-such-hour' }],
  ['24:00',        { kind: 'end-of-day' }],
  ['24',           { kind: 'end-of-day' }],
  ['9:75',         { kind: 'no-such-minute' }],
  ['13pm',         { kind: 'no-such-half-day-hour' }],
  ['0am',          { kind: 'no-such-half-day-hour' }],
  ['9:5',          { kind: 'unreadable' }],
  ['9m',           { kind: 'unreadable' }],
  ['soon',         { kind: 'unreadable' }],
  ['',             { kind: 'unreadable' }],
  ['0 9 * * 1-5',  { kind: 'cron', meant: { time: '09:00', days: [1, 2, 3, 4, 5] } }],
  ['30 21 * * *',  { kind: 'cron', meant: { time: '21:30', days: [1, 2, 3, 4, 5, 6, 7] } }],
  ['5 7 ? * SUN',  { kind: 'cron', meant: { time: '07:05', days: [7] } }],
  ['0 9 * * 0,6',  { kind: 'cron', meant: { time: '09:00', days: [6, 7] } }],
  ['0 9 1 * *',    { kind: 'cron' }],
  ['*/5 * * * *',  { kind: 'cron' }],
  ['@daily',       { kind: 'cron' }],
] as const)('no time of day: %s', (text, problem) => {
  expect(parseTimeOfDay(text)).toEqual({ ok: false, problem });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a time',              '09:00',         true],
  ['an hour',             '9',             true],
  ['one that is none',    '25:00',         true],
  ['a slip in one',       '9:5',           true],
  ["cron's shorthand",    '@daily',        true],
  ["cron's line, quoted", '0 9 * * 1-5',   true],
  ['a zone',              'Europe/Lisbon', false],
  ['days',                'mon',           false],
  ['a concept',           'glue',          false],
])('what looks like a time: %s', (_, word, looks) => {
  expect(looksLikeTime(word)).toBe(looks);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a line',              '0 9 * * 1-5',           true],
  ['names in it',         '0 9 * JAN-MAR MON',     true],
  ['a word for a line',   '@daily',                true],
  ['four fields',         '0 9 * *',               false],
  ['six',                 '0 0 9 * * 1',           false],
  ['five plain words',    '9 Lisbon mon glue here', false],
])("cron's: %s", (_, text, is) => {
  expect(isCron(text)).toBe(is);
});
