import { begin, labScenario } from '../../labs/begin.ts';
import { type Judged, judge } from '../../labs/judge.ts';
import type { Lab } from '../../labs/lab.ts';
import { type LabCase, putLab } from '../../labs/lab-case.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { replay } from '../../world/apply.ts';
import type { World } from '../../world/world.ts';
import type { Content, Context } from '../command.ts';
import type { LabRun } from '../store/lab-runs.ts';
import type { StoredWorld } from '../store/worlds.ts';
import { readEvents, readRecipe } from '../stored.ts';

/** A run of a lab, with its world as it stands. */
export interface OpenLab {
  readonly run: LabRun;
  readonly lab: Lab;
  /** The world before anything of the lab happened, and as it was when the learner began. */
  readonly since: World;
  readonly start: Scenario;
  readonly now: Scenario;
  /** How many steps the learner has taken that stand; looking and waiting are none. */
  readonly steps: number;
}

/** The first step of a lab's world: what happened before the learner came. */
export const STORY_STEP = 'the story so far';
/** How many steps of a lab's world are not the learner's. */
export const STORY_STEPS = 1;

/** Opens a run; undefined where the content has its lab no longer. */
export async function openLab({ store, content }: Context, run: LabRun): Promise<OpenLab | undefined> {
  const lab = content.labs.get(run.lab);
  const stored = await store.world(run.id);
  return lab && stored && labIn(content, run, lab, stored);
}

function labIn({ catalogue }: Content, run: LabRun, lab: Lab, { recipe, steps }: StoredWorld): OpenLab | undefined {
  const read = readRecipe(recipe);
  if (read.kind !== 'lab') return undefined;
  const scenario = labScenario(catalogue, read.recipe);
  const start = replay(scenario.world, steps.slice(0, STORY_STEPS).flatMap(readEvents));
  const own = steps.slice(STORY_STEPS);
  const now = replay(start, own.flatMap(readEvents));
  return {
    ...{ run, lab, since: scenario.world },
    start: { ...scenario, world: start },
    now: { ...scenario, world: now },
    steps: own.filter((step) => isStep(step.command) && readEvents(step).some(({ kind }) => kind !== 'question-asked'))
      .length,
  };
}

/** Waiting is free. */
const isStep = (command: string): boolean => !/^\/wait\b/i.test(command.trim());

/** Each check of the goal as it stands; in the world after more has happened, if that is given. */
export function judgeLab({ lab, now, since, start }: OpenLab, scenario: Scenario = now): readonly Judged[] {
  const judged = judge(lab.goal, scenario, since, start.world.now);
  // Every lab was proved to be judged at every seed.
  if (!judged.ok) throw new Error(`lab ${lab.id} cannot be judged: ${judged.problem}`);
  return judged.value;
}

/** The lab with its fault as it was put in this run. */
export function caseOf({ catalogue, faults }: Content, { run, lab }: OpenLab): LabCase {
  const put = putLab(lab, run.fault === undefined ? undefined : faults.get(run.fault), catalogue, run.seed);
  if (!put.ok) throw new Error(`lab ${lab.id} cannot be put at seed ${run.seed}: ${put.problem}`);
  return put.value;
}

/** What a run begins with: the recipe of its world, and what happens in it before the learner comes. */
export function beginningOf(content: Content, lab: Lab, fault: string | undefined, seed: number) {
  const start = fault === undefined ? lab.start : content.faults.get(fault);
  if (!start || !('scenario' in start)) throw new Error(`lab ${lab.id} has no beginning`);
  const begun = begin(start, content.catalogue, seed);
  if (!begun.ok) throw new Error(`lab ${lab.id} cannot begin at seed ${seed}: ${begun.problem}`);
  const { scenario, caused } = begun.value;
  return { recipe: scenario.recipe, events: caused.world.history.slice(scenario.world.history.length) };
}
