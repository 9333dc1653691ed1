import type { Lesson } from '../../lessons/lesson.ts';
import type { Context } from '../command.ts';
import { type Block, button, type Choice, fields, heading, notice, type Reply, reply } from '../reply.ts';
import type { LessonRun } from '../store/lesson-runs.ts';
import { lessonButton } from './lesson-for.ts';
import { nextLesson } from './next-lesson.ts';

/** All lessons in the order in which they build on each other: what is finished, what is under way, what comes next. */
export async function listLessons({ store, learner, content }: Context): Promise<Reply> {
  const lessons = [...content.lessons.values()];
  if (lessons.length === 0) return notice('There are no lessons yet.', [button('Next question', '/quiz')]);
  const runs = await store.lessonRuns(learner);
  const finished = new Set(runs.filter(({ finishedAt }) => finishedAt !== undefined).map(({ lesson }) => lesson));
  const next = nextLesson(content, finished);
  const left = runs.find(({ lesson }) => lesson === next?.id);
  const starts = next ? [lessonButton(next, left ? `Go on: ${next.title}` : `Start: ${next.title}`)] : [];
  return reply(
    [heading('Lessons'), meter(lessons, finished), rowsOf(lessons, runs, finished)],
    [...starts, menuOf(lessons), button('Next question', '/quiz')],
  );
}

function meter(lessons: readonly Lesson[], finished: ReadonlySet<string>): Block {
  const done = lessons.filter(({ id }) => finished.has(id)).length;
  return { kind: 'meter', label: 'Finished', share: done / lessons.length, text: `${done} of ${lessons.length}` };
}

function rowsOf(lessons: readonly Lesson[], runs: readonly LessonRun[], finished: ReadonlySet<string>): Block {
  return fields(
    ...lessons.map(({ id, title, about, steps }) => {
      const run = runs.find(({ lesson }) => lesson === id);
      const begun = run && run.step < steps.length ? ` (at step ${run.step} of ${steps.length})` : '';
      return [`${title}${finished.has(id) ? ' (finished)' : begun}`, about] as const;
    }),
  );
}

const menuOf = (lessons: readonly Lesson[]): Choice => ({
  kind: 'menu',
  label: 'Choose a lesson',
  values: lessons.map(({ id, title }) => ({ label: title, value: id })),
  most: 1,
  command: '/lesson start {}',
});
