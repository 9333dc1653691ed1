import { assertNever } from '../../base/result.ts';
import { formatInstant } from '../../base/time.ts';
import type { Item } from '../../items/item.ts';
import { present } from '../../items/present.ts';
import { type Context, titleOf } from '../command.ts';
import { isOrganiser } from '../is-organiser.ts';
import { draftedPack } from '../packs/drafted-pack.ts';
import { keyOf } from '../packs/preview.ts';
import { task } from '../put-item.ts';
import { button, type Choice, fields, fieldsOf, heading, notice, type Reply, reply, text } from '../reply.ts';
import { wordsFor } from '../response-choices.ts';
import type { Draft } from '../store/packs.ts';

/** Keeps what is written as one of our own items. */
export const itemIn = ({ item }: Draft): Item => JSON.parse(item) as Item;

/** The drafts of a place that somebody may see: organisers all of them, others their own. */
export async function tellDrafts(context: Context, said: readonly string[] = []): Promise<Reply> {
  const { store, account, learner, venue, content } = context;
  const mayAll = await isOrganiser(store, account, venue);
  const all = [...(await store.drafts(account, 'open')), ...(await store.drafts(account, 'approved'))];
  const seen = all.filter(({ author }) => mayAll || author === learner);
  const make = button('Make one of my sandbox', '/item from-sandbox');
  if (seen.length === 0) return notice([...said, mayAll ? NONE : NONE_OF_YOURS].join(' '), [make]);
  const labelOf = (draft: Draft): string => `${titleOf(content, itemIn(draft).concept)} (${draft.id})`;
  return reply(
    [
      heading('Drafted questions'),
      ...said.map(text),
      fieldsOf(seen.map((draft) => ({ name: labelOf(draft), value: standing(draft, learner) }))),
      text('A draft goes live here when an organiser who did not draft it approves it.'),
    ],
    [
      {
        ...{ kind: 'menu', label: 'Look at a draft', most: 1, command: '/item show {}' },
        values: seen.map((draft) => ({ label: labelOf(draft), value: `#${draft.id}` })),
      },
      make,
    ],
  );
}

const NONE = 'There are no drafts here.';
const NONE_OF_YOURS = 'You have no drafts here.';

const standing = ({ state, author, draftedAt }: Draft, learner: string): string =>
  `${state === 'approved' ? 'live' : 'waits for an organiser'}; drafted ${author === learner ? 'by you' : 'by another'} on ${formatInstant(draftedAt)} UTC`;

/** One draft, as it would be put, with its key and what can be done with it. */
export async function tellDraft(
  context: Context,
  id: string | undefined,
  said: readonly string[] = [],
): Promise<Reply> {
  const { store, account, learner, venue, content } = context;
  const mayAll = await isOrganiser(store, account, venue);
  const draft = id === undefined ? undefined : await store.draft(account, id);
  // Others are not told whether there is one.
  if (!draft || !(mayAll || draft.author === learner))
    return notice(
      id === undefined ? 'Say which draft, as in `/item show #…`.' : 'There is no such draft here that you may see.',
      [button('Drafts', '/item list')],
    );
  const item = itemIn(draft);
  const put = present(item, draftedPack([...content.packs.values()], [item]), content.catalogue, SEED);
  return reply(
    [
      heading(`${TITLES[draft.state]}: ${titleOf(content, item.concept)}`),
      ...said.map(text),
      ...(put.ok
        ? [
            ...task(put.value),
            ...wordsFor(put.value.form),
            text(`Right is: ${keyOf(put.value)}`),
            text(put.value.rationale),
          ]
        : [text(`It cannot be put any more: ${put.problem.join('; ')}.`)]),
      fields(['Draft', `\`#${draft.id}\`; ${wordsOf(draft, learner)}`], ['Sources', item.sources.join(', ')]),
    ],
    choicesFor(draft, { mayAll, isAuthor: draft.author === learner }),
  );
}

/** Only the order of the options depends on it. */
const SEED = 1;

const TITLES: Readonly<Record<Draft['state'], string>> = {
  open: 'A draft',
  approved: 'Live',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};

function wordsOf(draft: Draft, learner: string): string {
  const { state, author } = draft;
  switch (state) {
    case 'open':
      return author === learner
        ? 'drafted by you. Its key was computed and proven. It goes live when an organiser other than you approves it'
        : 'drafted by another. Its key was computed and proven';
    case 'approved':
      return 'approved, and put to learners here';
    case 'rejected':
      return 'rejected by an organiser';
    case 'withdrawn':
      return 'taken back';
    default:
      return assertNever(state);
  }
}

function choicesFor(
  { id, state }: Draft,
  { mayAll, isAuthor }: { readonly mayAll: boolean; readonly isAuthor: boolean },
): readonly Choice[] {
  const isOpen = state === 'open';
  return [
    ...(isOpen && mayAll && !isAuthor ? [button('Approve', `/item approve #${id}`)] : []),
    ...(isOpen && mayAll && !isAuthor ? [button('Reject', `/item reject #${id}`)] : []),
    ...((isOpen && isAuthor) || (state === 'approved' && mayAll) ? [button('Withdraw', `/item withdraw #${id}`)] : []),
    ...(isAuthor ? [button('Another of my sandbox', '/item from-sandbox')] : []),
    button('All drafts', '/item list'),
  ];
}
