import { type Memory, nextMemory } from '../learning/memory.ts';
import type { PutAndReviewed, Review } from '../tutor/store/reviews.ts';
import type { Store } from '../tutor/store.ts';
import { builtOnce } from './built-once.ts';
import { moveMastered } from './mastered.ts';
import { memoryOf, parametersOf, saveMemory } from './memories.ts';
import { rowOf as presentationRow } from './presentations.ts';
import { briefLogOf, logOf, ROW_COLUMNS, reviewOf, reviewRows, rowOf } from './review-log.ts';
import type { Db } from './schema.ts';
import { appendStep } from './worlds.ts';

/** The log of responses. It only ever grows, and memories follow from it. */
export const reviewQueries = (
  db: Db,
): Pick<Store, 'addReview' | 'addReviews' | 'reviewOf' | 'reviews' | 'briefReviews' | 'proposedSince'> => ({
  addReview: (review, step) =>
    db.transaction().execute(async (tx) => {
      const [logged] = (await logReview(tx, rowOf(review))).rows;
      if (!logged) return false;
      const memory = await moveMemory(tx, review);
      await moveMastered(tx, review, logged);
      if (step) await appendStep(tx, step, review.at);
      return memory;
    }),

  addReviews: (all) => db.transaction().execute((tx) => logReviews(tx, all)),

  async reviewOf(presentation) {
    const row = await reviewRows(db).where('review.presentation', '=', presentation).executeTakeFirst();
    return row && reviewOf(row);
  },

  reviews: (learner) => logOf(db, learner),
  briefReviews: (learner) => briefLogOf(db, learner),

  async proposedSince(learner, since) {
    const { count } = await db
      .selectFrom('review')
      .innerJoin('presentation', 'presentation.id', 'review.presentation')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('review.learner', '=', learner)
      .where('review.reviewed_at', '>=', since)
      .where('presentation.reason', 'in', ['due', 'new', 'ahead'])
      .executeTakeFirstOrThrow();
    return Number(count);
  },
});

/** Where it was put comes with it; nothing does if its presentation has a review. */
const logReview = builtOnce(ROW_COLUMNS, (db, row: ReturnType<typeof rowOf>) =>
  db
    .insertInto('review')
    .values(({ selectFrom }) => {
      const put = selectFrom('presentation').where('id', '=', row.presentation);
      return { ...row, platform: put.select('platform'), space: put.select('space') };
    })
    .onConflict((conflict) => conflict.column('presentation').doNothing())
    .returning(['platform', 'space']),
);

/** Logs what many responded to one question, within a transaction; returns how many are new. */
export async function logReviews(db: Db, all: readonly PutAndReviewed[]): Promise<number> {
  let added = 0;
  for (const { presentation, review } of all) {
    const row = presentationRow(presentation);
    const put = await db
      .insertInto('presentation')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (put.numInsertedOrUpdatedRows === 0n) continue;
    await db
      .insertInto('review')
      .values({ ...rowOf(review), platform: row.platform, space: row.space })
      .execute();
    await moveMemory(db, review);
    await moveMastered(db, review, row);
    added += 1;
  }
  return added;
}

async function moveMemory(db: Db, { presentation, learner, concept, rating, at }: Review): Promise<Memory> {
  const before = await memoryOf(db, learner, concept);
  const memory = nextMemory(before, rating, at, await parametersOf(db, learner), presentation);
  await saveMemory(db, learner, concept, memory);
  return memory;
}
