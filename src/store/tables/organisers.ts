import type { Instant } from '../../base/time.ts';
import type { Account } from '../../tutor/store/account.ts';
import type { Member } from '../../tutor/venue.ts';

/** (platform, space, member) is the primary key. */
export interface OrganiserTable {
  readonly platform: Account['platform'];
  readonly space: string;
  readonly member: Member;
  readonly allowed_at: Instant;
}
