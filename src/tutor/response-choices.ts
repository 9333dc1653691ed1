import { assertNever } from '../base/result.ts';
import { letterOf, type PresentedForm } from '../items/presentation.ts';
import type { ValueType } from '../items/value.ts';
import { type Block, button, type Choice, text, typedButton } from './reply.ts';

/** What there is to choose from. */
export function wordsFor(form: PresentedForm): readonly Block[] {
  if (form.kind !== 'typed') return [{ kind: 'options', options: form.options.map((option) => option.text) }];
  const words = WORDS[form.key.type];
  return words === undefined ? [] : [text(`One of: ${words}.`)];
}

/**
 * What a response is given with: buttons, a menu or a form, whose command has `{}` where the response goes.
 * @param typed the same in fewer words, for where a letter is typed
 */
export function responseChoicesTo(command: string, form: PresentedForm, typed = command): readonly Choice[] {
  switch (form.kind) {
    case 'single-choice':
    case 'true-false':
      return form.options.map((_, place) => {
        const filled = (line: string) => line.replace('{}', letterFor(place));
        const [label, long, short] = [letterOf(place), filled(command), filled(typed)];
        return long === short ? button(label, long) : typedButton(label, long, short);
      });
    case 'select-all': {
      const values = form.options.map(({ text: label }, place) => ({ label, value: letterFor(place) }));
      return [{ kind: 'menu', label: 'Choose all that apply', values, most: values.length, command }];
    }
    case 'order': {
      const placeholder = `such as ${anOrder(form.options.length)}`;
      return [{ kind: 'form', label: 'Put them in order', placeholder, command }];
    }
    case 'typed':
      return [{ kind: 'form', label: 'Type your response', placeholder: WANTED[form.key.type], command }];
    default:
      return assertNever(form);
  }
}

const letterFor = (place: number): string => letterOf(place).toLowerCase();

/** That many letters, last first whatever is right: `d c b a`. */
const anOrder = (count: number): string =>
  Array.from({ length: count }, (_, place) => letterFor(count - 1 - place)).join(' ');

/** The words to choose from, for values that have a word each. */
const WORDS: Readonly<Partial<Record<ValueType, string>>> = {
  role: 'registrant, registrar, registry, DNS host, resolver, root',
  outcome: 'answer, referral, nodata, nxdomain, refused, servfail, timeout',
  section: 'answer, authority, additional, none',
  period: 'year, month',
  truth: 'true, false',
};

const WANTED: Readonly<Record<ValueType, string>> = {
  name: 'a domain name',
  'name-set': 'the names, with spaces between',
  address: 'an IP address',
  count: 'a whole number',
  duration: 'such as 90 seconds or 3h',
  money: 'an amount in US dollars',
  company: 'the name of a company',
  role: 'one of those words',
  outcome: 'one of those words',
  section: 'one of those words',
  period: 'one of those words',
  truth: 'one of those words',
};
