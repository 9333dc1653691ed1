import { type Happening, isWait } from '../items/happening.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { happen } from './begin.ts';
import { stepsIn } from './lab-case.ts';

/**
 * What of a model solution is left to do from a world on: the happenings that nobody refuses there, without any that
 * the goal can be reached without; with `waits-first` only of the waits that it begins with, where the order is all
 * that matters and each look takes long. Undefined where they do not reach it: something else was done that stands in the way.
 */
export function restOfSolution(
  solution: readonly Happening[],
  scenario: Scenario,
  isReached: (scenario: Scenario) => boolean,
  mayLeaveOut: 'any' | 'waits-first' = 'any',
): readonly Happening[] | undefined {
  const left = feasible(solution, scenario);
  const reaches = (happenings: readonly Happening[]): boolean => {
    const then = happen(scenario, happenings, 'fix');
    return then.ok && isReached(then.value);
  };
  if (!reaches(left)) return undefined;
  let rest = left;
  for (const happening of mayLeaveOut === 'waits-first' ? left.slice(0, leadingWaits(left)) : left) {
    const without = rest.filter((each) => each !== happening);
    if (reaches(without)) rest = without;
  }
  return rest;
}

/** How many of the first only wait. */
function leadingWaits(happenings: readonly Happening[]): number {
  const first = happenings.findIndex((each) => !isWait(each));
  return first < 0 ? happenings.length : first;
}

/** The happenings of a solution that are not refused, one after another. */
function feasible(solution: readonly Happening[], scenario: Scenario): readonly Happening[] {
  const done: Happening[] = [];
  for (const happening of solution) if (happen(scenario, [...done, happening], 'fix').ok) done.push(happening);
  return done;
}

/** Whether nothing is left but to wait. */
export const isWaiting = (rest: readonly Happening[]): boolean => rest.length > 0 && stepsIn(rest) === 0;
