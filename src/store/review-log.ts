import type { Selectable } from 'kysely';
import type { LearnerId } from '../tutor/store/account.ts';
import type { Review } from '../tutor/store/reviews.ts';
import type { Db, Tables } from './schema.ts';

/** All reviews of a learner, oldest first. */
export async function logOf(db: Db, learner: LearnerId): Promise<readonly Review[]> {
  const rows = await db.selectFrom('review').selectAll().where('learner', '=', learner).orderBy('number').execute();
  return rows.map(reviewOf);
}

export const rowOf = (review: Review) => ({
  presentation: review.presentation,
  learner: review.learner,
  item: review.item,
  concept: review.concept,
  response: review.response,
  verdict: review.verdict,
  score: review.score,
  misconceptions: JSON.stringify(review.misconceptions),
  rating: review.rating,
  reviewed_at: review.at,
  hints: review.hints,
  sure: review.sure === undefined ? null : Number(review.sure),
});

export const reviewOf = (row: Selectable<Tables['review']>): Review => ({
  presentation: row.presentation,
  learner: row.learner,
  item: row.item,
  concept: row.concept,
  response: row.response,
  verdict: row.verdict,
  score: row.score,
  misconceptions: JSON.parse(row.misconceptions) as string[],
  rating: row.rating,
  hints: row.hints,
  ...(row.sure !== null && { sure: row.sure === 1 }),
  at: row.reviewed_at,
});
