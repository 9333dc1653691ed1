import type { Instant } from '../../base/time.ts';
import type { Member } from '../venue.ts';
import type { Space } from './account.ts';

/** Who may organise where. */
export interface OrganiserStore {
  /** Whom the organisers of a server or workspace have allowed to organise too, in the order in which they did. */
  organisers(space: Space): Promise<readonly Member[]>;
  /** False if they were allowed already. */
  addOrganiser(space: Space, member: Member, at: Instant): Promise<boolean>;
  /** False if they were not allowed. */
  removeOrganiser(space: Space, member: Member): Promise<boolean>;
}
