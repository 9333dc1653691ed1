import type { Instant } from '../../base/time.ts';
import type { LearnerId } from './account.ts';
import type { LoggedReview } from './reviews.ts';

/** Reviews that learners took back. */
export interface WithdrawalStore {
  /** The last review of a question that the learner asked for themselves, withdrawn or not. */
  lastOwnReview(learner: LearnerId): Promise<LoggedReview | undefined>;
  /**
   * Takes that review back, and computes the learner's memories without it; or does neither: false if it is not the
   * last of their own, or was taken back before.
   */
  withdraw(learner: LearnerId, presentation: string, at: Instant): Promise<boolean>;
}
