import type { Item } from '../../src/items/item.ts';
import { present } from '../../src/items/present.ts';
import type { Presentation, PresentedForm } from '../../src/items/presentation.ts';
import type { Concept } from '../../src/learning/concept.ts';
import type { Content } from '../../src/tutor/command.ts';

/** What is to be learned: the real concepts in prerequisite order, and the real items as far as a learner feels them. */
export interface Course {
  readonly concepts: readonly Concept[];
  /** By concept, at least one each. */
  readonly questions: ReadonlyMap<string, readonly Question[]>;
  /** The misconceptions that the distractors of the questions detect. */
  readonly misconceptions: readonly string[];
}
export interface Question {
  readonly item: string;
  readonly concept: string;
  /** The chance that somebody who knows nothing gets it right, and that it counts as partly right. */
  readonly guess: { readonly correct: number; readonly partial: number };
  readonly misconceptions: readonly string[];
  /** All that there is to read: story, stem, options and rationale. */
  readonly words: number;
}

/** The course that the packs make. Each item is put once, for its options and its length. */
export function courseOf({ concepts, items, packs, catalogue }: Content): Course {
  const questions = [...items.values()].map((item) => questionOf(item, packs, catalogue));
  const byConcept = Map.groupBy(questions, ({ concept }) => concept);
  return {
    concepts: concepts.filter(({ id }) => byConcept.has(id)),
    questions: byConcept,
    misconceptions: [...new Set(questions.flatMap(({ misconceptions }) => misconceptions))],
  };
}

function questionOf(item: Item, packs: Content['packs'], catalogue: Content['catalogue']): Question {
  const pack = packs.get(item.pack);
  if (pack === undefined) throw new Error(`${item.id} is of no pack`);
  const put = present(item, pack, catalogue, 1);
  if (!put.ok) throw new Error(`${item.id}: ${put.problem.join(', ')}`);
  return {
    item: item.id,
    concept: item.concept,
    guess: guessOf(put.value.form),
    misconceptions: Object.keys(put.value.misconceptions),
    words: wordsOf(put.value),
  };
}

/** Blind draws among the options. Half of a list right by luck is partly right about half of the time. */
function guessOf(form: PresentedForm): Question['guess'] {
  switch (form.kind) {
    case 'single-choice':
    case 'true-false':
      return { correct: 1 / form.options.length, partial: 0 };
    case 'select-all':
      return { correct: 1 / (2 ** form.options.length - 1), partial: 0.25 };
    case 'order':
      return { correct: 1 / factorial(form.options.length), partial: 0.25 };
    case 'typed':
      return { correct: 0, partial: 0 };
  }
}

const factorial = (count: number): number => (count <= 1 ? 1 : count * factorial(count - 1));

function wordsOf({ story, stem, form, rationale }: Presentation): number {
  const options = form.kind === 'typed' ? [] : form.options.map(({ text }) => text);
  return [...story, stem, ...options, rationale].join(' ').split(/\s+/).length;
}
