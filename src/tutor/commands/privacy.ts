import { assertNever } from '../../base/result.ts';
import { type Context, declare } from '../command.ts';
import { readLinkCode } from '../link-code.ts';
import { deletionCode, isDeletionCode } from '../privacy/deletion-code.ts';
import { exportedBy, giveKept } from '../privacy/export.ts';
import { tellKept, tellWhatGoes } from '../privacy/tell-kept.ts';
import { button, notice, type Reply } from '../reply.ts';

export const privacy = declare({
  name: 'privacy',
  summary: 'Say what is kept about you, why and how long; get all of it as a file, or delete it.',
  options: {
    action: { type: 'choice', choices: ['show', 'export', 'delete'], about: 'what to do; `show` unless you say' },
    code: { type: 'word', about: 'to delete for good: the code that `/privacy delete` shows' },
    part: { type: 'integer', about: 'which part of an export that is too large for one file' },
  },
  examples: ['/privacy', '/privacy export', '/privacy delete'],
  async handle(context, { action = 'show', code, part = 1 }) {
    const { store, learner, now, venue } = context;
    switch (action) {
      case 'show':
        return tellKept(await store.holdings(learner));
      case 'export':
        return giveKept(exportedBy(await store.everythingOf(learner), now, part), venue);
      case 'delete':
        return code === undefined ? ask(context) : forget(context, code);
      default:
        return assertNever(action);
    }
  },
});

const again = button('What deleting would do', '/privacy delete');

async function ask({ store, learner, now }: Context): Promise<Reply> {
  const holdings = await store.holdings(learner);
  const accounts = holdings.find(({ table }) => table === 'account')?.goes ?? 1;
  return tellWhatGoes(holdings, accounts, deletionCode(learner, holdings, now));
}

async function forget({ store, learner, now }: Context, typed: string): Promise<Reply> {
  const code = readLinkCode(typed);
  const isDone =
    code !== undefined &&
    (await store.forget(learner, (holdings) => isDeletionCode(code, learner, holdings, now), now));
  if (!isDone)
    return notice(
      'Nothing has been deleted: that code is too old, or something has changed since it was shown. Look again at what would go, and confirm that.',
      [again],
    );
  return notice(
    'All of it is deleted, and you are new here. Messages that stand in Discord or Slack are theirs to delete; what the operator keeps as a backup goes with that backup.',
    [button('Start again', '/quiz')],
  );
}
