import type { Instant } from '../../base/time.ts';
import type { LearnerId } from '../../tutor/store/account.ts';

/** (presentation, learner, level) is the primary key: a level that was shown stays one. */
export interface AskedWhyTable {
  readonly presentation: string;
  readonly learner: LearnerId;
  readonly level: number;
  readonly asked_at: Instant;
}
