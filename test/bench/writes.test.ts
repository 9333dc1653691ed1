import { expect, test } from 'vitest';
import { benchWrites, compareWrites } from '../../bench/writes.ts';

test('the same responses are recorded by ours and by bare statements', async () => {
  const told: string[] = [];
  expect(await compareWrites('sqlite', 2, (line) => told.push(line))).toBeGreaterThan(0);
  const text = told.join('\n');
  expect(text).toMatch(/^ {2}ours +\d+ a second$/m);
  expect(text).toMatch(/^ {2}the same statements, bare and prepared +\d+ a second$/m);
  // The claim in three, and at least the review, what is read and the memory, between begin and commit.
  expect(Number(/([\d.]+) statements a response/.exec(text)?.[1])).toBeGreaterThanOrEqual(10);
}, 120_000);

test.each([
  ['another database', ['--on', 'oracle'], /`sqlite` or `postgres`/],
  ['no block', ['--block', 'none'], /a number of responses/],
] as const)('what cannot be meant is said: %s', async (_, words, said) => {
  await expect(benchWrites(words)).rejects.toThrow(said);
});
