import type { WorldBeginning } from '../../transcripts/nearest-world.ts';
import { sandboxSeed } from '../chance-in.ts';
import { type Context, declare } from '../command.ts';
import { withLabNews } from '../labs/after-step.ts';
import { notTheirs } from '../labs/not-theirs.ts';
import { STORY_STEPS } from '../labs/open-lab.ts';
import { counted } from '../names.ts';
import { registerForm } from '../register-form.ts';
import { button, notice, type Reply } from '../reply.ts';
import type { WorldHead } from '../store/worlds.ts';
import { readRecipe, writeRecipe } from '../stored.ts';
import { storedLab, storedLesson, storedSandbox } from '../worlds.ts';

export const reset = declare({
  name: 'reset',
  summary: 'Start over with an empty sandbox, which `/undo` takes back; in a lesson or lab, drop what you did.',
  options: {},
  examples: ['/reset'],
  async handle(context) {
    const { store, learner, now, newId, newSeed, content } = context;
    const lesson = await storedLesson(context);
    if (lesson) return resetLesson(context, lesson);
    const lab = await storedLab(context);
    if (lab) return (await notTheirs(context, lab)) ?? resetLab(context, lab);
    const old = await storedSandbox(context);
    const begun = readRecipe(old.recipe);
    if (begun.kind === 'sandbox' && begun.begins && old.length > 0) return resetBrought(context, old, begun.begins);
    const id = newId();
    await store.addWorld(
      { id, learner, recipe: writeRecipe({ kind: 'sandbox', before: old.id, seed: sandboxSeed(newSeed) }) },
      now,
    );
    const { focus: _, ...others } = await store.desk(learner);
    await store.setDesk(learner, { ...others, sandbox: id });
    const had = counted(old.length, 'step');
    return notice(
      `Your sandbox is empty again. I have put the old one with its ${had} aside: \`/undo\` brings it back.`,
      [...registerForm(content), button('Bring it back', '/undo')],
    );
  },
});

/** The lab's world as the learner found it. */
async function resetLab(context: Context, { id, length }: WorldHead): Promise<Reply> {
  await context.store.dropSteps(id, STORY_STEPS);
  const had = counted(Math.max(0, length - STORY_STEPS), 'step');
  const told = notice(`The lab is as you found it: ${had} of yours taken back.`, [
    button('The lab', '/lab'),
    button('Who holds what', '/world'),
  ]);
  return withLabNews(context, id, told);
}

/** The world that was made of what the learner sent, as it began; starting over there once more empties the sandbox. */
async function resetBrought(context: Context, old: WorldHead, begins: WorldBeginning): Promise<Reply> {
  const { store, learner, now, newId } = context;
  const id = newId();
  await store.addWorld({ id, learner, recipe: writeRecipe({ kind: 'sandbox', before: old.id, begins }) }, now);
  const { focus: _, ...others } = await store.desk(learner);
  await store.setDesk(learner, { ...others, sandbox: id });
  return notice(
    `Your sandbox is as \`/import\` made it. I have put aside what you did in ${counted(old.length, 'step')}: \`/undo\` brings it back, and \`/reset\` once more makes the sandbox empty.`,
    [button('Who holds what', '/world'), button('Bring it back', '/undo')],
  );
}

/** The lesson's world as the lesson has it at this step. */
async function resetLesson({ store, learner }: Context, { id, length }: WorldHead): Promise<Reply> {
  const { step = 0 } = (await store.lessonRun(learner, id)) ?? {};
  await store.dropSteps(id, step);
  const had = counted(Math.max(0, length - step), 'step');
  return notice(`The lesson's world is as the lesson left it: ${had} of yours taken back.`, [
    button('Go on', '/lesson'),
    button('Who holds what', '/world'),
  ]);
}
