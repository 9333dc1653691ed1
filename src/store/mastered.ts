import type { Instant } from '../base/time.ts';
import { isMasteredBy, MASTERY_REVIEWS } from '../learning/scores.ts';
import type { LearnerId } from '../tutor/store/account.ts';
import type { Review } from '../tutor/store/reviews.ts';
import { builtOnce } from './built-once.ts';
import { countedIn, isRight } from './counted.ts';
import type { Db } from './schema.ts';
import type { MasteredTable, ReviewTable } from './tables/reviews.ts';

/**
 * Which concepts learners have mastered by what was put to them in a server or workspace: computed from the log, kept so
 * that a board of many need not read all that they ever responded.
 */

/**
 * Settles it anew for the concept of a review that was just logged. For use inside a transaction.
 * @param place where its presentation was put, as far as that is known
 */
export async function moveMastered(
  db: Db,
  { learner, concept }: Review,
  { platform, space }: Pick<ReviewTable, 'platform' | 'space'>,
): Promise<void> {
  if (platform === null || space === null) return;
  const { rows: last } = await findLast(db, { platform, space, learner, concept });
  const [was, is] = [isMasteredLately(last.slice(1)), isMasteredLately(last.slice(0, MASTERY_REVIEWS))];
  if (is && !was) await keep(db, [{ platform, space, learner, concept }]);
  if (was && !is)
    await db
      .deleteFrom('mastered')
      .where('platform', '=', platform)
      .where('space', '=', space)
      .where('learner', '=', learner)
      .where('concept', '=', concept)
      .execute();
}

/** The reviews that tell whether it is mastered now, and whether it was before the last; the newest first. */
const findLast = builtOnce(['platform', 'space', 'learner', 'concept'], (db, of: MasteredTable) =>
  countedIn(db, of)
    .select(['review.reviewed_at', isRight.as('right')])
    .where('review.learner', '=', of.learner)
    .where('review.concept', '=', of.concept)
    .orderBy('review.number', 'desc')
    .limit(MASTERY_REVIEWS + 1),
);

/** Computes all of a learner's again, from the log. For use inside a transaction. */
export async function recomputeMastered(db: Db, learner: LearnerId): Promise<void> {
  await db.deleteFrom('mastered').where('learner', '=', learner).execute();
  const rows = await db
    .selectFrom('review')
    .leftJoin('appeal_accepted', 'appeal_accepted.presentation', 'review.presentation')
    .select(['review.platform', 'review.space', 'review.concept', 'review.reviewed_at', isRight.as('right')])
    .where('review.learner', '=', learner)
    .orderBy('review.number', 'desc')
    .execute();
  const groups = Map.groupBy(rows, ({ platform, space, concept }) => JSON.stringify([platform, space, concept]));
  const mastered = [...groups.values()].flatMap(([first, ...others]): MasteredTable[] => {
    if (!first || first.platform === null || first.space === null) return [];
    const { platform, space, concept } = first;
    return isMasteredLately([first, ...others].slice(0, MASTERY_REVIEWS))
      ? [{ platform, space, learner, concept }]
      : [];
  });
  await keep(db, mastered);
}

/** How many concepts each has mastered there; who has none is left out. */
export async function masteredIn(
  db: Db,
  { platform, space }: Pick<MasteredTable, 'platform' | 'space'>,
): Promise<ReadonlyMap<LearnerId, number>> {
  const rows = await db
    .selectFrom('mastered')
    .select(({ fn }) => ['learner', fn.countAll().as('concepts')])
    .where('platform', '=', platform)
    .where('space', '=', space)
    .groupBy('learner')
    .execute();
  return new Map(rows.map(({ learner, concepts }) => [learner, Number(concepts)]));
}

async function keep(db: Db, rows: readonly MasteredTable[]): Promise<void> {
  // One by one: a statement for each number of rows would have to be prepared, and kept.
  for (const row of rows)
    await db
      .insertInto('mastered')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** @param last the last reviews of a concept, no more than tell */
function isMasteredLately(last: readonly { readonly reviewed_at: Instant; readonly right: boolean }[]): boolean {
  const times = last.flatMap(({ right, reviewed_at }) => (right ? [reviewed_at] : []));
  return isMasteredBy({ right: times.length, earliest: Math.min(...times), latest: Math.max(...times) });
}
