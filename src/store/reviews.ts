import { nextMemory } from '../learning/memory.ts';
import type { Store } from '../tutor/store.ts';
import { memoryOf, saveMemory } from './memories.ts';
import { logOf, reviewOf, rowOf } from './review-log.ts';
import type { Db } from './schema.ts';
import { appendStep } from './worlds.ts';

/** The log of responses. It only ever grows, and memories follow from it. */
export const reviewQueries = (db: Db): Pick<Store, 'addReview' | 'reviewOf' | 'reviews'> => ({
  addReview: (review, step) =>
    db.transaction().execute(async (tx) => {
      const logged = await tx
        .insertInto('review')
        .values(rowOf(review))
        .onConflict((conflict) => conflict.column('presentation').doNothing())
        .executeTakeFirst();
      if (logged.numInsertedOrUpdatedRows === 0n) return false;
      const { learner, concept, rating, at } = review;
      const memory = nextMemory(await memoryOf(tx, learner, concept), rating, at);
      await saveMemory(tx, learner, concept, memory);
      if (step) await appendStep(tx, step, at);
      return memory;
    }),

  async reviewOf(presentation) {
    const row = await db.selectFrom('review').selectAll().where('presentation', '=', presentation).executeTakeFirst();
    return row && reviewOf(row);
  },

  reviews: (learner) => logOf(db, learner),
});
