import type { Context } from '../command.ts';
import { evidence } from '../evidence.ts';
import { counted } from '../names.ts';
import { refTo } from '../numbered-ref.ts';
import { button, heading, notice, type Reply, reply, text } from '../reply.ts';
import { shown } from '../shown.ts';
import { lessonStep } from './lesson-for.ts';
import { beginLesson, moveRun, type OpenRun, openRun } from './open-run.ts';
import { judgePrediction, predictionChoices } from './prediction.ts';
import { type StepExtras, stepReply } from './step-reply.ts';

/** The step that the learner is at, with its world on the desk. */
export async function show(context: Context, open: OpenRun, extras: StepExtras = {}): Promise<Reply> {
  const { store, learner, content } = context;
  await store.resumeLessonRun(learner, open.run.id);
  const isLast = open.step.number === open.lesson.steps.length;
  const finished = isLast ? { finished: await finishedBy(context) } : {};
  return stepReply(content, open, { ...finished, pictures: context.pictures, ...extras });
}

/** A step on or back from the one that was pressed at. Where the learner is elsewhere by now, that is shown. */
export async function go(context: Context, open: OpenRun, at: number, by: 1 | -1): Promise<Reply> {
  const { step, lesson } = open;
  if (at !== step.number) return show(context, open, at + by === step.number ? {} : { remark: standsAt(open) });
  const to = step.number + by;
  if (to < 1) return show(context, open, { remark: 'This is the first step.' });
  if (to > lesson.steps.length) return show(context, open, { remark: 'This is the last step.' });
  const own = await ownSteps(context, open);
  const there = await moveRun(context, open, to);
  if (!there) return show(context, await reopened(context, open));
  const lost = own > 0 ? { remark: `What you did in the lesson's world, ${counted(own, 'step')}, is taken back.` } : {};
  return show(context, there, lost);
}

/** The lesson's world is the learner's to try things in. */
export async function tryIt(context: Context, open: OpenRun, at: number): Promise<Reply> {
  const { store, learner } = context;
  const { step, run, lesson } = open;
  if (at !== step.number) return show(context, open, { remark: standsAt(open) });
  await store.resumeLessonRun(learner, run.id);
  const ref = refTo(run.id, step.number);
  const tries = evidence({ evidence: step.tries });
  const looks = tries.length > 0 ? [] : [button('Who holds what', '/world')];
  const further = step.number < lesson.steps.length ? [lessonStep('Next', 'next', ref)] : [];
  return reply(
    [
      heading('Try it yourself'),
      text(
        `The world of "${lesson.title}" is yours, as it stands at step ${step.number}. Look around with \`/dig\`, \`/trace\` and \`/world\`; change it with \`/record\`, \`/delegate\` or \`/wait\`, and take that back with \`/undo\`.`,
      ),
      text('When you go on, the lesson goes on from its own state: what you did is taken back.'),
    ],
    [...tries, ...looks, ...further, button('Show the step again', '/lesson')],
  );
}

/** What the learner predicts at a step, beside what is so. */
export async function respondTo(
  context: Context,
  open: OpenRun,
  at: number,
  response: string | undefined,
): Promise<Reply> {
  const { step } = open;
  if (at !== step.number) return show(context, open, { remark: standsAt(open) });
  if (!step.prediction) return show(context, open, { remark: 'This step asks for no prediction.' });
  if (response === undefined) return show(context, open);
  const predicted = judgePrediction(context.content, open, response);
  if (!('unreadable' in predicted)) return show(context, open, { predicted });
  return notice(
    `I cannot read ${shown(response)} as a prediction: I expected ${predicted.unreadable}.`,
    predictionChoices(open),
  );
}

/** The step with what it asks for told, for who would rather see than predict. */
export async function reveal(context: Context, open: OpenRun, at: number): Promise<Reply> {
  if (at !== open.step.number) return show(context, open, { remark: standsAt(open) });
  return show(context, open, { predicted: 'seen' });
}

/** The same lesson from its first step, in another world. */
export async function restart(context: Context, { lesson, run }: OpenRun): Promise<Reply> {
  return show(context, await beginLesson(context, lesson, run.attempt));
}

/** The lessons that the learner has come to the end of. */
async function finishedBy({ store, learner }: Context): Promise<ReadonlySet<string>> {
  const runs = await store.lessonRuns(learner);
  return new Set(runs.filter(({ finishedAt }) => finishedAt !== undefined).map(({ lesson }) => lesson));
}

const standsAt = ({ step }: OpenRun): string => `You are at step ${step.number} of this lesson by now.`;

/** How many things the learner did in the world of the step, look-ups too. */
async function ownSteps({ store }: Context, { run }: OpenRun): Promise<number> {
  const { length = 0 } = (await store.worldHead(run.id)) ?? {};
  return Math.max(0, length - run.step);
}

/** The run as it stands now. */
async function reopened({ store, learner, content }: Context, before: OpenRun): Promise<OpenRun> {
  const run = await store.lessonRun(learner, before.run.id);
  return (run && openRun(content, run)) ?? before;
}
