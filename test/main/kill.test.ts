import { join } from 'node:path';
import { expect, test } from 'vitest';
import { instant } from '../../src/base/time.ts';
import { memoriesFrom } from '../../src/learning/memory.ts';
import { openStore } from '../../src/store/open-store.ts';
import { aProgram, start } from '../support/program.ts';
import { temporaryFolder } from '../support/store.ts';

const VERDICTS = new Map([
  ['✔', 'correct'],
  ['~', 'partial'],
  ['✘', 'incorrect'],
]);
const ROUNDS = 8;
/** More than gets done before the kill. Of the three responses one can be read, whatever is asked; the others close nothing. */
const RESPONSES = '/quiz anyway\nb\nb a c\n0.50\n'.repeat(500);

/** Lets the program work until it has printed so many parts, kills it, and gives the verdicts that it had printed. */
async function killedAfter(parts: number, top: string, file: string, seed: number): Promise<readonly string[]> {
  const { process, ended } = start(top, ['--database', file, '--seed', String(seed)]);
  let printed = 0;
  process.stdout.on('data', () => {
    printed += 1;
    if (printed === parts) process.kill('SIGKILL');
  });
  process.stdin.write(RESPONSES);
  const { stdout, status } = await ended;
  expect([status, process.signalCode]).toEqual([null, 'SIGKILL']);
  return [...stdout.matchAll(/^([✔~✘]) \S/gm)].map(([, mark = '']) => VERDICTS.get(mark) ?? mark);
}

test('after a kill -9 in the middle of a run, every response that was answered is in the log exactly once', async () => {
  const top = aProgram();
  const file = join(temporaryFolder(), 'hostmaster.db');
  let kept = 0;
  let answered = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const verdicts = await killedAfter(3 + 7 * round, top, file, round);
    const store = await openStore(file);
    const learner = await store.learnerOf({ platform: 'terminal', space: 'local', user: 'you' }, instant(0));
    const reviews = await store.reviews(learner);
    const fresh = reviews.slice(kept).map(({ verdict }) => verdict);
    expect(fresh.slice(0, verdicts.length)).toEqual(verdicts);
    // The one in the making at the kill may have been kept as well, unanswered.
    expect(fresh.length - verdicts.length).toBeLessThanOrEqual(1);
    expect(new Set(reviews.map(({ presentation }) => presentation)).size).toBe(reviews.length);
    expect(await store.memories(learner)).toStrictEqual(memoriesFrom(reviews));
    await store.close();
    kept = reviews.length;
    answered += verdicts.length;
  }
  expect(answered).toBeGreaterThan(ROUNDS * 5);
});
