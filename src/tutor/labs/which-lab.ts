import { fail, ok, type Result } from '../../base/result.ts';
import type { Context } from '../command.ts';
import { button, notice, type Reply } from '../reply.ts';
import { storedLab } from '../worlds.ts';
import { type OpenLab, openLab } from './open-lab.ts';

/** The lab that look-ups ask, or the one that the learner was in last, then put on the desk. Refuses, with what to say: none was begun, and one that is gone. */
export async function whichLab(context: Context): Promise<Result<OpenLab, Reply>> {
  const { store, learner } = context;
  const here = await labInFocus(context);
  if (here) return ok(here);
  const [run] = await store.labRuns(learner);
  const all = [button('All labs', '/lab list')];
  if (!run) return fail(notice('You have not begun any lab yet. `/lab list` shows what there is.', all));
  const open = await openLab(context, run);
  if (!open) return fail(notice('That lab is not among the labs any more.', all));
  await store.resumeLabRun(learner, run.id);
  return ok(open);
}

/** The lab whose world look-ups ask now, if it is one. */
export async function labInFocus(context: Context): Promise<OpenLab | undefined> {
  const stored = await storedLab(context);
  const run = stored && (await context.store.labRun(context.learner, stored.id));
  return run && openLab(context, run);
}
