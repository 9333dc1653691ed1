import { displayName } from '../../dns/name.ts';
import { type Content, declare } from '../command.ts';
import { domainsIn } from '../leads-to.ts';
import { registerForm } from '../register-form.ts';
import { button, type Choice, notice, reply, text } from '../reply.ts';
import { whoHoldsWhat } from '../who-holds-what.ts';
import { clockOf, focusOnSandbox, type OpenWorld, openFocus } from '../worlds.ts';

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
    const hasQuestion = (await store.latestPresentation(learner))?.world !== undefined;
    return reply([...whoHoldsWhat(open.world), text(clockOf(open))], nextIn(open, hasQuestion, context.content));
  },
});

/** What to look at in a world, and the way to the other one. */
function nextIn({ kind, world }: OpenWorld, hasQuestion: boolean, content: Content): readonly Choice[] {
  const latest = domainsIn(world).at(-1);
  const look = latest === undefined ? [] : [button('Trace it', `/trace www.${displayName(latest)}`)];
  if (kind === 'question') return [...look, button('My sandbox', '/world sandbox'), button('Next question', '/quiz')];
  const begin = latest === undefined ? registerForm(content) : [];
  const back = hasQuestion ? [button("The question's world", '/world question')] : [];
  return [...look, ...begin, ...back, button('Next question', '/quiz')];
}
