import { assertNever } from '../../base/result.ts';
import type { Context } from '../command.ts';
import { isOrganiser } from '../is-organiser.ts';
import { button, notice, type Reply } from '../reply.ts';
import type { Draft } from '../store/packs.ts';
import { proofsOf } from './draft-item.ts';
import { itemIn, tellDraft } from './tell-drafts.ts';

const STATES = { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const;
type Settling = keyof typeof STATES;

/**
 * Settles a draft. Approving and rejecting are for organisers, and approving for another than the author, which the
 * store holds; an open draft is its author's to withdraw, a live one any organiser's.
 */
export async function settleDraft(context: Context, id: string | undefined, action: Settling): Promise<Reply> {
  const { store, content, account, learner, venue, now } = context;
  const mayAll = await isOrganiser(store, account, venue);
  const draft = id === undefined ? undefined : await store.draft(account, id);
  if (!draft || !(mayAll || draft.author === learner)) return tellDraft(context, id);
  const refusal = whyNot(draft, { mayAll, isAuthor: draft.author === learner, action });
  if (refusal !== undefined) return notice(refusal, [button('Show it', `/item show #${draft.id}`), all]);
  const faults = action === 'approve' ? proofsOf(content, itemIn(draft)) : [];
  if (faults.length > 0)
    return notice(`It cannot go live: ${faults.join('; ')}.`, [button('Reject', `/item reject #${draft.id}`), all]);
  const isSettled = await store.settleDraft(account, draft.id, { state: STATES[action], by: learner, at: now });
  const said = isSettled ? SAID[action] : 'Somebody else was quicker; this is how it stands.';
  return { ...(await tellDraft(context, draft.id, [said])), replaces: true };
}

const all = button('All drafts', '/item list');

const SAID: Readonly<Record<Settling, string>> = {
  approve: 'Approved: from now on it is put to learners here.',
  reject: 'Rejected. It is kept, and put to nobody.',
  withdraw: 'Withdrawn. It is put to nobody any more.',
};

interface Asking {
  readonly mayAll: boolean;
  readonly isAuthor: boolean;
  readonly action: Settling;
}

function whyNot({ state }: Draft, { mayAll, isAuthor, action }: Asking): string | undefined {
  switch (action) {
    case 'approve':
    case 'reject':
      if (state !== 'open') return `That draft is ${state} already.`;
      if (!mayAll) return 'Only those who organise the study group approve or reject drafts.';
      return isAuthor
        ? `You drafted it yourself, so another organiser has to ${action} it.${action === 'reject' ? ' You can withdraw it.' : ''}`
        : undefined;
    case 'withdraw':
      if (state === 'rejected' || state === 'withdrawn') return `That draft is ${state} already.`;
      if (state === 'approved') return mayAll ? undefined : 'It is live now, so an organiser has to withdraw it.';
      return isAuthor ? undefined : 'It is not yours. Reject it instead, if it should not go live.';
    default:
      return assertNever(action);
  }
}
