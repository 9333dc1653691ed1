import { sql } from 'kysely';
import type { Space } from '../tutor/store/account.ts';
import type { Db } from './schema.ts';

/**
 * The responses that count for a server or workspace, and nothing that was put elsewhere. One that its learner took
 * back counts here all the same: otherwise what is wrong could be taken back until all is right.
 */
export const countedIn = (db: Db, { platform, space }: Space) =>
  counted(db).where('review.platform', '=', platform).where('review.space', '=', space);

/** The responses of all places. */
export const counted = (db: Db) =>
  db.selectFrom('review').leftJoin('appeal_accepted', 'appeal_accepted.presentation', 'review.presentation');

/** Whether one of them is right as it now counts: it was judged to be, or an appeal was accepted. */
export const isRight = sql<boolean>`(review.verdict = 'correct' or appeal_accepted.accepted_at is not null)`;

/** How many of them were right at first try: `isRecalled`, as the database counts it. */
export const recalled = sql<number>`sum(case when ${isRight} and review.hints = 0 then 1 else 0 end)`;

/** What each of them shows of misconceptions, as JSON; nothing, if it counts as right. */
export const misconceptions = sql<string>`case when ${isRight} then '[]' else review.misconceptions end`;
