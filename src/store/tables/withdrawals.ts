import type { Instant } from '../../base/time.ts';
import type { LearnerId } from '../../tutor/store/account.ts';

/** `presentation` is the primary key, and names the review. */
export interface WithdrawalTable {
  readonly presentation: string;
  readonly learner: LearnerId;
  readonly withdrawn_at: Instant;
}
