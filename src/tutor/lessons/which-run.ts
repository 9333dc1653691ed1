import { fail, ok, type Result } from '../../base/result.ts';
import type { Context } from '../command.ts';
import { readRef } from '../numbered-ref.ts';
import { button, notice, type Reply } from '../reply.ts';
import { shown } from '../shown.ts';
import { type OpenRun, openRun } from './open-run.ts';

/** A run, and the step that is spoken of: the one that a button stands at, or else the one that the learner is at. */
export interface WhichRun {
  readonly open: OpenRun;
  readonly at: number;
}

/** The run that a reference names, or the one that the learner was in last. Refuses, with what to say: one that is none of theirs. */
export async function whichRun(context: Context, written: string | undefined): Promise<Result<WhichRun, Reply>> {
  const { store, learner, content } = context;
  const ref = written === undefined ? undefined : readRef(written);
  const run = ref ? await store.lessonRun(learner, ref.id) : (await store.lessonRuns(learner))[0];
  const lessons = [button('All lessons', '/lesson list')];
  if (!run) {
    const none = ref ? `You have begun no lesson ${shown(`#${ref.id}`)}.` : 'You have not begun any lesson yet.';
    return fail(notice(`${none} \`/lesson list\` shows what there is.`, lessons));
  }
  const open = openRun(content, run);
  if (!open) return fail(notice('That lesson is not among the lessons any more.', lessons));
  return ok({ open, at: ref?.number ?? open.step.number });
}
