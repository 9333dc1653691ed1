import type { Instant } from '../../base/time.ts';
import type { LearnerId } from './account.ts';

/** Which levels of a question's reasons a learner was shown. */
export interface AskedWhyStore {
  /** Keeps that a level was shown; once, however often it was. */
  addAskedWhy(presentation: string, learner: LearnerId, level: number, at: Instant): Promise<void>;
  /** The levels shown so far, lowest first. */
  askedWhy(presentation: string, learner: LearnerId): Promise<readonly number[]>;
}
