import { seededRng, shuffle } from '../base/random.ts';
import { detectedBy } from '../items/detected.ts';
import type { Item } from '../items/item.ts';
import { chooseConcept } from '../learning/choose.ts';
import { heldIn } from '../learning/misconceptions.ts';
import type { Content, Context } from './command.ts';
import type { Reason } from './store/presentations.ts';

/** What to put next, and why: of a concept named, or of the one that memory says. */
export interface Picked {
  readonly item: Item;
  readonly reason: Reason;
  /** The misconceptions that the learner holds, by id; of many options those are put that detect one. */
  readonly prefer: ReadonlySet<string>;
}

/** Picks what to put to a learner, as `itemAbout` does. Undefined only where the content has no items. */
export async function pickItem(
  context: Pick<Context, 'store' | 'learner' | 'now' | 'content'>,
  wanted: string | undefined,
  seed: number,
): Promise<Picked | undefined> {
  const { store, learner, now, content } = context;
  const memories = wanted === undefined ? await store.memories(learner) : undefined;
  const choice = memories && chooseConcept({ concepts: askable(content), memories, now });
  const concept = wanted ?? choice?.concept.id;
  const prefer = heldIn(await store.briefReviews(learner));
  const item = concept === undefined ? undefined : await itemAbout(context, concept, seed, prefer);
  return item && { item, reason: choice?.reason ?? 'asked-for', prefer };
}

const askables = new WeakMap<Content, Content['concepts']>();

/** The concepts that there are questions about. */
export function askable(content: Content): Content['concepts'] {
  const known = askables.get(content) ?? findAskable(content);
  askables.set(content, known);
  return known;
}

function findAskable({ concepts, items }: Content): Content['concepts'] {
  const asked = new Set([...items.values()].map(({ concept }) => concept));
  const required = new Map(concepts.map(({ id, requires }) => [id, requires]));
  /** Nobody can meet what there are no questions about: what it requires counts instead. */
  const askedBefore = (id: string): readonly string[] =>
    (required.get(id) ?? []).flatMap((each) => (asked.has(each) ? [each] : askedBefore(each)));
  return concepts
    .filter(({ id }) => asked.has(id))
    .map((each) =>
      each.requires.every((id) => asked.has(id)) ? each : { ...each, requires: [...new Set(askedBefore(each.id))] },
    );
}

/**
 * One item of a concept: not the one put last, if there is another; of those, one that detects a misconception
 * preferred; of those, one that was put to the learner least often, then the one put longest ago, else by chance.
 * @param avoid the item that is to come only if there is no other, by id; the one put last unless it is given
 */
export async function itemAbout(
  { store, learner, content }: Pick<Context, 'store' | 'learner' | 'content'>,
  concept: string,
  seed: number,
  prefer: ReadonlySet<string>,
  avoid?: string,
): Promise<Item | undefined> {
  const items = [...content.items.values()].filter((item) => item.concept === concept);
  const put = await store.timesPut(learner);
  const times = ({ id }: Item) => put.get(id)?.times ?? 0;
  const last = ({ id }: Item) => put.get(id)?.last ?? 0;
  const latest = avoid ?? items.toSorted((one, other) => last(other) - last(one)).find((item) => times(item) > 0)?.id;
  const isLatest = ({ id }: Item) => Number(id === latest);
  const isIndifferent = (item: Item) => Number(detectedBy(item).isDisjointFrom(prefer));
  const inOrder = shuffle(seededRng(seed), items).toSorted(
    (one, other) =>
      isLatest(one) - isLatest(other) ||
      isIndifferent(one) - isIndifferent(other) ||
      times(one) - times(other) ||
      last(one) - last(other),
  );
  return inOrder[0];
}
