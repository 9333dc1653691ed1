import { assertNever } from '../../base/result.ts';
import type { Context } from '../command.ts';
import type { LabRun } from '../store/lab-runs.ts';
import type { LessonRun } from '../store/lesson-runs.ts';
import { writeRecipe } from '../stored.ts';
import { storedSandbox } from '../worlds.ts';
import type { Rebuilt } from './rebuild.ts';
import type { SharedStart } from './share-code.ts';

/** Keeps a world that was made of a code as the learner's own, and puts it on the desk. */
export async function loadWorld(context: Context, start: SharedStart, rebuilt: Rebuilt): Promise<void> {
  switch (start.kind) {
    case 'sandbox':
      return loadSandbox(context, start, rebuilt);
    case 'lesson':
      return loadLesson(context, start, rebuilt);
    case 'lab':
      return loadLab(context, start, rebuilt);
    default:
      return assertNever(start);
  }
}

/** In place of the learner's sandbox, which an undo brings back. */
async function loadSandbox(
  context: Context,
  start: Extract<SharedStart, { kind: 'sandbox' }>,
  { done }: Rebuilt,
): Promise<void> {
  const { store, learner, newId, now } = context;
  const before = (await storedSandbox(context)).id;
  const id = newId();
  await store.addWorld({ id, learner, recipe: writeRecipe({ ...start, before }) }, now);
  await store.addSteps(id, done, now);
  const { focus: _, ...others } = await store.desk(learner);
  await store.setDesk(learner, { ...others, sandbox: id });
}

/** As one more time that the learner has begun the lesson. */
async function loadLesson(
  { store, learner, newId, now }: Context,
  { lesson, seed, step }: Extract<SharedStart, { kind: 'lesson' }>,
  { recipe, story, done }: Rebuilt,
): Promise<void> {
  const [first] = story;
  if (!first) throw new Error(`the lesson ${lesson} has no steps`);
  for (;;) {
    const attempt = (await store.lessonRuns(learner)).filter((run) => run.lesson === lesson).length + 1;
    const run: LessonRun = { id: newId(), learner, lesson, attempt, seed, step, startedAt: now };
    const world = { id: run.id, learner, recipe: writeRecipe(recipe) };
    if (!(await store.addLessonRun(run, world, first))) continue;
    await store.addSteps(run.id, [...story.slice(1), ...done], now);
    return;
  }
}

/** As one more time that the learner has begun the lab. What others did in it already earns little, as if the solution had been shown. */
async function loadLab(
  { store, learner, newId, now }: Context,
  { lab, fault, seed }: Extract<SharedStart, { kind: 'lab' }>,
  { recipe, story, done }: Rebuilt,
): Promise<void> {
  const [first] = story;
  if (!first) throw new Error(`the lab ${lab} has no story`);
  for (;;) {
    const runs = (await store.labRuns(learner)).filter((run) => run.lab === lab && run.learner === learner);
    const attempt = Math.max(0, ...runs.map((run) => run.attempt)) + 1;
    const begun = { id: newId(), learner, lab, attempt, seed, startedAt: now };
    const run: LabRun = { ...begun, ...(fault === undefined ? {} : { fault }), hints: 0 };
    if (!(await store.addLabRun(run, { id: run.id, learner, recipe: writeRecipe(recipe) }, first))) continue;
    await store.addSteps(run.id, done, now);
    if (done.length > 0) await store.showLabSolution(run.id, now);
    return;
  }
}
