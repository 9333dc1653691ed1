import type { Stretch } from '../base/time.ts';
import type { LearnerId, Space } from '../tutor/store/account.ts';
import type { BoardStore } from '../tutor/store/boards.ts';
import type { Where } from '../tutor/store/presentations.ts';
import { countedIn, recalled } from './counted.ts';
import { masteredIn } from './mastered.ts';
import type { Db } from './schema.ts';

/** Counted by the database, so that a board of many is not made of all that they ever responded. */
export const boardQueries = (db: Db): BoardStore => ({
  async standings(place, within) {
    const [recalls, mastered, users, here] = [
      await recallsIn(db, place, within).execute(),
      await masteredIn(db, place),
      await usersIn(db, place),
      await membersOf(db, place, within),
    ];
    return recalls.flatMap(({ learner, responses, recalled }) => {
      const user = users.get(learner);
      if (user === undefined || (here && !here.has(learner))) return [];
      const recall = { responses: Number(responses), recalled: Number(recalled) };
      return [{ learner, user, ...recall, mastered: mastered.get(learner) ?? 0 }];
    });
  },
});

const recallsIn = (db: Db, space: Space, { from, to }: Stretch) =>
  countedIn(db, space)
    .select(({ fn }) => ['review.learner', fn.countAll().as('responses'), recalled.as('recalled')])
    .where('review.reviewed_at', '>=', from)
    .where('review.reviewed_at', '<', to)
    .groupBy('review.learner')
    .orderBy('review.learner');

/** The account of each learner there; of one who has several, the same one each time. */
async function usersIn(db: Db, { platform, space }: Space): Promise<ReadonlyMap<LearnerId, string>> {
  const rows = await db
    .selectFrom('account')
    .select(['learner', 'user_id'])
    .where('platform', '=', platform)
    .where('space', '=', space)
    .orderBy('user_id', 'desc')
    .execute();
  return new Map(rows.map(({ learner, user_id }) => [learner, user_id]));
}

/** Whom something was put to in a channel; undefined where no channel is meant. */
async function membersOf(
  db: Db,
  { platform, space, channel }: Where,
  { from, to }: Stretch,
): Promise<ReadonlySet<LearnerId> | undefined> {
  if (channel === undefined) return undefined;
  const rows = await db
    .selectFrom('presentation')
    .select('learner')
    .distinct()
    .where('platform', '=', platform)
    .where('space', '=', space)
    .where('channel', '=', channel)
    .where('put_at', '>=', from)
    .where('put_at', '<', to)
    .execute();
  return new Set(rows.map(({ learner }) => learner));
}
