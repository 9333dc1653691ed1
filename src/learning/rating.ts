import type { Rating } from './memory.ts';

/** How a response came about, besides what it was. */
export interface Circumstances {
  /** How many hints were taken before it. */
  readonly hints?: number;
  /** What the learner said of it; absent if they were not asked. */
  readonly sure?: boolean | undefined;
}

/**
 * How much a response says of the memory.
 *
 * - Wrong is `again`, however sure: being sure of a mistake makes its correction stay better, if anything (Butterfield &
 *   Metcalfe 2001), but the next review has to show that.
 * - Partly right is `hard` and not `again`: something was recalled, which FSRS takes `again` to deny.
 * - Right after a hint is `hard` too: part of the recall was the hint's.
 * - Right is `good`, and `easy` only where the learner said that they were sure. That is a learner's own word for how it
 *   felt, and never guessed from how quick they were: a quick right response may be luck or a familiar wording.
 */
export function ratingOf(
  verdict: 'correct' | 'partial' | 'incorrect',
  { hints = 0, sure = false }: Circumstances = {},
): Rating {
  if (verdict === 'incorrect') return 'again';
  if (verdict === 'partial' || hints > 0) return 'hard';
  return sure ? 'easy' : 'good';
}
