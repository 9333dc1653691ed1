import { declare } from '../command.ts';
import { counted } from '../names.ts';
import { registerForm } from '../register-form.ts';
import { button, notice } from '../reply.ts';
import { writeRecipe } from '../stored.ts';
import { storedSandbox } from '../worlds.ts';

export const reset = declare({
  name: 'reset',
  summary: 'Start over with an empty sandbox; `/undo` brings the old one back.',
  options: {},
  examples: ['/reset'],
  async handle(context) {
    const { store, learner, now, newId, content } = context;
    const old = await storedSandbox(context);
    const id = newId();
    await store.addWorld({ id, learner, recipe: writeRecipe({ kind: 'sandbox', before: old.id }) }, now);
    await store.setDesk(learner, { sandbox: id });
    const had = counted(old.steps.length, 'step');
    return notice(
      `Your sandbox is empty again. I have put the old one with its ${had} aside: \`/undo\` brings it back.`,
      [...registerForm(content), button('Bring it back', '/undo')],
    );
  },
});
