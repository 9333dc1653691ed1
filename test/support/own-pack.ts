import type { LearnerId, Space } from '../../src/tutor/store/account.ts';
import type { Store } from '../../src/tutor/store.ts';
import { NOON } from './store.ts';

/** A small pack in one file, of one concept of its own that builds on `jobs`, and items that need no world. */
export const OWN_PACK = `pack: { id: ours, title: Our own questions, about: What our group wants to know., builds-on: [two-parts] }
concepts:
  - id: our-rota
    title: Who is on call
    requires: [jobs]
    hint: Look at the rota.
    rule: The rota says who is on call.
    sources: ['RFC 9499 §9']
misconceptions:
  - { id: always-two, belief: Two are on call, truth: Three are, tempts: It was two once, sources: [RFC 9499 §9] }
items:
  - id: ours.how-many
    kind: typed
    concept: our-rota
    stem: How many of us are on call?
    key: { type: count, value: 3 }
    tempting: [{ value: 2, misconception: always-two }]
    rationale: Three, so that one may sleep.
    sources: ['RFC 9499 §9']
  - id: ours.two
    kind: true-false
    concept: our-rota
    stem: Two of us are on call.
    holds: false
    misconception: always-two
    rationale: Three are.
    sources: ['RFC 9499 §9']
`;

/** The same, building on no other. */
export const ALONE_PACK = OWN_PACK.replace(', builds-on: [two-parts]', '').replace('    requires: [jobs]\n', '');

/** Adds a pack to a place, as its organisers would. */
export async function ownPackIn(store: Store, space: Space, by: LearnerId, text = OWN_PACK): Promise<void> {
  const pack = /id: ([a-z-]+)/.exec(text)?.[1] ?? 'ours';
  await store.offerPack(space, { id: `offer-of-${pack}`, pack, text, by, at: NOON });
  await store.keepPack(space, `offer-of-${pack}`, by, NOON, 99);
}
