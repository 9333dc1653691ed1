import type { Stretch } from '../../base/time.ts';
import type { Standing } from '../../learning/boards.ts';
import type { LearnerId } from './account.ts';
import type { Where } from './presentations.ts';

/** What the members of a server or workspace come to, by what was put to them there and nowhere else. */
export interface BoardStore {
  /**
   * Who responded within a stretch of time, by their ids; of a channel, only those to whom something was put in it
   * within that stretch. The recall is that of the stretch, over the whole server; mastery is by all that was ever put
   * to them in the server.
   */
  standings(place: Where, within: Stretch): Promise<readonly MemberStanding[]>;
}

export interface MemberStanding extends Standing {
  readonly learner: LearnerId;
  /** By the platform's id; the account that they have there. */
  readonly user: string;
}
