import { type Item, namedBy, type Pack } from '../../items/item.ts';

/** The pack that the questions of a place's own sandboxes are in, once they were approved. */
export const DRAFTED = 'drafted-here';

/** @param packs all others, of which it may name everything */
export function draftedPack(packs: readonly Pack[], items: readonly Item[]): Pack {
  const concepts = packs.flatMap((pack) => namedBy(pack).concepts);
  const misconceptions = packs.flatMap((pack) => namedBy(pack).misconceptions);
  return {
    ...{ id: DRAFTED, title: 'Drafted here' },
    about: 'Questions that were made of sandboxes here, and approved by a second organiser.',
    ...{ concepts: [], misconceptions: [], items },
    borrowed: { concepts: once(concepts), misconceptions: once(misconceptions) },
  };
}

const once = <Named extends { readonly id: string }>(all: readonly Named[]): readonly Named[] => [
  ...new Map(all.map((each) => [each.id, each])).values(),
];
