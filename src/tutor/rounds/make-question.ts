import { seededRng, shuffle } from '../../base/random.ts';
import type { Item } from '../../items/item.ts';
import type { Content, Context } from '../command.ts';
import { presentItem } from '../present-item.ts';
import type { Round, RoundQuestion } from '../store/rounds.ts';
import { writePresentation } from '../stored.ts';

/** The items that can be put to a channel, of one concept or of all: those with options to press, one of which is right. */
export const roundItems = ({ items }: Content, concept: string | undefined): readonly Item[] =>
  [...items.values()].filter(
    (item) =>
      (item.form.kind === 'single-choice' || item.form.kind === 'true-false') &&
      (concept === undefined || item.concept === concept),
  );

/** The question that follows those put, not kept yet; undefined if no item is left that the round has not had. */
export function makeQuestion(
  { content, newSeed, now: putAt }: Context,
  { id: round, concept: about }: Round,
  put: readonly RoundQuestion[],
): RoundQuestion | undefined {
  const chosen = chooseItem(roundItems(content, about), put, newSeed());
  if (!chosen) return undefined;
  const { id: item, concept } = chosen;
  const body = writePresentation(presentItem(content, chosen, newSeed()));
  return { round, number: put.length + 1, item, concept, body, putAt };
}

/** By chance, of a concept that has come least often in the round. */
function chooseItem(items: readonly Item[], put: readonly RoundQuestion[], seed: number): Item | undefined {
  const timesPut = ({ concept }: Item) => put.filter((question) => question.concept === concept).length;
  const fresh = items.filter(({ id }) => !put.some(({ item }) => item === id));
  const [chosen] = shuffle(seededRng(seed), fresh).toSorted((one, other) => timesPut(one) - timesPut(other));
  return chosen;
}
