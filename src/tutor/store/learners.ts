import type { Instant } from '../../base/time.ts';
import type { Account, LearnerId } from './account.ts';

/** Who the learners are. */
export interface LearnerStore {
  /** The learner behind an account of a platform; made at first sight. */
  learnerOf(account: Account, at: Instant): Promise<LearnerId>;
}
