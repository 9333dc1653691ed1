import type { Item, PackConcept } from './item.ts';
import type { Presentation } from './presentation.ts';

/** What is supposed of a question before anybody has responded to it. */
export interface Estimate {
  /** From 1, for who begins, to 5. */
  readonly difficulty: number;
  /** How long it takes to read, story and options included; seconds. */
  readonly readingSeconds: number;
}

/** Words that grown-ups read a minute in English, of texts that are no fiction. M. Brysbaert (2019), Journal of Memory and Language 109. */
const WORDS_A_MINUTE = 238;
const DEEP = 4;
const MANY_WORDS = 90;

/**
 * What a question asks of a learner: one step more each for a concept that much comes before, for a response that cannot be
 * guessed, for something that has to be thought on, and for much to read. Responses tell better, once there are some.
 * @param concepts by id, those of other packs too
 */
export function estimateOf(item: Item, put: Presentation, concepts: ReadonlyMap<string, PackConcept>): Estimate {
  const options = put.form.kind === 'typed' ? [] : put.form.options.map(({ text }) => text);
  const words = [...put.story, put.stem, ...options].join(' ').split(/\s+/).length;
  const harder = [
    depthOf(item.concept, concepts) >= DEEP,
    item.form.kind !== 'single-choice' && item.form.kind !== 'true-false',
    isThoughtOn(item),
    words > MANY_WORDS,
  ];
  return {
    difficulty: 1 + harder.filter(Boolean).length,
    readingSeconds: Math.round((60 * words) / WORDS_A_MINUTE),
  };
}

/** How many concepts come before one, the longest way. */
function depthOf(id: string, concepts: ReadonlyMap<string, PackConcept>): number {
  const before = concepts.get(id)?.requires ?? [];
  return before.length === 0 ? 0 : 1 + Math.max(...before.map((each) => depthOf(each, concepts)));
}

/** Whether more happens than the story tells, in the question itself or in what its key supposes. */
const isThoughtOn = ({ scenario, form }: Item): boolean =>
  scenario?.since !== undefined || /"after":\[\{/.test(JSON.stringify(form));
