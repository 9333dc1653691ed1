import type { Space } from '../tutor/store/account.ts';
import type { Db } from './schema.ts';

/**
 * The responses that count for a server or workspace, and nothing that was put elsewhere. One that its learner took
 * back counts here all the same: otherwise what is wrong could be taken back until all is right.
 */
export const countedIn = (db: Db, { platform, space }: Space) =>
  db.selectFrom('review').where('review.platform', '=', platform).where('review.space', '=', space);
