import type { Lab } from '../../labs/lab.ts';
import type { Content } from '../command.ts';
import { button, type Choice } from '../reply.ts';
import type { LabRun } from '../store/lab-runs.ts';

/** The labs that were finished at least once, by id. */
export const finishedIn = (runs: readonly LabRun[]): ReadonlySet<string> =>
  new Set(runs.filter(({ finished }) => finished !== undefined).map(({ lab }) => lab));

/** The first lab that is not finished while all labs that it requires are; undefined after all. */
export function nextLab({ labs }: Pick<Content, 'labs'>, runs: readonly LabRun[]): Lab | undefined {
  const finished = finishedIn(runs);
  return [...labs.values()].find(
    ({ id, requires }) => !finished.has(id) && requires.every((each) => !labs.has(each) || finished.has(each)),
  );
}

/** A button that begins a lab, or goes on with it. */
export const labButton = ({ id, title }: Lab, label = `Lab: ${title}`): Choice => button(label, `/lab start ${id}`);
