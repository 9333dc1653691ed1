import { assertNever } from '../../base/result.ts';
import { type Context, declare } from '../command.ts';
import { heading, notice, people, type Reply, reply, text } from '../reply.ts';
import { shown } from '../shown.ts';

export const organisers = declare({
  name: 'organisers',
  summary: "Say who may use organisers' commands here, besides those who manage the place.",
  options: {
    action: { type: 'choice', choices: ['show', 'allow', 'withdraw'], about: 'what to do; `show` unless you say' },
    who: { type: 'member', about: 'the person or role to allow, or to withdraw it from' },
  },
  examples: ['/organisers', '/organisers allow @U024BE7LH', '/organisers withdraw @U024BE7LH'],
  isForOrganisers: true,
  async handle(context, { action = 'show', who }) {
    const { store, account, now } = context;
    if (action === 'show') return list(context, []);
    if (who === undefined) return notice(`Say whom: \`/organisers ${action} @…\`, with a person or a role.`);
    switch (action) {
      case 'allow': {
        const isNew = await store.addOrganiser(account, who, now);
        return list(context, [isNew ? 'Allowed.' : `${shown(who)} was allowed already.`]);
      }
      case 'withdraw': {
        const wasThere = await store.removeOrganiser(account, who);
        return list(context, [wasThere ? 'Withdrawn.' : `${shown(who)} was not among them, so nothing has changed.`]);
      }
      default:
        return assertNever(action);
    }
  },
});

async function list({ store, account }: Context, said: readonly string[]): Promise<Reply> {
  const allowed = await store.organisers(account);
  return reply([
    heading('Organisers'),
    ...said.map(text),
    text(
      "Whoever manages the server or workspace may use organisers' commands, and whoever made the channel if that is known.",
    ),
    ...(allowed.length > 0 ? [people('Also allowed', allowed)] : [text('Nobody else is allowed to.')]),
  ]);
}
