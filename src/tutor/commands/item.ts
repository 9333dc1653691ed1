import { assertNever } from '../../base/result.ts';
import { declare } from '../command.ts';
import { draftOf } from '../drafts/draft-of-sandbox.ts';
import { settleDraft } from '../drafts/settle-draft.ts';
import { tellDraft, tellDrafts } from '../drafts/tell-drafts.ts';
import { button, notice } from '../reply.ts';
import { DIRECT_SPACE } from '../store/account.ts';

const ACTIONS = ['from-sandbox', 'list', 'show', 'approve', 'reject', 'withdraw'] as const;

export const item = declare({
  name: 'item',
  summary: 'Make a question of your sandbox; a second organiser approves it before it goes live.',
  options: {
    action: { type: 'choice', choices: ACTIONS, about: 'what to do; show the drafts unless you say' },
    draft: { type: 'presentation', about: 'which draft, as its buttons have it' },
    name: { type: 'name', about: 'what the question asks the look-up of; I choose unless you say' },
    type: { type: 'rr-type', about: 'the record type of that look-up; `A` unless you say' },
    server: {
      type: 'server',
      about: 'whom it asks instead of the resolver: a name server, or a resolver such as `@isp`',
    },
    concept: { type: 'listed', list: 'concepts', about: 'what it is about; I choose unless you say' },
  },
  examples: ['/item', '/item from-sandbox', '/item from-sandbox www.quillcove-example.com A'],
  async handle(context, { action = 'list', draft: id, ...wanted }) {
    if (context.account.space === DIRECT_SPACE)
      return notice(
        'Drafts belong to a server, whose organisers approve them. Say that in a channel of it; I answer only you.',
        [button('Help', '/help item')],
      );
    switch (action) {
      case 'from-sandbox':
        return draftOf(context, wanted);
      case 'list':
        return tellDrafts(context);
      case 'show':
        return tellDraft(context, id);
      case 'approve':
      case 'reject':
      case 'withdraw':
        return settleDraft(context, id, action);
      default:
        return assertNever(action);
    }
  },
});
