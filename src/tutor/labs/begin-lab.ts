import type { Fault } from '../../labs/fault.ts';
import type { Lab } from '../../labs/lab.ts';
import { faultsFor } from '../../labs/lab-case.ts';
import type { Context } from '../command.ts';
import type { LabRun } from '../store/lab-runs.ts';
import { writeEvents, writeRecipe } from '../stored.ts';
import { beginningOf, type OpenLab, openLab, STORY_STEP } from './open-lab.ts';

/**
 * Begins a lab in a world of new names, with another fault of its family than the last time.
 * @param after how many times the learner has begun it: one more than that is begun, unless it has been by now
 */
export async function beginLab(context: Context, lab: Lab, after: number): Promise<OpenLab> {
  const { store, learner, content, newId, newSeed, now } = context;
  const fault = faultAt(faultsFor(lab, content.faults), after);
  const begun = { id: newId(), learner, lab: lab.id, attempt: after + 1, seed: newSeed(), startedAt: now };
  const run: LabRun = { ...begun, ...(fault ? { fault: fault.id } : {}), hints: 0 };
  const { recipe, events } = beginningOf(content, lab, fault?.id, run.seed);
  const world = { id: run.id, learner, recipe: writeRecipe({ kind: 'lab', recipe }) };
  const isNew = await store.addLabRun(run, world, { command: STORY_STEP, events: writeEvents(events) });
  const runs = isNew ? [run] : await store.labRuns(learner);
  const kept = runs.find((each) => each.learner === learner && each.lab === lab.id && each.attempt === run.attempt);
  const open = kept && (await openLab(context, kept));
  if (!open) throw new Error(`lab ${lab.id} was begun and is not there`);
  if (!isNew) await store.resumeLabRun(learner, open.run.id);
  return open;
}

const faultAt = (faults: readonly (Fault | undefined)[], attempt: number): Fault | undefined =>
  faults[attempt % Math.max(1, faults.length)];
