import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseWeekdays, writeWeekdays } from '../../src/base/weekdays.ts';

// biome-ignore format: a table reads down its columns
test.each([
  ['every day',            'daily',              '1234567'],
  ['in two words',         'Every day',          '1234567'],
  ['without the weekend',  'weekdays',           '12345'],
  ['the weekend',          'Weekend',            '67'],
  ['a list',               'mon,wed',            '13'],
  ['out of order',         'Wed, mon, WED',      '13'],
  ['in full',              'Tuesday and Friday', '25'],
  ['in the plural',        'mondays',            '1'],
  ['with spaces',          'sat sun',            '67'],
  ['a range',              'tue-thu',            '234'],
  ['a range with spaces',  'Tue – Thu',          '234'],
  ['over the weekend',     'fri-mon',            '1567'],
  ['a range and a day',    'mon to wed, sun',    '1237'],
  ['cut short',            'thurs, tues.',       '24'],
])('days are read: %s', (_, text, days) => {
  const read = parseWeekdays(text);
  expect(read.ok && read.value.join('')).toBe(days);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a slip',              'weekdasy',  { word: 'weekdasy', nearest: 'weekdays' }],
  ['a slip in a list',    'mon,wendesday', { word: 'wendesday', nearest: 'wednesday' }],
  ['no day',              'glue',      { word: 'glue' }],
  ['a letter',            't',         { word: 't' }],
  ['nothing',             ' , ',       { word: ',' }],
])('no days are read from %s', (_, text, problem) => {
  expect(parseWeekdays(text)).toEqual({ ok: false, problem });
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), (days) => {
      expect(parseWeekdays(writeWeekdays(days))).toEqual({ ok: true, value: days });
    }),
  );
  expect(
    [
      [1, 2, 3, 4, 5, 6, 7],
      [1, 2, 3, 4, 5],
      [6, 7],
      [1, 3],
    ].map(writeWeekdays),
  ).toEqual([...['daily', 'weekdays', 'weekends', 'mon,wed']]);
});
