import type { WorldBeginning } from '../../transcripts/nearest-world.ts';
import { type Context, declare } from '../command.ts';
import { withLabNews } from '../labs/after-step.ts';
import { notTheirs } from '../labs/not-theirs.ts';
import { STORY_STEPS } from '../labs/open-lab.ts';
import { type LastChange, lastChange } from '../last-change.ts';
import { lessonStep } from '../lessons/lesson-for.ts';
import { counted } from '../names.ts';
import { refTo } from '../numbered-ref.ts';
import { keptFor } from '../privacy/periods.ts';
import { button, notice, type Reply } from '../reply.ts';
import { shown } from '../shown.ts';
import { spanInWords } from '../span-words.ts';
import type { WorldHead } from '../store/worlds.ts';
import { readRecipe } from '../stored.ts';
import { withdrawResponse } from '../withdraw-response.ts';
import {
  clockOf,
  focusOnSandbox,
  openSandbox,
  openWorkplace,
  storedLab,
  storedLesson,
  storedSandbox,
} from '../worlds.ts';

export const undo = declare({
  name: 'undo',
  summary: 'Take back your last change in the sandbox, a lesson or a lab; or the last response, for an hour.',
  options: {
    what: { type: 'choice', choices: ['change', 'response'], about: 'what to take back; the change unless you say' },
  },
  examples: ['/undo', '/undo response'],
  async handle(context, { what }) {
    if (what === 'response') return withdrawResponse(context);
    const lesson = await storedLesson(context);
    if (lesson) return undoInLesson(context, lesson);
    const lab = await storedLab(context);
    if (lab) return (await notTheirs(context, lab)) ?? undoInLab(context, lab);
    const stored = await storedSandbox(context);
    await focusOnSandbox(context);
    const last = await lastChange(context.store, stored);
    if (last) return takeBack(context, stored, last);
    const recipe = readRecipe(stored.recipe);
    const { before, begins } = recipe.kind === 'sandbox' ? recipe : {};
    if (before === undefined) return notice('There is nothing to take back: your sandbox is as it began.', [look]);
    if (!(await context.store.worldHead(before))) return notice(GONE, [look]);
    const { focus: _, ...others } = await context.store.desk(context.learner);
    await context.store.setDesk(context.learner, { ...others, sandbox: before });
    return notice(
      `Taken back: \`${begins && !(await beganAlike(context, before, begins)) ? '/import' : '/reset'}\`. ${clockOf(await openSandbox(context))}`,
      next,
    );
  },
});

const GONE = `There is nothing to take back: the sandbox before this one was put aside more than ${spanInWords(keptFor('put-aside'))} ago, and is deleted.`;

/** Whether a sandbox began as the one that took its place, which then is the same started over. */
async function beganAlike({ store }: Context, id: string, begins: WorldBeginning): Promise<boolean> {
  const recipe = readRecipe((await store.worldHead(id))?.recipe ?? '{}');
  return recipe.kind === 'sandbox' && JSON.stringify(recipe.begins) === JSON.stringify(begins);
}

/** Only what the learner did; the lesson's own steps are taken back by going back. */
async function undoInLesson(context: Context, stored: WorldHead): Promise<Reply> {
  const { store, learner } = context;
  const { step = 0 } = (await store.lessonRun(learner, stored.id)) ?? {};
  const last = await lastChange(store, stored, step);
  if (last) return takeBack(context, stored, last);
  return notice(
    "There is nothing to take back: you have changed nothing in the lesson's world. The lesson itself goes back by its button.",
    [lessonStep('Back', 'back', refTo(stored.id, step)), look],
  );
}

/** Only what the learner did, not what happened before they came. */
async function undoInLab(context: Context, stored: WorldHead): Promise<Reply> {
  const last = await lastChange(context.store, stored, STORY_STEPS);
  if (last) return withLabNews(context, stored.id, await takeBack(context, stored, last));
  return notice('There is nothing to take back: the lab is as it began.', [button('The lab', '/lab'), look]);
}

const look = button('Who holds what', '/world');
const next = [look, button('Undo one more', '/undo')];

/** Drops the step and all after it, unless it is gone by now. */
async function takeBack(context: Context, { id }: WorldHead, { seq, step, lookUpsSince }: LastChange): Promise<Reply> {
  if (!(await context.store.dropSteps(id, seq, step.token)))
    return notice('Another command of yours took that back at the same moment, so this one did nothing.', next);
  const since = lookUpsSince === 0 ? '' : `, with ${counted(lookUpsSince, 'look-up')} since`;
  return notice(`Taken back: ${shown(step.command)}${since}. ${clockOf(await openWorkplace(context))}`, next);
}
