import type { Stretch } from '../../base/time.ts';
import type { GroupTally } from '../../learning/group-tally.ts';
import type { ItemHandling } from '../../learning/item-statistics.ts';
import type { Space } from './account.ts';
import type { Origin } from './presentations.ts';
import type { Review } from './reviews.ts';

/** What the members of a server or workspace responded to what was put to them there. */
export interface GroupStore {
  /** Responses within a stretch of time, those that are alike together; of all places if no space is given. */
  groupTallies(space: Space | undefined, within: Stretch): Promise<readonly GroupTally[]>;
  /** How long the same responses took, and what was reported of their questions, for each version of an item. */
  itemHandling(space: Space | undefined, within: Stretch): Promise<readonly ItemHandling[]>;
  /** The responses one by one, oldest first. */
  groupResponses(space: Space, within: Stretch, which: ResponsesWanted): Promise<readonly GroupResponse[]>;
}

export interface ResponsesWanted {
  /** Of one concept; of all if absent. */
  readonly concept?: string;
  /** How many to leave out at the beginning. */
  readonly after: number;
  readonly most: number;
}

export interface GroupResponse
  extends Pick<Review, 'item' | 'concept' | 'response' | 'verdict' | 'score' | 'misconceptions' | 'hints' | 'at'> {
  /** From 1, in the order in which the members of this server first responded there to anything. */
  readonly member: number;
  readonly origin: Origin;
}
