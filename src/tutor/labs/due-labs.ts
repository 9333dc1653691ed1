import { DAY, type Instant } from '../../base/time.ts';
import { creditOf } from '../../labs/credit.ts';
import type { Lab } from '../../labs/lab.ts';
import { type Comeback, comebackOf, shareGone } from '../../learning/comeback.ts';
import type { Content } from '../command.ts';
import { LONGEST_INTERVAL } from '../settings/memory-settings.ts';
import { learnerSubject, settled } from '../settings/settled.ts';
import type { LabRun } from '../store/lab-runs.ts';
import type { Whose } from '../whose.ts';

/** The labs that are to be done again, the likeliest forgotten first; another world and another fault make them new. */
export function dueAmong(
  { labs }: Pick<Content, 'labs'>,
  comebacks: ReadonlyMap<string, Comeback>,
  now: Instant,
): readonly Lab[] {
  const known = [...labs.values()].flatMap((lab) => {
    const comeback = comebacks.get(lab.id);
    return comeback ? [{ lab, gone: shareGone(comeback, now) }] : [];
  });
  return known
    .filter(({ gone }) => gone >= 1)
    .toSorted((one, other) => other.gone - one.gone)
    .map(({ lab }) => lab);
}

/** When each lab that was finished comes back, by its id. */
export async function comebacksOf(
  { store, learner }: Pick<Whose, 'store' | 'learner'>,
  runs: readonly LabRun[],
): Promise<ReadonlyMap<string, Comeback>> {
  const longest = (await settled(store, learnerSubject(learner))).value(LONGEST_INTERVAL) * DAY;
  return new Map(
    [...Map.groupBy(runs, ({ lab }) => lab)].flatMap(([id, own]) => {
      const comeback = comebackOf(own.flatMap(finishOf), longest);
      return comeback ? [[id, comeback] as const] : [];
    }),
  );
}

const FULL = creditOf({ hints: 0, solutionShown: false });

function finishOf({ finished, hints, solutionShownAt }: LabRun) {
  if (!finished) return [];
  return [{ at: finished.at, isUnaided: creditOf({ hints, solutionShown: solutionShownAt !== undefined }) === FULL }];
}
