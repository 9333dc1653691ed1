import { nearest } from '../../base/nearest.ts';
import { assertNever } from '../../base/result.ts';
import { type Context, declare } from '../command.ts';
import { listLessons } from '../lessons/list-lessons.ts';
import { beginLesson, openRun } from '../lessons/open-run.ts';
import { go, respondTo, restart, reveal, show, tryIt } from '../lessons/walk.ts';
import { whichRun } from '../lessons/which-run.ts';
import { entryNamed } from '../parse-option.ts';
import { button, notice, type Reply } from '../reply.ts';
import { shown } from '../shown.ts';

export const lesson = declare({
  name: 'lesson',
  summary: 'Walk through a lesson, step by step, in a world of its own.',
  options: {
    action: {
      type: 'choice',
      choices: ['list', 'start', 'next', 'back', 'try', 'respond', 'reveal', 'restart'],
      about: 'what to do; without it you go on with the lesson you are in',
    },
    lesson: { type: 'listed', list: 'lessons', about: 'which lesson to start' },
    run: {
      type: 'presentation',
      about: 'which step of yours, as its buttons have it; the one you are at unless you say',
    },
    response: { type: 'text', about: 'what you predict, where a step asks you to' },
  },
  examples: ['/lesson', '/lesson list', '/lesson next', '/lesson respond b'],
  async handle(context, { action, lesson: id, run: ref, response }) {
    const { lists } = context.content;
    const said = response === undefined ? undefined : entryNamed(lists.lessons, response)?.id;
    const wanted = id ?? (action === 'start' ? response : action === undefined ? said : undefined);
    if (wanted !== undefined) return startNamed(context, wanted);
    if (action === 'list' || action === 'start') return listLessons(context);
    const found = await whichRun(context, ref);
    if (!found.ok) return action === undefined && response === undefined ? listLessons(context) : found.problem;
    const { open, at } = found.value;
    switch (action) {
      case 'next':
        return go(context, open, at, 1);
      case 'back':
        return go(context, open, at, -1);
      case 'try':
        return tryIt(context, open, at);
      case 'respond':
        return respondTo(context, open, at, response);
      case 'reveal':
        return reveal(context, open, at);
      case 'restart':
        return restart(context, open);
      case undefined:
        if (response === undefined) return show(context, open);
        return open.step.prediction ? respondTo(context, open, at, response) : noLesson(context, response);
      default:
        return assertNever(action);
    }
  },
});

/** Goes on with a lesson that was begun and not finished; begins it otherwise. */
async function startNamed(context: Context, words: string): Promise<Reply> {
  const { content, store, learner } = context;
  const named = entryNamed(content.lists.lessons, words);
  const wanted = named && content.lessons.get(named.id);
  if (!wanted) return noLesson(context, words);
  const runs = (await store.lessonRuns(learner)).filter((run) => run.lesson === wanted.id);
  const [latest] = runs.toSorted((a, b) => b.attempt - a.attempt);
  const open = latest && latest.finishedAt === undefined ? openRun(content, latest) : undefined;
  return show(context, open ?? (await beginLesson(context, wanted, latest?.attempt ?? 0)));
}

function noLesson({ content }: Context, words: string): Reply {
  const { lessons } = content.lists;
  const near = nearest(
    words,
    lessons.flatMap(({ id, label }) => [id, label]),
  );
  const meant = near === undefined ? undefined : entryNamed(lessons, near);
  const instead = meant ? ` Did you mean \`${meant.id}\`, "${meant.label}"?` : '';
  return notice(`There is no lesson ${shown(words)}.${instead} \`/lesson list\` shows what there is.`, [
    ...(meant ? [button(`Lesson: ${meant.label}`, `/lesson start ${meant.id}`)] : []),
    button('All lessons', '/lesson list'),
  ]);
}
