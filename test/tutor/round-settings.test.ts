import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../src/base/time.ts';
import { ROUND_PACE, ROUND_QUESTIONS, ROUNDS_BY, SPEED_BONUS } from '../../src/tutor/settings/round-settings.ts';
import type { Setting } from '../../src/tutor/settings/setting.ts';

// biome-ignore format: a table reads down its columns
test.each<[string, Setting<unknown>, string, unknown]>([
  ['the host',                  ROUND_PACE,       ' Host ',      'host'],
  ['a span',                    ROUND_PACE,       '45s',         45 * SECOND],
  ['a span in words',           ROUND_PACE,       '2 minutes',   2 * MINUTE],
  ['a number, of seconds',      ROUND_PACE,       '45',          45 * SECOND],
  ['the longest pace',          ROUND_PACE,       '10m',         10 * MINUTE],
  ['one more than that',        ROUND_PACE,       '601s',        'open=1d'],
  ['no time at all',            ROUND_PACE,       '0s',          'has to be open for a while'],
  ['no pace',                   ROUND_PACE,       'brisk',       'It is `host`, or how long'],
  ['as many as can be',         ROUND_QUESTIONS,  '20',          20],
  ['one more',                  ROUND_QUESTIONS,  '21',          'from 1 to 20'],
  ['none',                      ROUND_QUESTIONS,  '0',           'from 1 to 20'],
  ['on',                        SPEED_BONUS,      'on',          true],
  ['everybody',                 ROUNDS_BY,        'Everybody',   'everybody'],
  ['somebody',                  ROUNDS_BY,        'somebody',    'It is `organisers` or `everybody`.'],
])('%s is read, and comes back from what is kept', (_, setting, typed, wanted) => {
  const read = setting.read(typed);
  if (!read.ok) {
    expect(read.problem).toContain(wanted);
    return;
  }
  expect(read.value).toBe(wanted);
  expect(setting.read(setting.write(read.value))).toEqual(read);
});

test('by default rounds are started by organisers, led by the host, and quickness counts for nothing', () => {
  expect([ROUNDS_BY.usual, ROUND_PACE.usual, SPEED_BONUS.usual, ROUND_QUESTIONS.usual]).toEqual([
    ...['organisers', 'host', false, 5],
  ]);
});
