import { assertNever } from '../base/result.ts';
import { displayName } from '../dns/name.ts';
import type { PresentedForm } from './presentation.ts';
import { showValue, type Value } from './value.ts';

/** Whether a text names what is right, or enough of it, in words or in figures; what is right of an order is no one word, so none does. */
export function givesAway(form: PresentedForm, text: string): boolean {
  const said = inWords(text);
  return keysOf(form).some((key) => said.includes(inWords(key)));
}

function keysOf(form: PresentedForm): readonly string[] {
  switch (form.kind) {
    case 'single-choice':
    case 'true-false':
      return partsOf(form.options[form.key]?.text ?? '');
    case 'select-all':
      return form.key.flatMap((place) => partsOf(form.options[place]?.text ?? ''));
    case 'order':
      return [];
    case 'typed':
      return [showValue(form.key), ...otherWords(form.key)];
    default:
      return assertNever(form);
  }
}

/** An option, and what of it is enough to know it by: it without its brackets, what stands in those, and each of its clauses that says something. */
function partsOf(option: string): readonly string[] {
  const bare = option.replace(/ \([^)]*\)/g, '');
  const inBrackets = [...option.matchAll(/\(([^)]*)\)/g)].map(([, words = '']) => words);
  const clauses = bare.split(/[,:]/).filter((clause, place) => place === 0 || clause.trim().split(' ').length >= 3);
  return [bare, ...clauses, ...inBrackets].map((part) => part.trim().replace(LEAD, ''));
}

/** Small words at the beginning, which say nothing. */
const LEAD = /^((it|is|the|an?|to|by|in|at|on|of|from) )+/i;

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** What the value goes by besides; of several names, each by itself. */
function otherWords(value: Value): readonly string[] {
  switch (value.type) {
    case 'role':
      return [value.role.replace('-', ' ')];
    case 'company':
      return value.aliases;
    case 'name-set':
      return value.names.map(displayName);
    case 'count':
      return [NUMBERS[value.count] ?? String(value.count)];
    case 'duration':
      return [
        String(value.seconds),
        showValue(value).replace(/ \(.*/, ''),
        ...(/\((.*)\)/.exec(showValue(value)) ?? []).slice(1),
      ];
    case 'money':
      return [(value.amount / 100).toFixed(2)];
    case 'outcome':
      return [value.outcome];
    case 'section':
      return [value.section];
    case 'period':
      return [value.period];
    case 'name':
    case 'address':
    case 'truth':
      return [];
    default:
      return assertNever(value);
  }
}

/** The words alone, in small letters and with a blank around each, and `|` between sentences; dots within names and figures stay. */
const inWords = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[.!?;](?=\s|$)/g, ' | ')
    .split(/[^\p{L}\p{N}.|]+/u)
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter((word) => word !== '')
    .join(' ')} `;
