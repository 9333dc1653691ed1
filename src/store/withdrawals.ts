import type { LearnerId } from '../tutor/store/account.ts';
import type { WithdrawalStore } from '../tutor/store/withdrawals.ts';
import { recomputeMemories } from './memories.ts';
import { loggedReviewOf, reviewsOf } from './review-log.ts';
import type { Db } from './schema.ts';

/** Reviews that learners took back. The log keeps them; memories are computed without. */
export const withdrawalQueries = (db: Db): WithdrawalStore => ({
  async lastOwnReview(learner) {
    const row = await reviewsOf(db, learner).where('review.number', '=', lastOwn(db, learner)).executeTakeFirst();
    return row && loggedReviewOf(row);
  },

  withdraw: (learner, presentation, at) =>
    db.transaction().execute(async (tx) => {
      const withdrawn = await tx
        .insertInto('withdrawal')
        .columns(['presentation', 'learner', 'withdrawn_at'])
        .expression((of) =>
          of
            .selectFrom('review')
            .select(({ val }) => ['presentation', 'learner', val(at).as('withdrawn_at')])
            .where('presentation', '=', presentation)
            .where('number', '=', lastOwn(tx, learner)),
        )
        .onConflict((conflict) => conflict.column('presentation').doNothing())
        .executeTakeFirst();
      if (withdrawn.numInsertedOrUpdatedRows === 0n) return false;
      await recomputeMemories(tx, learner);
      return true;
    }),
});

/** The number of the last review of what a learner asked for themselves. */
const lastOwn = (db: Db, learner: LearnerId) =>
  db
    .selectFrom('review')
    .innerJoin('presentation', 'presentation.id', 'review.presentation')
    .select(({ fn }) => fn.max('review.number').as('number'))
    .where('review.learner', '=', learner)
    .where('presentation.origin', '=', 'quiz');
