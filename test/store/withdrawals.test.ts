import { expect, test } from 'vitest';
import { DAY, later } from '../../src/base/time.ts';
import { memoriesFrom } from '../../src/learning/memory.ts';
import { openDatabase, storeOn } from '../../src/store/open-store.ts';
import { rebuild } from '../../src/store/rebuild.ts';
import { loggedReviewOf, reviewsOf } from '../../src/store/review-log.ts';
import type { Db } from '../../src/store/schema.ts';
import type { LearnerId } from '../../src/tutor/store/account.ts';
import { closeTable } from '../support/shared-place.ts';
import { aPresentation, aReview, NOON } from '../support/store.ts';

/** Anna has responded to three questions, a day apart: to p1, p2 and, in a round, r3. */
async function withThreeReviews() {
  const db = await openDatabase(':memory:');
  const store = storeOn(db);
  const anna = await store.learnerOf({ platform: 'slack', space: 'T1', user: 'anna' }, NOON);
  const ben = await store.learnerOf({ platform: 'slack', space: 'T1', user: 'ben' }, NOON);
  for (const [place, id] of ['p1', 'p2'].entries()) {
    const presentation = aPresentation(anna, id, { putAt: later(NOON, place * DAY) });
    await store.addPresentation(presentation);
    await store.addReview(aReview(presentation, { rating: place === 1 ? 'again' : 'good' }));
  }
  const presentation = aPresentation(anna, 'r3', { origin: 'round', putAt: later(NOON, 2 * DAY) });
  await store.addReviews([{ presentation, review: aReview(presentation) }]);
  return { db, store, anna, ben };
}
const EVENING = later(NOON, 3 * DAY);

/** Every review, those taken back too, oldest first. */
async function wholeLog(db: Db, learner: LearnerId) {
  const rows = await reviewsOf(db, learner).orderBy('review.number').execute();
  return rows.map(loggedReviewOf);
}

test('the last of their own is taken back: it stays in the log, and memories are computed without it', async () => {
  const { db, store, anna } = await withThreeReviews();
  const before = await wholeLog(db, anna);
  expect((await store.lastOwnReview(anna))?.presentation).toBe('p2');
  expect(await store.withdraw(anna, 'p2', EVENING)).toBe(true);

  expect(await wholeLog(db, anna)).toStrictEqual(
    before.map((review) => (review.presentation === 'p2' ? { ...review, withdrawnAt: EVENING } : review)),
  );
  const counted = await store.reviews(anna);
  expect(counted).toStrictEqual(before.filter(({ presentation }) => presentation !== 'p2'));
  const memories = await store.memories(anna);
  expect(memories).toStrictEqual(memoriesFrom(counted));
  expect(await store.lastOwnReview(anna)).toMatchObject({ presentation: 'p2', withdrawnAt: EVENING });
  await rebuild(db);
  expect(await store.memories(anna)).toStrictEqual(memories);
});

test.each([
  ['the one before', 'p1'],
  ['one of a round', 'r3'],
  ['none that there is', 'p9'],
])('%s cannot be', async (_, presentation) => {
  const { db, store, anna } = await withThreeReviews();
  const before = [await wholeLog(db, anna), await store.memories(anna)];
  expect(await store.withdraw(anna, presentation, EVENING)).toBe(false);
  expect([await wholeLog(db, anna), await store.memories(anna)]).toStrictEqual(before);
});

test('one is taken back once, by whoever gave it, however often it is asked at once', async () => {
  const { store, anna, ben } = await withThreeReviews();
  expect(await store.withdraw(ben, 'p2', EVENING)).toBe(false);
  const done = await Promise.all(Array.from({ length: 8 }, () => store.withdraw(anna, 'p2', EVENING)));
  expect(done.filter(Boolean)).toHaveLength(1);
  expect(await store.withdraw(anna, 'p1', EVENING)).toBe(false);
  expect(await store.lastOwnReview(ben)).toBeUndefined();
});

test('a concept asked once only has no memory after it', async () => {
  const { store, ben } = await withThreeReviews();
  const presentation = aPresentation(ben, 'b1');
  await store.addPresentation(presentation);
  await store.addReview(aReview(presentation));
  await store.withdraw(ben, 'b1', NOON);
  expect(await store.memories(ben)).toEqual(new Map());
});

test('if the memories cannot be computed, nothing is taken back', async () => {
  const { db, store, anna } = await withThreeReviews();
  await closeTable(db, 'memory');
  await expect(store.withdraw(anna, 'p2', EVENING)).rejects.toThrow('full');
  expect((await store.lastOwnReview(anna))?.withdrawnAt).toBeUndefined();
});
