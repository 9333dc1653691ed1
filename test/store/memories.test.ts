import { expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { HOUR, type Instant, later } from '../../src/base/time.ts';
import { memoriesFrom, nextMemory, USUAL_PARAMETERS } from '../../src/learning/memory.ts';
import { ratingOf } from '../../src/learning/rating.ts';
import { openDatabase, storeOn } from '../../src/store/open-store.ts';
import { rebuild } from '../../src/store/rebuild.ts';
import { learnerSubject } from '../../src/tutor/settings/settled.ts';
import type { Store } from '../../src/tutor/store.ts';
import { closeTable } from '../support/shared-place.ts';
import { aPresentation, aReview, NOON } from '../support/store.ts';

const CONCEPTS = ['zone', 'delegation', 'glue', 'transfer-lock'] as const;
const VERDICTS = ['correct', 'correct', 'partial', 'incorrect'] as const;

/** Has a learner respond often, hours to weeks apart; each response moves the memory on from where the last left it. */
async function practise(store: Store, user: string, seed: number, parameters = USUAL_PARAMETERS) {
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
    expect(moved).toEqual(nextMemory(before, rating, at, parameters, presentation.id));
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
  await rebuild(db);
  expect(await Promise.all(learners.map((learner) => store.memories(learner)))).toStrictEqual(kept);
});

const OWN_WEIGHTS = USUAL_PARAMETERS.weights.map((weight, place) => (place === 8 ? weight / 2 : weight));

test.each([
  ['retention', '80%', { retention: 0.8 }],
  ['longest-interval', '7 days', { longestInterval: 7 }],
  ['weights', OWN_WEIGHTS.join(', '), { weights: OWN_WEIGHTS }],
] as const)(
  'with %s, what is learned before and after is computed by it, and rebuilt the same',
  async (name, value, over) => {
    const db = await openDatabase(':memory:');
    const store = storeOn(db);
    const parameters = { ...USUAL_PARAMETERS, ...over };
    const ben = await practise(store, 'ben', 2);
    const anna = await practise(store, 'anna', 1);
    const before = await store.memories(anna);
    const subject = learnerSubject(anna);
    await store.setSetting(subject, name, value, NOON);
    const changed = await store.memories(anna);
    expect(changed).toStrictEqual(memoriesFrom(await store.reviews(anna), parameters));
    expect(changed).not.toEqual(before);
    expect(await store.memories(ben)).toStrictEqual(memoriesFrom(await store.reviews(ben)));

    const cleo = await store.learnerOf({ platform: 'slack', space: 'team', user: 'cleo' }, NOON);
    await store.setSetting(learnerSubject(cleo), name, value, NOON);
    await practise(store, 'cleo', 3, parameters);
    const kept = await Promise.all([anna, ben, cleo].map((learner) => store.memories(learner)));
    await rebuild(db);
    expect(await Promise.all([anna, ben, cleo].map((learner) => store.memories(learner)))).toStrictEqual(kept);

    expect(await store.unsetSetting(subject, name)).toBe(true);
    expect(await store.memories(anna)).toStrictEqual(before);
  },
);

test('a setting whose memories cannot be computed is not kept', async () => {
  const db = await openDatabase(':memory:');
  const store = storeOn(db);
  const anna = await practise(store, 'anna', 1);
  await closeTable(db, 'memory');
  const before = await store.memories(anna);
  await expect(store.setSetting(learnerSubject(anna), 'retention', '80%', NOON)).rejects.toThrow('full');
  expect(await store.settings(learnerSubject(anna))).toEqual(new Map());
  expect(await store.memories(anna)).toStrictEqual(before);
});

test('a memory without a review behind it goes when memories are rebuilt', async () => {
  const db = await openDatabase(':memory:');
  const store = storeOn(db);
  const anna = await practise(store, 'anna', 1);
  await db.updateTable('memory').set({ concept: 'never-asked' }).where('concept', '=', 'zone').execute();
  await rebuild(db);
  expect((await store.memories(anna)).has('never-asked')).toBe(false);
});
