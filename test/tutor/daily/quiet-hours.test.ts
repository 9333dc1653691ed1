import { expect, test } from 'vitest';
import type { Zone } from '../../../src/base/zone.ts';
import { isQuiet, quietEnd, quietStart } from '../../../src/tutor/daily/quiet-hours.ts';
import { readQuietHours } from '../../../src/tutor/settings/quiet-words.ts';
import { momentOf } from '../../support/daily.ts';

const LISBON = 'Europe/Lisbon' as Zone;
const NIGHT = { from: '22:00', to: '07:00' };

// biome-ignore format: a table reads down its columns
test.each([
  ['before they begin',       NIGHT,                          '2026-03-02T21:59Z', false],
  ['as they begin',           NIGHT,                          '2026-03-02T22:00Z', true],
  ['after midnight',          NIGHT,                          '2026-03-02T03:00Z', true],
  ['as they end',             NIGHT,                          '2026-03-02T07:00Z', false],
  ['by day',                  { from: '12:00', to: '14:00' }, '2026-03-02T13:00Z', true],
  ['by day, later',           { from: '12:00', to: '14:00' }, '2026-03-02T14:00Z', false],
  ['in summer time',          NIGHT,                          '2026-07-01T06:30Z', false],
])('quiet or not: %s', (_, hours, at, quiet) => {
  expect(isQuiet(hours, LISBON, momentOf(at))).toBe(quiet);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['the same morning',                        NIGHT,                          '2026-03-02T03:00Z', '2026-03-02T07:00Z'],
  ['the next morning',                        NIGHT,                          '2026-03-02T23:00Z', '2026-03-03T07:00Z'],
  ['over the change to summer time',          NIGHT,                          '2026-03-28T23:00Z', '2026-03-29T06:00Z'],
  ['at a time that is left out',              { from: '22:00', to: '01:30' }, '2026-03-28T23:00Z', '2026-03-29T01:00Z'],
  ['at the second time of two, in between',   { from: '22:00', to: '01:30' }, '2026-10-25T01:00Z', '2026-10-25T01:30Z'],
])('quiet hours end %s', (_, hours, at, end) => {
  expect(quietEnd(hours, LISBON, momentOf(at))).toBe(momentOf(end));
});

test('the next quiet hours begin later, not at the moment itself', () => {
  expect(quietStart(NIGHT, LISBON, momentOf('2026-03-02T22:00Z'))).toBe(momentOf('2026-03-03T22:00Z'));
});

// biome-ignore format: a table reads down its columns
test.each([
  ['22:00-07:00',  { from: '22:00', to: '07:00' }],
  ['10pm to 7am',  { from: '22:00', to: '07:00' }],
  ['22:00 – 7',    { from: '22:00', to: '07:00' }],
  ['none',         undefined],
])('quiet hours are read: %s', (text, value) => {
  expect(readQuietHours(text)).toEqual({ ok: true, value });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['22:00',              'two times of day'],
  ['22:00-07:00-09:00',  'two times of day'],
  ['25:00-07:00',        'two times of day'],
  ['07:00-07:00',        'no hours or all of them'],
])('no quiet hours: %s', (text, words) => {
  expect(readQuietHours(text)).toMatchObject({ ok: false, problem: expect.stringContaining(words) });
});
