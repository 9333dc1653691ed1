import { expect, test } from 'vitest';
import { readGrowthPlan } from '../../bench/growth/plan.ts';
import { grow } from '../../bench/growth.ts';

test('with few learners all that is timed is done on SQLite, and nothing that grows is read from end to end', async () => {
  const told: string[] = [];
  await grow({ learners: [3000], on: 'sqlite', rounds: 1 }, (line) => told.push(line));
  const text = told.join('\n');
  expect(text).toMatch(/^ {2}\d+ queries of these were explained; 0 read/m);
  for (const what of ['/me', '/scores server, of 2,000', '/respond', 'a turn that puts three prompts'])
    expect(text).toMatch(new RegExp(`^  ${what} +[\\d.]+ \\(\\d+\\) +\\d+\\.\\d\\d`, 'm'));
}, 300_000);

// biome-ignore format: a table reads down its columns
test.each([
  ['too few',          ['--learners', '10'],                          /from 3000/],
  ['no number',        ['--learners', 'many'],                        /whole numbers/],
  ['another database', ['--on', 'oracle'],                            /`sqlite` or `postgres`/],
  ['no rounds',        ['--rounds', '0'],                             /from 1/],
  ['a file of both',   ['--on', 'postgres', '--folder', '/tmp'],      /of SQLite/],
] as const)('what cannot be meant is said: %s', (_, words, said) => {
  expect(() => readGrowthPlan(words)).toThrow(said);
});
