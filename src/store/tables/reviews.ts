import type { Generated } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Memory } from '../../learning/memory.ts';
import type { Account, LearnerId } from '../../tutor/store/account.ts';
import type { Review } from '../../tutor/store/reviews.ts';

/** `presentation` is unique: that is what makes a second response harmless. */
export interface ReviewTable {
  readonly number: Generated<number>;
  readonly presentation: string;
  readonly learner: LearnerId;
  readonly item: string;
  readonly version: string | null;
  readonly concept: string;
  readonly response: string;
  readonly verdict: Review['verdict'];
  readonly score: number;
  /** JSON: a list of ids. */
  readonly misconceptions: string;
  /** JSON: a list of ids. */
  readonly offered: string;
  readonly rating: Review['rating'];
  readonly reviewed_at: Instant;
  readonly hints: number;
  /** 1 for sure, 0 for not; null if nobody asked. */
  readonly sure: number | null;
  /** Where its presentation was put; null if that is not known. */
  readonly platform: Account['platform'] | null;
  readonly space: string | null;
}
/** All four columns are the primary key. */
export interface MasteredTable {
  readonly platform: Account['platform'];
  readonly space: string;
  readonly learner: LearnerId;
  readonly concept: string;
}
export interface MemoryTable {
  readonly learner: LearnerId;
  readonly concept: string;
  readonly stability: number;
  readonly difficulty: number;
  readonly due: Instant;
  readonly last_review: Instant;
  readonly last_rating: Memory['lastRating'];
  readonly reps: number;
  readonly lapses: number;
  readonly phase: Memory['phase'];
  readonly step: number;
}
