import { assertNever } from '../base/result.ts';
import { letterOf, type PresentedForm, type PresentedOption } from './presentation.ts';
import { readPlace, readPlaces } from './read-places.ts';
import { readValue } from './read-value.ts';
import { sameValue, type Value } from './value.ts';

/** `score` is 0 to 1. An unreadable response is none: it closes nothing. */
export type Verdict =
  | {
      readonly kind: 'correct' | 'partial' | 'incorrect';
      readonly score: number;
      readonly misconceptions: readonly string[];
    }
  | { readonly kind: 'unreadable'; readonly expected: string };

/** Half of what was asked is the least that counts as partly right. */
const LEAST_PARTIAL = 0.5;

/** Judges a response: forgiving in form (letter or number or words, case, spacing, separators), exact in substance. */
export function grade(form: PresentedForm, response: string): Verdict {
  switch (form.kind) {
    case 'single-choice':
    case 'true-false':
      return gradeChoice(form.options, form.key, response);
    case 'select-all':
      return gradeSelection(form.options, form.key, response);
    case 'order':
      return gradeOrder(form, response);
    case 'typed':
      return gradeTyped(form, response);
    default:
      return assertNever(form);
  }
}

function gradeChoice(options: readonly PresentedOption[], key: number, response: string): Verdict {
  const place = readPlace(options, response);
  if (place === undefined) return { kind: 'unreadable', expected: `one letter, ${letters(options)}` };
  if (place === key) return { kind: 'correct', score: 1, misconceptions: [] };
  return { kind: 'incorrect', score: 0, misconceptions: misconceptionsOf(options, [place]) };
}

/**
 * The score is (right − wrong) / asked; where more options are right than wrong, each wrong one costs more than one,
 * so that naming everything earns nothing.
 */
function gradeSelection(options: readonly PresentedOption[], key: readonly number[], response: string): Verdict {
  const places = readPlaces(options, response);
  if (!places) return { kind: 'unreadable', expected: `one or more letters, ${letters(options)}, such as \`a c\`` };
  const wrong = places.filter((place) => !key.includes(place));
  const right = places.length - wrong.length;
  const cost = Math.max(1, key.length / Math.max(1, options.length - key.length));
  const score = Math.max(0, right - wrong.length * cost) / key.length;
  return { kind: kindOf(score), score, misconceptions: misconceptionsOf(options, wrong) };
}

/** The score is how many pairs stand the right way round, less those that do not, over all pairs. */
function gradeOrder({ options, key, tempting }: Extract<PresentedForm, { kind: 'order' }>, response: string): Verdict {
  const places = readPlaces(options, response);
  if (places?.length !== options.length) {
    return { kind: 'unreadable', expected: `all ${options.length} letters in order, such as \`${example(options)}\`` };
  }
  const rank = places.map((place) => key.indexOf(place));
  const pairs = rank.flatMap((first, place) => rank.slice(place + 1).map((second) => (first < second ? 1 : -1)));
  const sum = pairs.reduce<number>((total, pair) => total + pair, 0);
  const score = Math.max(0, sum / pairs.length);
  const chosen = tempting.filter(({ order }) => order.join() === places.join());
  return { kind: kindOf(score), score, misconceptions: chosen.map(({ misconception }) => misconception) };
}

function gradeTyped({ key, tempting }: Extract<PresentedForm, { kind: 'typed' }>, response: string): Verdict {
  const read = readValue(key.type, response, key);
  if (!read.ok) return { kind: 'unreadable', expected: read.problem };
  if (sameValue(read.value, key)) return { kind: 'correct', score: 1, misconceptions: [] };
  const chosen = tempting.filter(({ value }) => isSaid(value, response));
  const score = key.type === 'name-set' ? setScore(key, read.value) : 0;
  return { kind: kindOf(score), score, misconceptions: chosen.map(({ misconception }) => misconception) };
}

/** Whether a response says this value, by any name that it goes by. */
function isSaid(value: Value, response: string): boolean {
  const read = readValue(value.type, response, value);
  return read.ok && sameValue(read.value, value);
}

function setScore(key: Value, given: Value): number {
  if (key.type !== 'name-set' || given.type !== 'name-set') return 0;
  const right = given.names.filter((name) => key.names.includes(name)).length;
  return Math.max(0, right - (given.names.length - right)) / key.names.length;
}

const kindOf = (score: number): 'correct' | 'partial' | 'incorrect' =>
  score === 1 ? 'correct' : score >= LEAST_PARTIAL ? 'partial' : 'incorrect';

const misconceptionsOf = (options: readonly PresentedOption[], places: readonly number[]): string[] =>
  places.flatMap((place) => options[place]?.misconception ?? []);

const letters = (options: readonly PresentedOption[]): string => `A to ${letterOf(options.length - 1)}`;
const example = (options: readonly PresentedOption[]): string =>
  options.map((_, place) => letterOf(options.length - 1 - place).toLowerCase()).join(' ');
