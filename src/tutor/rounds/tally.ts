import { letterOf, type Presentation, type PresentedForm } from '../../items/presentation.ts';
import type { LearnerId } from '../store/account.ts';
import type { RoundQuestion, RoundResponse } from '../store/rounds.ts';
import { readPresentation } from '../stored.ts';

/** What can be responded to by pressing a letter. */
export type PressedForm = Extract<PresentedForm, { readonly kind: 'single-choice' | 'true-false' }>;
export interface PressedPresentation extends Presentation {
  readonly form: PressedForm;
}

/** The presentation of a question; nothing but choices of one option is put in a round. */
export function pressed({ item, body }: Pick<RoundQuestion, 'item' | 'body'>): PressedPresentation {
  const presentation = readPresentation(body);
  const { form } = presentation;
  if (form.kind !== 'single-choice' && form.kind !== 'true-false')
    throw new Error(`item ${item} of kind ${form.kind} was put in a round`);
  return { ...presentation, form };
}

export const isRight = ({ key }: PressedForm, response: string): boolean => response === letterOf(key);

/** How the responses to one question fall: how many to each option, in order, how many are right, and how many there are. */
export interface Tally {
  readonly each: readonly number[];
  readonly right: number;
  readonly all: number;
}

/** @param responses of the whole round; those to other questions are left out */
export function tallyOf(form: PressedForm, number: number, responses: readonly RoundResponse[]): Tally {
  const given = responses.filter((response) => response.number === number);
  const each = form.options.map((_, place) => given.filter(({ response }) => response === letterOf(place)).length);
  return { each, right: each[form.key] ?? 0, all: given.length };
}

/** For how many of the questions each learner gave what is right; for all who responded to one of them. */
export function scoresIn(
  questions: readonly RoundQuestion[],
  responses: readonly RoundResponse[],
): ReadonlyMap<LearnerId, number> {
  const forms = new Map(questions.map((question) => [question.number, pressed(question).form]));
  const scores = new Map<LearnerId, number>();
  for (const { number, learner, response } of responses) {
    const form = forms.get(number);
    if (form) scores.set(learner, (scores.get(learner) ?? 0) + (isRight(form, response) ? 1 : 0));
  }
  return scores;
}
