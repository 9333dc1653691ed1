import { letterOf } from '../../items/presentation.ts';
import type { Content } from '../command.ts';
import { titleOf } from '../command.ts';
import { counted } from '../names.ts';
import { refTo } from '../numbered-ref.ts';
import { task } from '../put-item.ts';
import { type Block, button, type Choice, heading, type Reply, text, toChannel } from '../reply.ts';
import { rightAndWhy } from '../response-fields.ts';
import { sourceLinks } from '../source-link.ts';
import type { Round, RoundQuestion } from '../store/rounds.ts';
import { mostTempting, type PressedForm, type PressedPresentation, pressed, type Tally } from './tally.ts';

/** A question as it is put to the channel: its buttons carry the number, so that an old one is known for what it is. */
export function openQuestion(content: Content, round: Round, question: RoundQuestion, closes: string): Reply {
  const presentation = pressed(question);
  return toChannel(
    [headingOf(content, round, question), ...asked(presentation), text(closes)],
    letterButtons(refTo(round.id, question.number), presentation.form),
  );
}

/**
 * The question with how the responses fell, what is right, why, and where to check it.
 * @param after what else there is to say below
 */
export function revealedQuestion(
  content: Content,
  round: Round,
  question: RoundQuestion,
  tally: Tally,
  after: readonly Block[],
): Reply {
  const presentation = pressed(question);
  return toChannel(
    [
      headingOf(content, round, question),
      ...task(presentation),
      ...tallyMeters(presentation.form, tally),
      text(question.isSkipped ? SKIPPED : howManyRight(tally)),
      ...reason(presentation, tally),
      ...after,
    ],
    [
      ...(tally.all > 0 && !question.isSkipped ? [button('Why?', `/why ${refTo(round.id, question.number)}`)] : []),
      button('My result', `/pick ${refTo(round.id)}`),
      ...sourceLinks(presentation.sources),
    ],
  );
}

const SKIPPED = 'This question was skipped: it does not count, and nothing of it is kept for your practice.';

const headingOf = (content: Content, { questions }: Round, { number, concept }: RoundQuestion): Block =>
  heading(`Question ${number} of ${questions}: ${titleOf(content, concept)}`);

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

export function howManyRight({ right, all }: Tally): string {
  if (all === 0) return 'Nobody responded.';
  return `${right} of ${counted(all, 'response')} ${right === 1 ? 'was' : 'were'} right.`;
}

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
