import { creditOf } from '../../labs/credit.ts';
import type { Lab } from '../../labs/lab.ts';
import type { Content } from '../command.ts';
import { counted } from '../names.ts';
import type { LabRun } from '../store/lab-runs.ts';

/** The labs by how many others come before them, the longest way: the first stage requires no other lab. */
export function stagesOf({ labs }: Pick<Content, 'labs'>): readonly (readonly Lab[])[] {
  const stages = new Map<string, number>();
  const stageOf = (id: string): number => {
    const known = stages.get(id);
    if (known !== undefined) return known;
    const before = (labs.get(id)?.requires ?? []).filter((each) => labs.has(each)).map(stageOf);
    const stage = Math.max(-1, ...before) + 1;
    stages.set(id, stage);
    return stage;
  };
  const byStage = Map.groupBy(labs.values(), ({ id }) => stageOf(id));
  return [...byStage.keys()].toSorted((a, b) => a - b).map((stage) => byStage.get(stage) ?? []);
}

/** The labs that were finished at least once, by id. */
const finishedIn = (runs: readonly LabRun[]): ReadonlySet<string> =>
  new Set(runs.filter(({ finished }) => finished !== undefined).map(({ lab }) => lab));

export const isDone = ({ id }: Lab, runs: readonly LabRun[]): boolean => finishedIn(runs).has(id);

/** Whether it was begun and not done once so far. */
export const startedOn = (lab: Lab, runs: readonly LabRun[]): boolean =>
  !isDone(lab, runs) && runs.some((run) => run.lab === lab.id);

/** Whether it is not done yet while all labs that it requires are. */
export function isOpen({ labs }: Pick<Content, 'labs'>, lab: Lab, runs: readonly LabRun[]): boolean {
  const finished = finishedIn(runs);
  return !finished.has(lab.id) && lab.requires.every((id) => !labs.has(id) || finished.has(id));
}

/** How well it was done at best, whether it is due again, or that it is under way; empty where it was not begun. */
export function standing({ id }: Lab, runs: readonly LabRun[], isDue: boolean): string {
  const own = runs.filter(({ lab }) => lab === id);
  const done = own.flatMap(({ finished, hints, solutionShownAt }) =>
    finished ? [{ ...finished, credit: creditOf({ hints, solutionShown: solutionShownAt !== undefined }) }] : [],
  );
  const best = done.toSorted((a, b) => b.credit - a.credit || a.steps - b.steps)[0];
  if (best) return ` (done: ${best.credit} of 100, ${counted(best.steps, 'step')}${isDue ? '; due again' : ''})`;
  return own.length > 0 ? ' (under way)' : '';
}
