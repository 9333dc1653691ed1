import type { Instant } from '../../base/time.ts';
import type { Account, LearnerId } from '../../tutor/store/account.ts';

export interface LearnerTable {
  readonly id: LearnerId;
  readonly made_at: Instant;
}
/** One row an account: its three parts are the primary key. */
export interface AccountTable {
  readonly platform: Account['platform'];
  readonly space: string;
  readonly user_id: string;
  readonly learner: LearnerId;
  /** The learner that was made for it; another than `learner` while it is linked with an older one. */
  readonly home: LearnerId;
}
export interface DeskTable {
  readonly learner: LearnerId;
  readonly sandbox: string | null;
  readonly focus: string | null;
  readonly own: string | null;
}
