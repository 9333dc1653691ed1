import type { Selectable } from 'kysely';
import type { Instant } from '../base/time.ts';
import { ratingOf } from '../learning/rating.ts';
import type { LearnerId } from '../tutor/store/account.ts';
import type { BriefReview, LoggedReview, Review } from '../tutor/store/reviews.ts';
import { builtOnce } from './built-once.ts';
import type { Db, Tables } from './schema.ts';

/** The reviews of a learner that count for them, as they count now, oldest first. */
export async function logOf(db: Db, learner: LearnerId): Promise<readonly Review[]> {
  const rows = await reviewsOf(db, learner).where('withdrawn_at', 'is', null).orderBy('review.number').execute();
  return rows.map(reviewOf);
}

/** The same, as far as scores and misconceptions are reckoned from it. */
export async function briefLogOf(db: Db, learner: LearnerId): Promise<readonly BriefReview[]> {
  const { rows } = await briefRows(db, { learner });
  return rows.map(({ accepted_at, misconceptions, offered, reviewed_at: at, ...row }) => ({
    ...{ ...row, at, misconceptions: idsIn(misconceptions), offered: idsIn(offered) },
    ...(accepted_at !== null && RIGHT),
  }));
}

/** An index holds these columns, so that the log is not read row by row. */
const briefRows = builtOnce(['learner'], (db, { learner }: { readonly learner: LearnerId }) =>
  joinedReviews(db)
    .select(['review.presentation', 'concept', 'verdict', 'score', 'misconceptions', 'offered', 'hints', 'reviewed_at'])
    .select('accepted_at')
    .where('review.learner', '=', learner)
    .where('withdrawn_at', 'is', null)
    .orderBy('review.number'),
);

/** The rows of a learner's reviews, in no order. */
export const reviewsOf = (db: Db, learner: LearnerId) => reviewRows(db).where('review.learner', '=', learner);

/** Reviews, each with when it was taken back and when an appeal against its verdict was accepted. */
export const reviewRows = (db: Db) => joinedReviews(db).selectAll('review').select(['withdrawn_at', 'accepted_at']);

/** Reviews beside what says whether, and as what, they count. */
const joinedReviews = (db: Db) =>
  db
    .selectFrom('review')
    .leftJoin('withdrawal', 'withdrawal.presentation', 'review.presentation')
    .leftJoin('appeal_accepted', 'appeal_accepted.presentation', 'review.presentation');

export const ROW_COLUMNS = [
  ...(['presentation', 'learner', 'item', 'version', 'concept', 'response', 'verdict', 'score'] as const),
  ...(['misconceptions', 'offered', 'rating', 'reviewed_at', 'hints', 'sure'] as const),
];

export const rowOf = (review: Review) => ({
  presentation: review.presentation,
  learner: review.learner,
  item: review.item,
  version: review.version ?? null,
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

type Row = Selectable<Tables['review']> & {
  readonly withdrawn_at: Instant | null;
  readonly accepted_at: Instant | null;
};

/** The review of a row as it now counts: the log says what was judged, an accepted appeal that it was right. */
export const reviewOf = ({ accepted_at, ...row }: Row): Review =>
  accepted_at === null ? asJudged(row) : asAccepted(asJudged(row));

const asAccepted = (review: Review): Review => ({ ...review, ...RIGHT, rating: ratingOf('correct', review) });
const RIGHT = { verdict: 'correct', score: 1, misconceptions: [] } as const;

const asJudged = (row: Selectable<Tables['review']>): Review => ({
  presentation: row.presentation,
  learner: row.learner,
  item: row.item,
  ...(row.version !== null && { version: row.version }),
  concept: row.concept,
  response: row.response,
  verdict: row.verdict,
  score: row.score,
  misconceptions: idsIn(row.misconceptions),
  offered: idsIn(row.offered),
  rating: row.rating,
  hints: row.hints,
  ...(row.sure !== null && { sure: row.sure === 1 }),
  at: row.reviewed_at,
});

export const loggedReviewOf = (row: Row): LoggedReview => ({
  ...reviewOf(row),
  ...(row.withdrawn_at !== null && { withdrawnAt: row.withdrawn_at }),
});

const idsIn = (json: string): readonly string[] => JSON.parse(json) as string[];
