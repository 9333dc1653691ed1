/**
 * What a second between sessions counts as interference, as little that is alike is met then. The idea is Pavlik &
 * Anderson's (2005).
 */
export const BETWEEN_SESSIONS = 0.025;

/** A moment in a simulated learner's life. */
export interface Moment {
  /** Days since practice began. */
  readonly day: number;
  /** Seconds of interference: those spent practising count in full, those between sessions `BETWEEN_SESSIONS`. */
  readonly lived: number;
}

/** How a learner holds one concept. The schedulers never see it. */
export interface Trace {
  /** The chance of recall, 0 to 1. */
  recall(now: Moment): number;
  /** Changes it by one practice: `retrieved` if recalled unaided, else read in the feedback and understood. */
  practise(now: Moment, retrieved: boolean): void;
}

/** What sets one learner apart from others, and one concept from others for that learner; 0 is usual, for both. */
export interface Leaning {
  /** Standard normal; above 0 forgets faster. */
  readonly forgetting: number;
  /** Standard normal; above 0 finds the concept harder. */
  readonly hardness: number;
}

/** One theory of memory. None of them is FSRS, so that no scheduler is examined by its own book. */
export type MemoryModel = (leaning: Leaning) => Trace;
