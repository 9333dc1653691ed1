import { seededRng, shuffle } from '../../base/random.ts';
import { givesAway } from '../../items/gives-away.ts';
import { letterOf, type Presentation, type PresentedForm } from '../../items/presentation.ts';

type Choice = Extract<PresentedForm, { readonly options: readonly unknown[] }>;

/** How the wrong options of a choice stand to one another. */
export interface WrongOptions {
  /** The one that is to be left beside the key. */
  readonly mostTempting: number;
  /** The one that is taken away first. */
  readonly struck: number;
}

/**
 * Of a choice of which more than two are left: the option that tempts most, which is the one of a belief that the learner
 * holds, else one by the seed; and another to strike out, rather one whose truth can be told without naming the key.
 * @param held the misconceptions that the learner holds, the one shown last first
 */
export function wrongOptions(
  presentation: Presentation,
  held: readonly string[],
  seed: number,
): WrongOptions | undefined {
  const { form } = presentation;
  if (form.kind === 'typed' || form.kind === 'order' || form.options.length < 3) return undefined;
  const keys = typeof form.key === 'number' ? [form.key] : form.key;
  const places = form.options.map((_, place) => place).filter((place) => !keys.includes(place));
  const wrong = shuffle(seededRng(seed), places);
  const rank = (place: number) => {
    const found = held.indexOf(form.options[place]?.misconception ?? '');
    return found === -1 ? held.length : found;
  };
  const [mostTempting, ...others] = wrong.toSorted((one, other) => rank(one) - rank(other));
  if (mostTempting === undefined) return undefined;
  // Of a selection nothing is narrowed down to two, so that its only wrong option may be struck out.
  const candidates = form.kind === 'select-all' ? wrong : others;
  const struck = candidates.find((place) => truthOf(presentation, place) !== undefined) ?? candidates[0];
  return struck === undefined ? undefined : { mostTempting, struck };
}

/** Strikes an option out, and says why it fails unless that would name the key. */
export function strikeOut(presentation: Presentation, place: number): string {
  const { form } = presentation;
  const option = optionWords(form, place);
  const not = `Not ${givesAway(form, option) ? letterOf(place) : option}.`;
  const truth = truthOf(presentation, place);
  return truth === undefined ? not : `${not} ${truth}`;
}

/** An option with its letter. */
export const optionWords = (form: PresentedForm, place: number): string =>
  `${letterOf(place)}) ${(form as Partial<Choice>).options?.[place]?.text ?? ''}`;

function truthOf({ form, misconceptions }: Presentation, place: number): string | undefined {
  if (form.kind === 'typed') return undefined;
  const truth = misconceptions[form.options[place]?.misconception ?? '']?.truth;
  return truth === undefined || givesAway(form, truth) ? undefined : truth;
}
