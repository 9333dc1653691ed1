import { type Context, declare } from '../command.ts';
import { withLabNews } from '../labs/after-step.ts';
import { notTheirs } from '../labs/not-theirs.ts';
import { STORY_STEPS } from '../labs/open-lab.ts';
import { lessonStep } from '../lessons/lesson-for.ts';
import { counted } from '../names.ts';
import { refTo } from '../numbered-ref.ts';
import { button, notice, type Reply } from '../reply.ts';
import { shown } from '../shown.ts';
import type { StoredWorld, WorldStep } from '../store/worlds.ts';
import { readEvents, readRecipe } from '../stored.ts';
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
    const last = stored.steps.findLastIndex(isChange);
    if (last >= 0) return takeBack(context, stored, last);
    const recipe = readRecipe(stored.recipe);
    const before = recipe.kind === 'sandbox' ? recipe.before : undefined;
    if (before === undefined) return notice('There is nothing to take back: your sandbox is as it began.', [look]);
    const { focus: _, ...others } = await context.store.desk(context.learner);
    await context.store.setDesk(context.learner, { ...others, sandbox: before });
    return notice(`Taken back: \`/reset\`. ${clockOf(await openSandbox(context))}`, next);
  },
});

/** Only what the learner did; the lesson's own steps are taken back by going back. */
async function undoInLesson(context: Context, stored: StoredWorld): Promise<Reply> {
  const { store, learner } = context;
  const { step = 0 } = (await store.lessonRun(learner, stored.id)) ?? {};
  const last = stored.steps.findLastIndex(isChange);
  if (last >= step) return takeBack(context, stored, last);
  return notice(
    "There is nothing to take back: you have changed nothing in the lesson's world. The lesson itself goes back by its button.",
    [lessonStep('Back', 'back', refTo(stored.id, step)), look],
  );
}

/** Only what the learner did, not what happened before they came. */
async function undoInLab(context: Context, stored: StoredWorld): Promise<Reply> {
  const last = stored.steps.findLastIndex(isChange);
  if (last >= STORY_STEPS) return withLabNews(context, stored.id, await takeBack(context, stored, last));
  return notice('There is nothing to take back: the lab is as it began.', [button('The lab', '/lab'), look]);
}

const look = button('Who holds what', '/world');
const next = [look, button('Undo one more', '/undo')];

/** Drops the step and all after it. */
async function takeBack(context: Context, { id, steps }: StoredWorld, last: number): Promise<Reply> {
  await context.store.dropSteps(id, last);
  const lookups = steps.length - last - 1;
  const since = lookups === 0 ? '' : `, with ${counted(lookups, 'look-up')} since`;
  return notice(
    `Taken back: ${shown(steps[last]?.command ?? '')}${since}. ${clockOf(await openWorkplace(context))}`,
    next,
  );
}

/** Look-ups only fill caches; taking back means the last thing that somebody did. */
const isChange = (step: WorldStep): boolean => readEvents(step).some(({ kind }) => kind !== 'question-asked');
