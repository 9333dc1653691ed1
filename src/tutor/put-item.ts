import { assertNever } from '../base/result.ts';
import { letterOf, type Presentation, type PresentedForm } from '../items/presentation.ts';
import type { ValueType } from '../items/value.ts';
import { type Block, button, type Choice, heading, type Reply, reply, text, typedButton } from './reply.ts';

/** Draws a presentation: its task, its options, and what to press or fill in. */
export function putItem(id: string, title: string, presentation: Presentation): Reply {
  const { form } = presentation;
  return reply([heading(title), ...task(presentation), ...wordsFor(form)], responseChoices(id, form));
}

/** Its story, a line each and numbered where there are several, and its stem. */
export function task({ story, stem }: Presentation): readonly Block[] {
  if (story.length < 2) return [...story, stem].map(text);
  return [story.map((step, place) => `${place + 1}. ${step}`).join('\n'), stem].map(text);
}

/** What there is to choose from. */
function wordsFor(form: PresentedForm): readonly Block[] {
  if (form.kind !== 'typed') return [{ kind: 'options', options: form.options.map((option) => option.text) }];
  const words = WORDS[form.key.type];
  return words === undefined ? [] : [text(`One of: ${words}.`)];
}

/** What a response to a presentation is given with, as often as it is asked for; and a way to a hint. */
export const responseChoices = (id: string, form: PresentedForm): readonly Choice[] => [
  ...waysToRespond(id, form),
  hintButton(id, 1),
];

/** It says beforehand what it costs, and its number, so that pressed twice it takes one. */
export const hintButton = (id: string, number: number): Choice =>
  typedButton(number === 1 ? 'Hint (comes back sooner)' : 'Next hint', `/hint #${id} ${number}`, '/hint');

export function waysToRespond(id: string, form: PresentedForm): readonly Choice[] {
  const command = `/respond #${id} {}`;
  switch (form.kind) {
    case 'single-choice':
    case 'true-false':
      return form.options.map((_, place) => button(letterOf(place), `/respond #${id} ${letterFor(place)}`));
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
