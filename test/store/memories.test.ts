import { expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { HOUR, type Instant, later } from '../../src/base/time.ts';
import { memoriesFrom, nextMemory } from '../../src/learning/memory.ts';
import { ratingOf } from '../../src/learning/rating.ts';
import { rebuildMemories } from '../../src/store/memories.ts';
import { openDatabase, storeOn } from '../../src/store/open-store.ts';
import type { Store } from '../../src/tutor/store.ts';
import { aPresentation, aReview, NOON } from '../support/store.ts';

const CONCEPTS = ['zone', 'delegation', 'glue', 'transfer-lock'] as const;
const VERDICTS = ['correct', 'correct', 'partial', 'incorrect'] as const;

/** Has a learner respond often, hours to weeks apart; each response moves the memory on from where the last left it. */
async function practise(store: Store, user: string, seed: number) {
  const rng = seededRng(seed);
  const learner = await store.learnerOf({ platform: 'slack', space: 'team', user }, NOON);
  let at: Instant = NOON;
  for (let i = 0; i < 60; i++) {
    at = later(at, rng.integer(0, 300) * HOUR);
    const concept = CONCEPTS[rng.integer(0, 3)]!;
    const verdict = VERDICTS[rng.integer(0, 3)]!;
    const presentation = aPresentation(learner, `${user}-${i}`, { concept, putAt: at });
    await store.addPresentation(presentation);
    const rating = ratingOf(verdict);
    const before = (await store.memories(learner)).get(concept);
    const moved = await store.addReview(aReview(presentation, { verdict, rating }));
    expect(moved).toEqual(nextMemory(before, rating, at));
  }
  return learner;
}

test('the memories kept are those that the log replays to, to the last bit; rebuilt, they are the same again', async () => {
  const db = await openDatabase(':memory:');
  const store = storeOn(db);
  const learners = [await practise(store, 'anna', 1), await practise(store, 'ben', 2)];
  const kept = await Promise.all(learners.map((learner) => store.memories(learner)));
  const replayed = await Promise.all(learners.map(async (learner) => memoriesFrom(await store.reviews(learner))));
  expect(kept.map(({ size }) => size)).toEqual([4, 4]);
  expect(kept).toStrictEqual(replayed);

  await db.updateTable('memory').set({ stability: 1, phase: 'learning' }).where('concept', '=', 'zone').execute();
  await db.deleteFrom('memory').where('concept', '=', 'glue').execute();
  await rebuildMemories(db);
  expect(await Promise.all(learners.map((learner) => store.memories(learner)))).toStrictEqual(kept);
});

test('a memory without a review behind it goes when memories are rebuilt', async () => {
  const db = await openDatabase(':memory:');
  const store = storeOn(db);
  const anna = await practise(store, 'anna', 1);
  await db.updateTable('memory').set({ concept: 'never-asked' }).where('concept', '=', 'zone').execute();
  await rebuildMemories(db);
  expect((await store.memories(anna)).has('never-asked')).toBe(false);
});
