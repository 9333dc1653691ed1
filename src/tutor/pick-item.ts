import { seededRng, shuffle } from '../base/random.ts';
import type { Item } from '../items/item.ts';
import { type Choice, chooseConcept } from '../learning/choose.ts';
import type { Context } from './command.ts';

/** What to put next, and why: of a concept named, or of the one that memory says. */
export interface Picked {
  readonly item: Item;
  readonly reason: Choice['reason'] | 'asked-for';
}

/**
 * Picks the item for a learner: of the concept's items one that was put to them least often, of those the one put
 * longest ago, by chance where that leaves several. Undefined only where the content has no items.
 */
export async function pickItem(
  context: Context,
  wanted: string | undefined,
  seed: number,
): Promise<Picked | undefined> {
  const { store, learner, now, content } = context;
  const items = [...content.items.values()];
  const concepts = content.concepts.filter(({ id }) => items.some((item) => item.concept === id));
  const choice =
    wanted === undefined ? chooseConcept({ concepts, memories: await store.memories(learner), now }) : undefined;
  const concept = wanted ?? choice?.concept.id;
  const put = await store.timesPut(learner);
  const times = (item: Item) => put.get(item.id)?.times ?? 0;
  const last = (item: Item) => put.get(item.id)?.last ?? 0;
  const candidates = shuffle(
    seededRng(seed),
    items.filter((item) => item.concept === concept),
  );
  const [item] = candidates.toSorted((a, b) => times(a) - times(b) || last(a) - last(b));
  return item && { item, reason: choice?.reason ?? 'asked-for' };
}
