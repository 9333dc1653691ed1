import type { Catalogue } from '../world/catalogue.ts';
import { grade } from './grade.ts';
import type { Item, Pack } from './item.ts';
import { present } from './present.ts';
import type { Presentation } from './presentation.ts';
import { rightResponse, wrongResponses } from './responses.ts';

/** What a learner is shown of a question at most, in characters; the platforms cut what is longer. */
const MOST_SHOWN = 2000;
const MOST_EXPLAINED = 700;

/**
 * Proves an item in the worlds of some seeds: it has one key there, which is graded right, no distractor is it, and it fits
 * a message. Gives what is wrong with it in the first world where anything is, a sentence each; nothing for one that is proven.
 */
export function proveItem(item: Item, pack: Pack, catalogue: Catalogue, seeds: readonly number[]): readonly string[] {
  for (const seed of seeds) {
    const put = present(item, pack, catalogue, seed);
    const faults = put.ok ? faultsOf(put.value) : put.problem;
    if (faults.length > 0) return faults.map((fault) => `${fault} (in the world of seed ${seed})`);
  }
  return [];
}

/** Seeds to prove an item at: fewer where there is no world that could differ. */
export const seedsToProve = ({ scenario }: Item, most: number): readonly number[] =>
  Array.from({ length: scenario ? most : Math.min(most, 3) }, (_, index) => index * 7919 + 1);

function faultsOf(put: Presentation): readonly string[] {
  const { form } = put;
  const shown = [...put.story, put.stem, ...(form.kind === 'typed' ? [] : form.options.map(({ text }) => text))];
  const length = shown.join('\n').length;
  return [
    ...(grade(form, rightResponse(form)).kind === 'correct' ? [] : ['the key itself is not graded right']),
    ...wrongResponses(form).flatMap((response) => {
      const { kind } = grade(form, response);
      return kind === 'correct' || kind === 'unreadable'
        ? [`the wrong response \`${response}\` is graded ${kind}`]
        : [];
    }),
    ...(length > MOST_SHOWN ? [`it shows ${length} characters; ${MOST_SHOWN} fit a message`] : []),
    ...(put.rationale.length > MOST_EXPLAINED
      ? [`its rationale has ${put.rationale.length} characters; at most ${MOST_EXPLAINED}`]
      : []),
  ];
}
