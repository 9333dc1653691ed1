import type { Recall } from './scores.ts';
import { wilsonLowerBound } from './wilson.ts';

/** What one learner comes to; recall is that of the period the board is about. */
export interface Standing extends Recall {
  /** How many concepts are mastered. */
  readonly mastered: number;
}

export interface Ranked<Who extends Standing> {
  /** From 1; those who tie share it, and the ranks that they take up are left out after them: 1, 2, 2, 4. */
  readonly rank: number;
  readonly isTied: boolean;
  readonly who: Who;
}

/** Who has responded less often than this is not ranked: so little says too little. */
export const LEAST_RESPONSES = 5;

export const isWarmingUp = ({ responses }: Recall): boolean => responses < LEAST_RESPONSES;

/**
 * A board, best first: by the concepts mastered, then by the share recalled at first try, as its Wilson lower bound, so
 * that neither a few lucky responses nor many easy ones lead. How much somebody does counts for nothing by itself. Who
 * is warming up is left out.
 */
export function rankBoard<Who extends Standing>(all: readonly Who[]): readonly Ranked<Who>[] {
  const sorted = all.filter((who) => !isWarmingUp(who)).toSorted(byMerit);
  return sorted.map((who) => {
    const rank = sorted.findIndex((other) => byMerit(who, other) === 0) + 1;
    return { rank, isTied: sorted.filter((other) => byMerit(who, other) === 0).length > 1, who };
  });
}

/** Below 0 if the one goes before the other, 0 if they tie. */
function byMerit(one: Standing, other: Standing): number {
  const bound = ({ recalled, responses }: Standing) => wilsonLowerBound(recalled, responses);
  return other.mastered - one.mastered || bound(other) - bound(one);
}
