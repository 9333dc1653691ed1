/**
 * What a learner remembers, concept by concept: FSRS-6 as ts-fsrs has it, with its chance and its own clock shut off.
 * Nothing here knows of items or wordings; memory attaches to concepts. Start at `nextMemory`. What to ask next stands
 * in `choose.ts`, what the log says of a learner in `scores.ts`.
 */
import {
  type Card,
  CLAMP_PARAMETERS,
  createEmptyCard,
  default_w,
  FSRS,
  Rating as FsrsRating,
  GenSeedStrategyWithCardId,
  type Grade,
  State,
  StrategyMode,
  W17_W18_Ceiling,
} from 'ts-fsrs';
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

/** What a learner may set of how memories are computed. */
export interface MemoryParameters {
  /** The chance of recall at which a concept comes back, 0.7 to 0.97: the higher, the more often. */
  readonly retention: number;
  /** Days, 7 to 36,500. */
  readonly longestInterval: number;
  /** The 21 weights of FSRS-6, w0 first. */
  readonly weights: readonly number[];
}
export const USUAL_PARAMETERS: MemoryParameters = { retention: 0.9, longestInterval: 365, weights: default_w };
/** The least and the most that each weight may be; outside of it FSRS-6 makes no sense. */
export const WEIGHT_RANGES: readonly (readonly [least: number, most: number])[] = CLAMP_PARAMETERS(W17_W18_Ceiling) as [
  number,
  number,
][];

/**
 * The memory after one more review; given no memory, after the first.
 * A review dated before the one it follows (a clock was set back) counts as made at the moment of that one.
 * @param seed of the fuzz, which spreads what was learned on one day over several; the same seed gives the same
 *   interval. Without it there is none.
 */
export function nextMemory(
  memory: Memory | undefined,
  rating: Rating,
  at: Instant,
  parameters: MemoryParameters = USUAL_PARAMETERS,
  seed?: string,
): Memory {
  const lastReview = instant(Math.max(at, memory?.lastReview ?? at));
  const before = { ...(memory ? cardOf(memory) : createEmptyCard(new Date(lastReview))), seed };
  const { fuzzed, exact } = schedulersFor(parameters);
  const { card } = (seed === undefined ? exact : fuzzed).next(before, new Date(lastReview), GRADES[rating]);
  const { stability, difficulty, reps, lapses, learning_steps: step } = card;
  // ts-fsrs keeps ratings a day apart, which can lead beyond its longest interval.
  const due = instant(Math.min(card.due.getTime(), lastReview + parameters.longestInterval * DAY));
  return { stability, difficulty, due, lastReview, lastRating: rating, reps, lapses, phase: phaseOf(card.state), step };
}

/** A review as far as memory goes. The id of its presentation is the seed of its fuzz; without one it has none. */
export interface RatedReview {
  readonly presentation?: string;
  readonly concept: string;
  readonly rating: Rating;
  readonly at: Instant;
}

/** The memory of each concept in a log of reviews, oldest first; in the order of first review. */
export function memoriesFrom(
  reviews: Iterable<RatedReview>,
  parameters: MemoryParameters = USUAL_PARAMETERS,
): Map<string, Memory> {
  const memories = new Map<string, Memory>();
  for (const { presentation, concept, rating, at } of reviews) {
    memories.set(concept, nextMemory(memories.get(concept), rating, at, parameters, presentation));
  }
  return memories;
}

/**
 * The chance of recalling now, 0 to 1; parts of a day count. Source: FSRS-6 forgetting curve.
 * Whatever the parameters, of two memories the same one is the likelier forgotten.
 */
export function retrievability(memory: Memory, at: Instant, parameters: MemoryParameters = USUAL_PARAMETERS): number {
  const elapsedDays = Math.max(0, at - memory.lastReview) / DAY;
  return schedulersFor(parameters).exact.forgetting_curve(elapsedDays, memory.stability);
}

export const isDue = (memory: Memory, at: Instant): boolean => at >= memory.due;

interface Schedulers {
  readonly exact: FSRS;
  /** Takes the `seed` of its cards. */
  readonly fuzzed: FSRS;
}
const made = new WeakMap<MemoryParameters, Schedulers>();

function schedulersFor(parameters: MemoryParameters): Schedulers {
  const schedulers = made.get(parameters) ?? makeSchedulers(parameters);
  made.set(parameters, schedulers);
  return schedulers;
}

/** Steps are ts-fsrs's own: 1 and 10 minutes while learning, 10 minutes after a lapse. */
function makeSchedulers({ retention, longestInterval, weights }: MemoryParameters): Schedulers {
  const own = { request_retention: retention, maximum_interval: longestInterval, w: [...weights] };
  const fuzzed = new FSRS({ ...own, enable_short_term: true, enable_fuzz: true });
  // biome-ignore lint/correctness/useHookAtTopLevel: a method of ts-fsrs, and no hook
  fuzzed.useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId('seed'));
  return { exact: new FSRS({ ...own, enable_short_term: true, enable_fuzz: false }), fuzzed };
}

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
