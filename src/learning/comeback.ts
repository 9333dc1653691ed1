import { DAY, type DurationMs, type Instant, later } from '../base/time.ts';
import { USUAL_PARAMETERS } from './memory.ts';

/** One time that a lab was done to its end. */
export interface Finish {
  readonly at: Instant;
  /** Without a hint, and without having been shown how. */
  readonly isUnaided: boolean;
}

/** When something that was done comes back. */
export interface Comeback {
  readonly last: Instant;
  readonly due: Instant;
}

const AFTER_HELP = DAY;
const FIRST = 7 * DAY;

/**
 * When a lab comes back: a day after it was done with help; a week after it was done without, and after twice as long
 * each time that it is so done when it was due. Done before that it shows little, and comes back after as long as before.
 * Undefined if it was never done.
 * @param finishes in any order
 * @param longest no interval is longer
 */
export function comebackOf(
  finishes: readonly Finish[],
  longest: DurationMs = USUAL_PARAMETERS.longestInterval * DAY,
): Comeback | undefined {
  let comeback: Comeback | undefined;
  for (const finish of finishes.toSorted((one, other) => one.at - other.at)) {
    const interval = Math.min(intervalAfter(comeback, finish), longest);
    comeback = { last: finish.at, due: later(finish.at, interval) };
  }
  return comeback;
}

function intervalAfter(before: Comeback | undefined, { at, isUnaided }: Finish): DurationMs {
  if (!isUnaided) return AFTER_HELP;
  if (before === undefined) return FIRST;
  const interval = before.due - before.last;
  return at < before.due ? interval : Math.max(FIRST, 2 * interval);
}

/** How much of its interval has gone by, 0 and more; due from 1 on. The more, the likelier it is forgotten. */
export const shareGone = ({ last, due }: Comeback, now: Instant): number => Math.max(0, now - last) / (due - last);
