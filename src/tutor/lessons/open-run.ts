import type { Lesson } from '../../lessons/lesson.ts';
import { type PlayedStep, playLesson } from '../../lessons/play.ts';
import type { Content, Context } from '../command.ts';
import type { LessonRun } from '../store/lesson-runs.ts';
import type { WorldStep } from '../store/worlds.ts';
import { writeEvents, writeRecipe } from '../stored.ts';

/** A run with its lesson, played up to the step where the learner is. */
export interface OpenRun {
  readonly run: LessonRun;
  readonly lesson: Lesson;
  /** All steps so far, the last of them the one that the learner is at. */
  readonly played: readonly PlayedStep[];
  readonly step: PlayedStep;
}

/** Opens a run; undefined where the content has its lesson no longer. A lesson that has lost steps is at its last. */
export function openRun({ lessons, catalogue }: Content, run: LessonRun): OpenRun | undefined {
  const lesson = lessons.get(run.lesson);
  if (!lesson) return undefined;
  const played = playLesson(lesson, catalogue, run.seed, run.step);
  // Every lesson was proved to play at every seed.
  if (!played.ok) throw new Error(`lesson ${lesson.id} cannot be played at seed ${run.seed}: ${played.problem}`);
  const step = played.value.at(-1);
  if (!step) throw new Error(`lesson ${lesson.id} has no steps`);
  return { run, lesson, played: played.value, step };
}

/** What the steps of a lesson do to its world, as the store keeps it. */
export const worldSteps = (played: readonly PlayedStep[]): readonly WorldStep[] =>
  played.map(({ number, events }) => ({ command: `step ${number}`, events: writeEvents(events) }));

/**
 * Begins a lesson, or goes on with it where the learner has left it unfinished.
 * @param after how many times the learner has begun it: one more than that is begun, unless it has been by now
 */
export async function beginLesson(context: Context, lesson: Lesson, after: number): Promise<OpenRun> {
  const { store, learner, newId, newSeed, now, content } = context;
  const begun = { learner, lesson: lesson.id, attempt: after + 1, startedAt: now };
  const run: LessonRun = { id: newId(), ...begun, seed: newSeed(), step: 1 };
  const open = openRun(content, run);
  if (!open) throw new Error(`lesson ${lesson.id} is not in the content`);
  const recipe = writeRecipe({ kind: 'lesson', recipe: { ...lesson.scenario, seed: run.seed } });
  const [first] = worldSteps(open.played);
  if (first && (await store.addLessonRun(run, { id: run.id, learner, recipe }, first))) return open;
  const kept = (await store.lessonRuns(learner)).find(
    (each) => each.lesson === lesson.id && each.attempt === run.attempt,
  );
  const there = kept && openRun(content, kept);
  if (!there) throw new Error(`lesson ${lesson.id} was begun and is not there`);
  await store.resumeLessonRun(learner, there.run.id);
  return there;
}

/** Takes a run a step on or back; undefined if another press was quicker. */
export async function moveRun(context: Context, { run, lesson }: OpenRun, to: number): Promise<OpenRun | undefined> {
  const { store, content, now: at } = context;
  const there = openRun(content, { ...run, step: to });
  if (!there) return undefined;
  const finishes = to === lesson.steps.length;
  const moved = await store.moveLessonRun({ run, to, steps: worldSteps(there.played), finishes, at });
  return moved ? there : undefined;
}
