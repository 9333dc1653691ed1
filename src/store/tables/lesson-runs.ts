import type { Instant } from '../../base/time.ts';
import type { LearnerId } from '../../tutor/store/account.ts';

/** `id` is that of its world. (learner, lesson, attempt) is unique: that is what makes a second press of Start harmless. */
export interface LessonRunTable {
  readonly id: string;
  readonly learner: LearnerId;
  readonly lesson: string;
  readonly attempt: number;
  readonly seed: number;
  readonly step: number;
  readonly started_at: Instant;
  /** Grows with each time that the learner is in any of their lessons, so that order never hangs on a clock. */
  readonly turn: number;
  readonly finished_at: Instant | null;
}
