import { expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { HOUR, later } from '../../src/base/time.ts';
import { ratingOf } from '../../src/learning/rating.ts';
import { openDatabase, storeOn } from '../../src/store/open-store.ts';
import { rebuild } from '../../src/store/rebuild.ts';
import type { Db } from '../../src/store/schema.ts';
import { learnerSubject } from '../../src/tutor/settings/settled.ts';
import type { LearnerId } from '../../src/tutor/store/account.ts';
import { aPresentation, aReview, NOON } from '../support/store.ts';

const VERDICTS = ['correct', 'correct', 'partial', 'incorrect'] as const;

const SETTINGS = [
  ['retention', '80%'],
  ['longest-interval', '21 days'],
  ['retention', '95%'],
] as const;

/**
 * Three learners who respond for themselves, with hints and without, sure and not, and with others; who take some of it
 * back, and change what their memories are computed with.
 */
async function history(seed: number) {
  const db = await openDatabase(':memory:');
  const store = storeOn(db);
  const rng = seededRng(seed);
  const learners: LearnerId[] = [];
  for (const user of ['anna', 'ben', 'cleo'])
    learners.push(await store.learnerOf({ platform: 'slack', space: 'T1', user }, NOON));
  for (let i = 0; i < 150; i++) {
    const putAt = later(NOON, i * rng.integer(0, 9) * HOUR);
    const concept = `concept-${rng.integer(0, 4)}`;
    const entryOf = (learner: LearnerId, origin: 'quiz' | 'round') => {
      const verdict = VERDICTS[rng.integer(0, 3)]!;
      const hints = Math.max(0, rng.integer(-3, 3));
      const presentation = aPresentation(learner, `p${i}.${learners.indexOf(learner)}`, {
        concept,
        putAt,
        origin,
        hints,
      });
      const circumstances = { hints, ...(i % 3 > 0 && { sure: i % 3 === 1 }) };
      const rating = ratingOf(verdict, circumstances);
      return { presentation, review: aReview(presentation, { verdict, rating, ...circumstances }) };
    };
    if (rng.integer(0, 4) === 0) await store.addReviews(learners.map((learner) => entryOf(learner, 'round')));
    else {
      const { presentation, review } = entryOf(learners[rng.integer(0, 2)]!, 'quiz');
      await store.addPresentation(presentation);
      await store.addReview(review);
      const { learner } = review;
      if (i % 4 === 0) await store.withdraw(learner, presentation.id, later(putAt, HOUR));
      const [name, value] = SETTINGS[rng.integer(0, 20)] ?? [];
      if (name !== undefined) await store.setSetting(learnerSubject(learner), name, value, putAt);
    }
  }
  return db;
}

const AGREED = new Map([
  ['memory', 0],
  ['mastered', 0],
]);

const memoriesIn = (db: Db) => db.selectFrom('memory').selectAll().orderBy('learner').orderBy('concept').execute();

test.each([1, 2, 3])('what is derived is what the log gives, row for row (seed %i)', async (seed) => {
  const db = await history(seed);
  const kept = await memoriesIn(db);
  expect(kept.length).toBe(15);
  for (const table of ['withdrawal', 'setting'] as const)
    expect((await db.selectFrom(table).selectAll().execute()).length).toBeGreaterThan(2);
  expect(await rebuild(db)).toEqual(AGREED);
  expect(await memoriesIn(db)).toStrictEqual(kept);
});

test('rows that were changed, lost or made up are put right, and counted', async () => {
  const db = await history(1);
  const kept = await memoriesIn(db);
  const [one, two] = kept.map(({ learner, concept }) => ({ learner, concept }));
  await db
    .updateTable('memory')
    .set({ stability: 1 })
    .where(({ and }) => and(one!))
    .execute();
  await db
    .deleteFrom('memory')
    .where(({ and }) => and(two!))
    .execute();
  await db
    .insertInto('memory')
    .values({ ...kept[2]!, concept: 'never-asked' })
    .execute();
  expect(await rebuild(db)).toEqual(new Map([...AGREED, ['memory', 3]]));
  expect(await memoriesIn(db)).toStrictEqual(kept);
});
