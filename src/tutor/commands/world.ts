import { declare } from '../command.ts';
import { button, notice, reply, text } from '../reply.ts';
import { whoHoldsWhat } from '../who-holds-what.ts';
import { clockOf, focusOnSandbox, openFocus } from '../worlds.ts';

export const world = declare({
  name: 'world',
  summary: 'Show who holds what, where the delegation leads, and who was paid.',
  options: {
    which: { type: 'choice', choices: ['sandbox', 'question'], about: 'which world look-ups ask from now on' },
  },
  examples: ['/world', '/world sandbox', '/world question'],
  async handle(context, { which }) {
    const { store, learner } = context;
    if (which === 'sandbox') await focusOnSandbox(context);
    if (which === 'question') {
      const latest = await store.latestPresentation(learner);
      if (!latest?.world)
        return notice('The last question had no world of its own.', [button('Next question', '/quiz')]);
      await store.setDesk(learner, { ...(await store.desk(learner)), focus: latest.world });
    }
    const open = await openFocus(context);
    const other = open.kind === 'question' ? ' `/world sandbox` goes to your own.' : '';
    return reply([...whoHoldsWhat(open.world), text(`${clockOf(open)}${other}`)]);
  },
});
