/**
 * What a learner remembers, concept by concept: FSRS-6 as ts-fsrs has it, with its chance and its own clock shut off.
 * Nothing here knows of items or wordings; memory attaches to concepts. Start at `nextMemory`. What to ask next stands
 * in `choose.ts`, what the log says of a learner in `scores.ts`.
 */
import { type Card, createEmptyCard, FSRS, Rating as FsrsRating, type Grade, State } from 'ts-fsrs';
import { assertNever } from '../base/result.ts';
import { DAY, type Instant, instant } from '../base/time.ts';

/** How a response went, in FSRS's words. */
export type Rating = 'again' | 'hard' | 'good' | 'easy';

/** What one learner holds of one concept, as the last review left it. */
export interface Memory {
  /** Days for the chance of recall to fall to 0.9. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  readonly due: Instant;
  readonly lastReview: Instant;
  readonly lastRating: Rating;
  /** Reviews so far, 1 or more. */
  readonly reps: number;
  /** How often it was forgotten after it had been learned. */
  readonly lapses: number;
  readonly phase: 'learning' | 'review' | 'relearning';
  /** The short step reached within `learning` or `relearning`, 0 first; 0 in `review`. */
  readonly step: number;
}

/**
 * The memory after one more review; given no memory, after the first.
 * A review dated before the one it follows (a clock was set back) counts as made at the moment of that one.
 */
export function nextMemory(memory: Memory | undefined, rating: Rating, at: Instant): Memory {
  const lastReview = instant(Math.max(at, memory?.lastReview ?? at));
  const before = memory ? cardOf(memory) : createEmptyCard(new Date(lastReview));
  const { card } = FSRS_6.next(before, new Date(lastReview), GRADES[rating]);
  const { stability, difficulty, reps, lapses, learning_steps: step } = card;
  const due = instant(card.due.getTime());
  return { stability, difficulty, due, lastReview, lastRating: rating, reps, lapses, phase: phaseOf(card.state), step };
}

/** The memory of each concept in a log of reviews, oldest first; in the order of first review. */
export function memoriesFrom(
  reviews: Iterable<{ readonly concept: string; readonly rating: Rating; readonly at: Instant }>,
): Map<string, Memory> {
  const memories = new Map<string, Memory>();
  for (const { concept, rating, at } of reviews) {
    memories.set(concept, nextMemory(memories.get(concept), rating, at));
  }
  return memories;
}

/** The chance of recalling now, 0 to 1; parts of a day count. Source: FSRS-6 forgetting curve. */
export function retrievability(memory: Memory, at: Instant): number {
  const elapsedDays = Math.max(0, at - memory.lastReview) / DAY;
  return FSRS_6.forgetting_curve(elapsedDays, memory.stability);
}

export const isDue = (memory: Memory, at: Instant): boolean => at >= memory.due;

/** Steps are ts-fsrs's own: 1 and 10 minutes while learning, 10 minutes after a lapse. */
const FSRS_6 = new FSRS({ request_retention: 0.9, enable_fuzz: false, enable_short_term: true });

const GRADES: Readonly<Record<Rating, Grade>> = {
  again: FsrsRating.Again,
  hard: FsrsRating.Hard,
  good: FsrsRating.Good,
  easy: FsrsRating.Easy,
};
const STATES = { learning: State.Learning, review: State.Review, relearning: State.Relearning } as const;

function cardOf({ stability, difficulty, reps, lapses, phase, step, due, lastReview }: Memory): Card {
  return {
    stability,
    difficulty,
    reps,
    lapses,
    state: STATES[phase],
    learning_steps: step,
    due: new Date(due),
    last_review: new Date(lastReview),
    // FSRS computes with neither: both are for its own log.
    elapsed_days: 0,
    scheduled_days: 0,
  };
}

function phaseOf(state: State): Memory['phase'] {
  switch (state) {
    case State.Learning:
      return 'learning';
    case State.Review:
      return 'review';
    case State.Relearning:
      return 'relearning';
    case State.New:
      throw new Error('a review left a card new');
    default:
      return assertNever(state);
  }
}
