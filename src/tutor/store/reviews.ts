import type { Instant } from '../../base/time.ts';
import type { Memory, Rating } from '../../learning/memory.ts';
import type { TellingReview } from '../../learning/misconceptions.ts';
import type { ScoredReview } from '../../learning/scores.ts';
import type { LearnerId } from './account.ts';
import type { StoredPresentation } from './presentations.ts';
import type { StepInWorld } from './worlds.ts';

/** The log of responses, and the memories that follow from it. */
export interface ReviewStore {
  /**
   * Logs the review, moves the memory, which it returns, and appends the step that follows in a world, if any; or does
   * none of it: false if the presentation has its response.
   */
  addReview(review: Review, step?: StepInWorld): Promise<Memory | false>;
  /**
   * The same for what many responded to one question, each with a presentation that is kept as it is logged. One that
   * is logged already is left as it was. Returns how many are new.
   */
  addReviews(all: readonly PutAndReviewed[]): Promise<number>;
  reviewOf(presentation: string): Promise<Review | undefined>;
  /** The log of one learner as it counts for themselves, oldest first: without what they took back. */
  reviews(learner: LearnerId): Promise<readonly Review[]>;
  /** The same, as far as scores and misconceptions are reckoned from it: that much is read with every question. */
  briefReviews(learner: LearnerId): Promise<readonly BriefReview[]>;
  /** How many they have responded to since then of the questions whose concept memory chose; those taken back too. */
  proposedSince(learner: LearnerId, since: Instant): Promise<number>;
  memories(learner: LearnerId): Promise<ReadonlyMap<string, Memory>>;
}

export interface PutAndReviewed {
  readonly presentation: StoredPresentation;
  readonly review: Review;
}

/** A response that moved a memory. The log of these is append-only; all scores are computed from it. */
export interface Review {
  readonly presentation: string;
  readonly learner: LearnerId;
  readonly item: string;
  /** Of the item as it was put; unknown of what was put before this was kept. */
  readonly version?: string;
  readonly concept: string;
  /** Verbatim. */
  readonly response: string;
  readonly verdict: 'correct' | 'partial' | 'incorrect';
  /** 0 to 1. */
  readonly score: number;
  /** Those that it showed, and those that its presentation could have shown; by their ids. */
  readonly misconceptions: readonly string[];
  readonly offered: readonly string[];
  readonly rating: Rating;
  /** How many hints were taken before responding. */
  readonly hints: number;
  /** Whether the learner was sure; absent if they were not asked. */
  readonly sure?: boolean;
  readonly at: Instant;
}

/** What of a review scores and misconceptions are reckoned from. */
export type BriefReview = ScoredReview & TellingReview & Pick<Review, 'presentation'>;

export interface LoggedReview extends Review {
  /** When the learner took it back; absent if they did not. */
  readonly withdrawnAt?: Instant;
}
