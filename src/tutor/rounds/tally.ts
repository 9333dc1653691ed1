import { letterOf, type Presentation, type PresentedForm, type PresentedOption } from '../../items/presentation.ts';
import type { RoundQuestion } from '../store/rounds.ts';
import { readPresentation } from '../stored.ts';

/** What can be responded to by pressing a letter. */
export type PressedForm = Extract<PresentedForm, { readonly kind: 'single-choice' | 'true-false' }>;
export interface PressedPresentation extends Presentation {
  readonly form: PressedForm;
}

/** The presentation of a question that was put to many; nothing but choices of one option is. */
export function pressed({ item, body }: Pick<RoundQuestion, 'item' | 'body'>): PressedPresentation {
  const presentation = readPresentation(body);
  const { form } = presentation;
  if (form.kind !== 'single-choice' && form.kind !== 'true-false')
    throw new Error(`item ${item} of kind ${form.kind} was put to many`);
  return { ...presentation, form };
}

export const isRight = ({ key }: PressedForm, response: string): boolean => response === letterOf(key);

/** How responses fall: how many to each option, in order, how many are right, and how many there are. */
export interface Tally {
  readonly each: readonly number[];
  readonly right: number;
  readonly all: number;
}

/** @param letters one for each response */
export function tallyOf(form: PressedForm, letters: readonly string[]): Tally {
  const each = form.options.map((_, place) => letters.filter((letter) => letter === letterOf(place)).length);
  return { each, right: each[form.key] ?? 0, all: letters.length };
}

/** A wrong option that was chosen, and by how many. */
export interface Tempting {
  readonly place: number;
  readonly option: PresentedOption;
  readonly chosenBy: number;
}

/** The wrong option chosen most, the first of those chosen as often; undefined if none was. */
export function mostTempting(form: PressedForm, { each }: Tally): Tempting | undefined {
  const wrong = form.options
    .map((option, place) => ({ place, option, chosenBy: each[place] ?? 0 }))
    .filter(({ place, chosenBy }) => place !== form.key && chosenBy > 0);
  return wrong.toSorted((one, other) => other.chosenBy - one.chosenBy)[0];
}
