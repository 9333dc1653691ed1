import type { WorldBeginning } from '../../transcripts/nearest-world.ts';
import { sandboxSeed } from '../chance-in.ts';
import { type Context, declare } from '../command.ts';
import { withLabNews } from '../labs/after-step.ts';
import { notTheirs } from '../labs/not-theirs.ts';
import { STORY_STEPS } from '../labs/open-lab.ts';
import { counted } from '../names.ts';
import { PACES, paceWords } from '../pace-words.ts';
import { registerForm } from '../register-form.ts';
import { button, notice, type Reply } from '../reply.ts';
import type { WorldHead } from '../store/worlds.ts';
import { readRecipe, writeRecipe } from '../stored.ts';
import { paceIn, storedLab, storedLesson, storedSandbox } from '../worlds.ts';

export const reset = declare({
  name: 'reset',
  summary: 'Start over with an empty sandbox, which `/undo` takes back; in a lesson or lab, drop what you did.',
  options: {
    pace: {
      type: 'choice',
      choices: PACES,
      about: 'of the sandbox: registries and hosts publish `at-once` or as in `life`; as before unless said',
    },
  },
  examples: ['/reset', '/reset pace=life', '/reset pace=at-once'],
  async handle(context, { pace }) {
    const lesson = await storedLesson(context);
    const lab = await storedLab(context);
    if ((lesson || lab) && pace !== undefined) return notice(ofSandboxOnly(pace, lesson ? 'lesson' : 'lab'), [mine]);
    if (lesson) return resetLesson(context, lesson);
    if (lab) return (await notTheirs(context, lab)) ?? resetLab(context, lab);
    const old = await storedSandbox(context);
    const begun = readRecipe(old.recipe);
    const had = paceIn(old);
    const paced: Paced = pace === undefined ? had : pace === 'life' ? { pace: 'as-in-life' } : {};
    const isOther = paced.pace !== had.pace;
    if (begun.kind === 'sandbox' && begun.begins && (old.length > 0 || isOther))
      return resetBrought(context, old, begun.begins, paced);
    return resetEmpty(context, old, paced, pace === undefined && !paced.pace ? '' : ` ${paceWords(bothAt(paced))}`);
  },
});

/** What a recipe says of the pace. */
type Paced = ReturnType<typeof paceIn>;
const bothAt = ({ pace }: Paced) => (pace ? { pace, hostPace: pace } : {});

const mine = button('My sandbox', '/world sandbox');
const ofSandboxOnly = (pace: string, where: 'lesson' | 'lab'): string =>
  `What a ${where} shows has its own pace; it is your sandbox that can have another. Go there first with \`/world sandbox\`, then \`/reset pace=${pace}\`.`;

async function resetEmpty(context: Context, old: WorldHead, paced: Paced, paceTold: string): Promise<Reply> {
  const { store, learner, now, newId, newSeed, content } = context;
  const id = newId();
  const recipe = writeRecipe({ kind: 'sandbox', before: old.id, seed: sandboxSeed(newSeed), ...paced });
  await store.addWorld({ id, learner, recipe }, now);
  const { focus: _, ...others } = await store.desk(learner);
  await store.setDesk(learner, { ...others, sandbox: id });
  const had = counted(old.length, 'step');
  return notice(
    `Your sandbox is empty again.${paceTold} I have put the old one with its ${had} aside: \`/undo\` brings it back.`,
    [...registerForm(content), button('Bring it back', '/undo')],
  );
}

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
async function resetBrought(context: Context, old: WorldHead, begins: WorldBeginning, paced: Paced): Promise<Reply> {
  const { store, learner, now, newId } = context;
  const id = newId();
  await store.addWorld(
    { id, learner, recipe: writeRecipe({ kind: 'sandbox', before: old.id, begins, ...paced }) },
    now,
  );
  const { focus: _, ...others } = await store.desk(learner);
  await store.setDesk(learner, { ...others, sandbox: id });
  return notice(
    `Your sandbox is as \`/import\` made it.${paced.pace === paceIn(old).pace ? '' : ` ${paceWords(bothAt(paced))}`} I have put aside what you did in ${counted(old.length, 'step')}: \`/undo\` brings it back, and \`/reset\` once more makes the sandbox empty.`,
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
