import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { memoriesFrom } from '../../src/learning/memory.ts';
import { openStore } from '../../src/store/open-store.ts';
import { sharedPlace } from '../support/shared-place.ts';
import { NOON, storeChild } from '../support/store.ts';

const KILLS = 6;
const accountOf = (user: string) => ({ platform: 'terminal', space: '', user }) as const;

/** Lets a child log responses and kills it somewhere in the middle of one; gives the ids it had acknowledged. */
async function killedAtWork(file: string): Promise<readonly string[]> {
  const child = storeChild(file, 'anna', 1_000_000);
  const enough = Math.ceil(Math.random() * 40);
  while (child.lines.length < enough && child.process.exitCode === null) await pause(1);
  await pause(Math.random() * 5);
  child.process.kill('SIGKILL');
  await child.ended;
  expect(child.process.signalCode).toBe('SIGKILL');
  return child.lines;
}

test('what was acknowledged before a kill -9 is there exactly once, and the memory fits the log', async () => {
  const file = await sharedPlace();
  const acknowledged: string[] = [];
  for (let kill = 1; kill <= KILLS; kill++) {
    acknowledged.push(...(await killedAtWork(file)));
    const store = await openStore(file);
    const learner = await store.learnerOf(accountOf('anna'), NOON);
    const reviews = await store.reviews(learner);
    const ids = reviews.map(({ presentation }) => presentation);
    expect(ids.filter((id) => acknowledged.includes(id))).toEqual(acknowledged);
    // The one in the making at each kill may have been kept as well, unacknowledged.
    expect(ids.length - acknowledged.length).toBeLessThanOrEqual(kill);
    expect(await store.memories(learner)).toStrictEqual(memoriesFrom(reviews));
    await store.close();
  }
});

test('programs that start together on a new file and write together lose nothing', async () => {
  const file = await sharedPlace();
  const children = [storeChild(file, 'anna', 60), storeChild(file, 'ben', 60), storeChild(file, 'ben', 60)];
  await Promise.all(children.map(({ ended }) => ended));
  const store = await openStore(file);
  const kept = async (user: string) => {
    const learner = await store.learnerOf(accountOf(user), NOON);
    const reviews = await store.reviews(learner);
    expect(await store.memories(learner)).toStrictEqual(memoriesFrom(reviews));
    return reviews.map(({ presentation }) => presentation).toSorted();
  };
  const [anna, ben, benElsewhere] = children.map(({ lines }) => lines);
  expect(anna).toHaveLength(60);
  expect(await kept('anna')).toEqual(anna?.toSorted());
  expect(await kept('ben')).toEqual([...ben!, ...benElsewhere!].toSorted());
  await store.close();
});
