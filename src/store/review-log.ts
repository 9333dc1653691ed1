import type { Selectable } from 'kysely';
import type { Instant } from '../base/time.ts';
import type { LearnerId } from '../tutor/store/account.ts';
import type { LoggedReview, Review } from '../tutor/store/reviews.ts';
import type { Db, Tables } from './schema.ts';

/** The reviews of a learner that count for them, oldest first. */
export async function logOf(db: Db, learner: LearnerId): Promise<readonly Review[]> {
  const rows = await reviewsOf(db, learner).where('withdrawn_at', 'is', null).orderBy('number').execute();
  return rows.map(reviewOf);
}

/** Every review of a learner, oldest first. */
export async function wholeLogOf(db: Db, learner: LearnerId): Promise<readonly LoggedReview[]> {
  const rows = await reviewsOf(db, learner).orderBy('number').execute();
  return rows.map(loggedReviewOf);
}

/** The rows of a learner's reviews, in no order, each with when it was taken back. */
export const reviewsOf = (db: Db, learner: LearnerId) =>
  db
    .selectFrom('review')
    .leftJoin('withdrawal', 'withdrawal.presentation', 'review.presentation')
    .selectAll('review')
    .select('withdrawn_at')
    .where('review.learner', '=', learner);

export const rowOf = (review: Review) => ({
  presentation: review.presentation,
  learner: review.learner,
  item: review.item,
  concept: review.concept,
  response: review.response,
  verdict: review.verdict,
  score: review.score,
  misconceptions: JSON.stringify(review.misconceptions),
  offered: JSON.stringify(review.offered),
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
  offered: JSON.parse(row.offered) as string[],
  rating: row.rating,
  hints: row.hints,
  ...(row.sure !== null && { sure: row.sure === 1 }),
  at: row.reviewed_at,
});

type LoggedRow = Selectable<Tables['review']> & { readonly withdrawn_at: Instant | null };
export const loggedReviewOf = ({ withdrawn_at, ...row }: LoggedRow): LoggedReview => ({
  ...reviewOf(row),
  ...(withdrawn_at !== null && { withdrawnAt: withdrawn_at }),
});
