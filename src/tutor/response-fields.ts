import { letterOf, type PresentedForm } from '../items/presentation.ts';
import { readPlace, readPlaces } from '../items/read-places.ts';
import { showValue } from '../items/value.ts';
import { type Block, type Field, fieldsOf, text } from './reply.ts';
import { shown } from './shown.ts';

/** What the learner said: the letters with their texts, a line each, or what was typed. */
export function saidField(form: PresentedForm, response: string): Field {
  const places = placesIn(form, response);
  return { name: 'You said', value: places ? linesOf(form, places) : shown(response) };
}

/** What was said, what is right, and why. */
export const saidAndRight = (form: PresentedForm, response: string, rationale: string): readonly Block[] =>
  rightAndWhy(form, rationale, [saidField(form, response)]);

/** What is right, below what else is said, and why; it stands there once where the rationale begins with it. */
export function rightAndWhy(form: PresentedForm, rationale: string, said: readonly Field[] = []): readonly Block[] {
  const key = keyText(form);
  const lead = key !== undefined && beginsWith(rationale, key.text) ? `${key.letter}${rationale}` : undefined;
  const right = { name: 'Right is', value: lead ?? keyLines(form) };
  return [fieldsOf([...said, right]), ...(lead === undefined ? [text(rationale)] : [])];
}

/** What is right: the letters with their texts, a line each, or the value. */
export const rightField = (form: PresentedForm): Field => ({ name: 'Right is', value: keyLines(form) });

/** The places of the options that a response names, in its order; undefined where there are no options. */
export function placesIn(form: PresentedForm, response: string): readonly number[] | undefined {
  if (form.kind === 'typed') return undefined;
  if (form.kind === 'select-all' || form.kind === 'order') return readPlaces(form.options, response);
  const place = readPlace(form.options, response);
  return place === undefined ? undefined : [place];
}

function linesOf(form: PresentedForm, places: readonly number[]): string {
  if (form.kind === 'typed') return '';
  const lines = places.map((place) => `${letterOf(place)}) ${form.options[place]?.text ?? ''}`);
  return lines.join(form.kind === 'order' ? '\nthen ' : '\n');
}

function keyLines(form: PresentedForm): string {
  if (form.kind === 'typed') return showValue(form.key);
  return linesOf(form, typeof form.key === 'number' ? [form.key] : form.key);
}

/** The key as one text, with the letter that stands before it, if it is one. */
function keyText(form: PresentedForm): { readonly letter: string; readonly text: string } | undefined {
  if (form.kind === 'typed') return { letter: '', text: showValue(form.key) };
  if (typeof form.key !== 'number') return undefined;
  return { letter: `${letterOf(form.key)}) `, text: form.options[form.key]?.text ?? '' };
}

const beginsWith = (rationale: string, key: string): boolean =>
  key !== '' && rationale.startsWith(key) && !/^[\p{L}\p{N}]/u.test(rationale.slice(key.length));
