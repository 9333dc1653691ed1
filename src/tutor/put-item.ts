import { assertNever } from '../base/result.ts';
import { letterOf, type Presentation, type PresentedForm } from '../items/presentation.ts';
import type { ValueType } from '../items/value.ts';
import { type Block, button, type Choice, heading, type Reply, reply, text } from './reply.ts';

/** Draws a presentation: its story, its stem, its options, and what to press or type. */
export function putItem(id: string, title: string, presentation: Presentation): Reply {
  const { story, stem, form } = presentation;
  const told: Block[] = story.length > 0 ? [text(story.join(' '))] : [];
  const options: Block[] =
    form.kind === 'typed' ? [] : [{ kind: 'options', options: form.options.map((option) => option.text) }];
  return reply([heading(title), ...told, text(stem), ...options, text(howToRespond(form))], choices(id, form));
}

function howToRespond(form: PresentedForm): string {
  switch (form.kind) {
    case 'single-choice':
    case 'true-false':
      return 'Choose one.';
    case 'select-all':
      return 'Choose all that apply, as in `a c`.';
    case 'order':
      return 'Put them in order, first to last, as in `b a c`.';
    case 'typed':
      return `Type ${WANTED[form.key.type]}.`;
    default:
      return assertNever(form);
  }
}

const WANTED: Readonly<Record<ValueType, string>> = {
  name: 'a domain name',
  'name-set': 'the names, in any order, with spaces between',
  address: 'an IP address',
  count: 'a whole number',
  duration: 'a number with its unit, such as `90 seconds` or `3h`',
  money: 'an amount in US dollars',
  company: 'the name of a company',
  role: 'who it is: registrant, registrar, registry, DNS host, resolver or root',
  outcome: 'what comes back: answer, referral, nodata, nxdomain, refused, servfail or timeout',
  section: 'a section: answer, authority, additional or none',
  period: '`year` or `month`',
  truth: '`true` or `false`',
};

function choices(id: string, form: PresentedForm): readonly Choice[] {
  const command = `/respond #${id} {}`;
  switch (form.kind) {
    case 'single-choice':
    case 'true-false':
      return form.options.map((_, place) =>
        button(letterOf(place), `/respond #${id} ${letterOf(place).toLowerCase()}`),
      );
    case 'select-all': {
      const values = form.options.map(({ text: label }, place) => ({ label, value: letterOf(place).toLowerCase() }));
      return [{ kind: 'menu', label: 'Choose all that apply', values, most: values.length, command }];
    }
    case 'order':
      return [{ kind: 'form', label: 'The order, first to last', placeholder: 'b a c', command }];
    case 'typed':
      return [
        { kind: 'form', label: 'Your response', placeholder: WANTED[form.key.type].replaceAll('`', ''), command },
      ];
    default:
      return assertNever(form);
  }
}
