import type { Pack } from '../items/item.ts';
import { present } from '../items/present.ts';
import type { Catalogue } from '../world/catalogue.ts';
import { type Card, cardOf } from './card.ts';

/** An item that has a world is put in so many, each a card of its own. */
export const WORLDS_EACH = 3;

/** The items of a pack as cards, in their order. Those with a world are put in several, always the same. */
export function cardsOf(pack: Pack, catalogue: Catalogue, worlds: number = WORLDS_EACH): readonly Card[] {
  return pack.items.flatMap((item) => {
    const isDrawn = item.scenario !== undefined && item.scenario.recorded === undefined;
    const seeds = Array.from({ length: isDrawn ? worlds : 1 }, (_, index) => index + 1);
    const cards = seeds.flatMap((seed) => {
      const put = present(item, pack, catalogue, seed);
      return put.ok ? [cardOf(put.value, isDrawn ? `${item.id}.w${seed}` : item.id)] : [];
    });
    return cards.filter((card, place) => cards.findIndex((other) => isSame(card, other)) === place);
  });
}

const isSame = (one: Card, other: Card): boolean => one.question === other.question && one.key === other.key;
