import { letterOf, type Presentation, type PresentedForm } from '../items/presentation.ts';
import { readValue } from '../items/read-value.ts';
import { sameValue, showValue, substance, type Value, type ValueType } from '../items/value.ts';

/**
 * exchange/ takes questions to other programs and back: comma-separated values, Anki's text files, Moodle's GIFT. What
 * goes out is a question as it was put, as a card; what comes in is a card that becomes an item with a typed key.
 * Start here; pack-of-cards.ts makes a pack of what was read.
 */
export interface Card {
  readonly id: string;
  readonly concept: string;
  readonly kind: CardKind;
  /** Its story and its stem, on several lines. */
  readonly question: string;
  /** None for `typed` and `true-false`. */
  readonly options: readonly CardOption[];
  /** `B`, `A C`, in the right order for `order`; `true` or `false`; or the value. */
  readonly key: string;
  /** What a typed key is. */
  readonly type?: ValueType;
  readonly rationale: string;
  readonly sources: readonly string[];
}
export type CardKind = PresentedForm['kind'];
export const CARD_KINDS = [
  'single-choice',
  'select-all',
  'true-false',
  'order',
  'typed',
] as const satisfies readonly CardKind[];

/** `why` says what is wrong with it, and is empty for a right one. */
export interface CardOption {
  readonly text: string;
  readonly why: string;
}

/** A question as it was put, as a card. @param id unique over all cards of the pack */
export function cardOf(put: Presentation, id: string): Card {
  const { form, concept, rationale, sources } = put;
  const question = [...toldStory(put.story), put.stem].join('\n');
  const common = { id, concept, kind: form.kind, question, rationale, sources };
  const options = (form.kind === 'typed' || form.kind === 'true-false' ? [] : form.options).map(
    (option): CardOption => ({ text: option.text, why: whyWrong(put, option) }),
  );
  switch (form.kind) {
    case 'typed':
      return { ...common, options, key: written(form.key), type: form.key.type };
    case 'true-false':
      return { ...common, options, key: form.key === 0 ? 'true' : 'false' };
    case 'single-choice':
      return { ...common, options, key: letterOf(form.key) };
    case 'select-all':
    case 'order':
      return { ...common, options, key: form.key.map(letterOf).join(' ') };
  }
}

const toldStory = (story: readonly string[]): readonly string[] =>
  story.length < 2 ? story : story.map((step, place) => `${place + 1}. ${step}`);

const whyWrong = ({ misconceptions }: Presentation, { misconception }: { readonly misconception?: string }): string =>
  misconception === undefined ? '' : (misconceptions[misconception]?.truth ?? '');

/** A value in a form that reads back as itself. */
function written(value: Value): string {
  const forms = [showValue(value), substance(value)];
  const isRead = (form: string): boolean => {
    const read = readValue(value.type, form, value);
    return read.ok && sameValue(read.value, value);
  };
  return forms.find(isRead) ?? showValue(value);
}
