import { letterOf } from '../../items/presentation.ts';
import { task } from '../put-item.ts';
import { type Block, button, type Choice, text } from '../reply.ts';
import { rightAndWhy } from '../response-fields.ts';
import { mostTempting, type PressedForm, type PressedPresentation, type Tally } from './tally.ts';

/** A question that many are asked: its task, and what there is to choose from. */
export const asked = (presentation: PressedPresentation): readonly Block[] => [
  ...task(presentation),
  { kind: 'options', options: presentation.form.options.map((option) => option.text) },
];

/** @param ref of the question, as `/pick` takes it */
export const letterButtons = (ref: string, { options }: PressedForm): readonly Choice[] =>
  options.map((_, place) => button(letterOf(place), `/pick ${ref} ${letterOf(place).toLowerCase()}`));

/** How many chose which option, of those who responded. */
export const tallyMeters = (form: PressedForm, { each, all }: Tally): readonly Block[] =>
  form.options.map((option, place) => {
    const count = each[place] ?? 0;
    return {
      kind: 'meter',
      label: `${letterOf(place)}) ${option.text}`,
      share: all === 0 ? 0 : count / all,
      text: `${count} of ${all}${place === form.key ? ', right' : ''}`,
    };
  });

/** What is right and why, the belief that the wrong option fits which was chosen most, and where to check it. */
export const reason = (presentation: PressedPresentation, tally: Tally): readonly Block[] => [
  ...rightAndWhy(presentation.form, presentation.rationale),
  ...believed(presentation, tally),
  text(`To check it, read: ${presentation.sources.join('; ')}.`),
];

function believed({ form, misconceptions }: PressedPresentation, tally: Tally): readonly Block[] {
  const tempting = mostTempting(form, tally);
  const found = misconceptions[tempting?.option.misconception ?? ''];
  if (!tempting || !found) return [];
  return [
    text(`${letterOf(tempting.place)} fits a common belief: "${unstopped(found.belief)}". In fact: ${found.truth}`),
  ];
}

/** A sentence without its full stop, to stand in quotation marks. */
export const unstopped = (sentence: string): string => sentence.replace(/\.$/, '');
