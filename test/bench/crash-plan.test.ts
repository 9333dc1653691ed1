import { expect, test } from 'vitest';
import { readCrashPlan } from '../../bench/crash/plan.ts';

// biome-ignore format: a table reads down its columns
test.each([
  ['',                                     { on: 'sqlite', kill: 'bot', rounds: 200, seed: 1 }],
  ['--on postgres',                        { on: 'postgres', kill: 'bot' }],
  ['--on postgres --kill database',        { on: 'postgres', kill: 'database' }],
  ['--on postgres --kill both --rounds 3', { kill: 'both', rounds: 3 }],
])('«%s» is understood', (words, plan) => {
  expect(readCrashPlan(words.split(' ').filter(Boolean))).toMatchObject(plan);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['--on paper',      '--on needs one of sqlite, postgres'],
  ['--kill learners', '--kill needs one of bot, database, both'],
  ['--kill database', 'needs --on postgres'],
  ['--kill both',     'needs --on postgres'],
  ['--rounds 0',      '--rounds needs a whole number from 1'],
])('«%s» is refused in a sentence', (words, said) => {
  expect(() => readCrashPlan(words.split(' '))).toThrow(said);
});
