import type { Generated } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Account, LearnerId } from '../../tutor/store/account.ts';
import type { DraftState } from '../../tutor/store/packs.ts';

/** (platform, space, pack) is the primary key. A pack without a row is on. */
export interface PackSwitchTable {
  readonly platform: Account['platform'];
  readonly space: string;
  readonly pack: string;
  readonly is_on: number;
  readonly switched_by: LearnerId;
  readonly switched_at: Instant;
}
/** What was sent as a pack; of those kept and not removed a place has one a pack, by a unique index. `text` is the document. */
export interface OwnPackTable {
  readonly number: Generated<number>;
  readonly id: string;
  readonly platform: Account['platform'];
  readonly space: string;
  readonly pack: string;
  readonly text: string;
  readonly offered_by: LearnerId;
  readonly offered_at: Instant;
  readonly kept_by: LearnerId | null;
  readonly kept_at: Instant | null;
  readonly removed_by: LearnerId | null;
  readonly removed_at: Instant | null;
}
/** `item` is JSON. */
export interface ItemDraftTable {
  readonly number: Generated<number>;
  readonly id: string;
  readonly platform: Account['platform'];
  readonly space: string;
  readonly item: string;
  readonly author: LearnerId;
  readonly drafted_at: Instant;
  readonly state: DraftState;
  readonly settled_by: LearnerId | null;
  readonly settled_at: Instant | null;
}
