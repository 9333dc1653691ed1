import { letterOf } from '../../items/presentation.ts';
import { type Content, titleOf } from '../command.ts';
import { refTo } from '../numbered-ref.ts';
import { task } from '../put-item.ts';
import { type Block, button, type Choice, heading, type Reply, text, toChannel } from '../reply.ts';
import { rightAndWhy } from '../response-fields.ts';
import { sourceLinks } from '../source-link.ts';
import type { Round, RoundQuestion, RoundResponse } from '../store/rounds.ts';
import { lastOf, type RoundSoFar } from './find-round.ts';
import { pressed, tallyOf } from './tally.ts';

/** A question as it is put to the channel. Its buttons carry the number, so that an old one is known for what it is. */
export function openQuestion(content: Content, round: Round, question: RoundQuestion): Reply {
  const presentation = pressed(question);
  const { options } = presentation.form;
  const ref = refTo(round.id, question.number);
  const letters = options.map((_, place) => button(letterOf(place), `/pick ${ref} ${letterOf(place).toLowerCase()}`));
  return toChannel(
    [
      headingOf(content, round, question),
      ...task(presentation),
      { kind: 'options', options: options.map((option) => option.text) },
      text('Choose one. Nobody else sees which, and you can change it until the reveal.'),
    ],
    [...letters, button('Reveal', `/round reveal ${ref}`)],
  );
}

/** The question with how the responses fell, what is right, why, and where to check it; all of it follows from the rows. */
export function revealedQuestion(
  content: Content,
  soFar: RoundSoFar,
  question: RoundQuestion,
  responses: readonly RoundResponse[],
): Reply {
  const presentation = pressed(question);
  const { form, rationale, sources } = presentation;
  const { each, right, all } = tallyOf(form, question.number, responses);
  const meters = form.options.map((option, place): Block => {
    const count = each[place] ?? 0;
    return {
      kind: 'meter',
      label: `${letterOf(place)}) ${option.text}`,
      share: all === 0 ? 0 : count / all,
      text: `${count} of ${all}${place === form.key ? ', right' : ''}`,
    };
  });
  return toChannel(
    [
      headingOf(content, soFar.round, question),
      ...task(presentation),
      ...meters,
      text(howManyRight(right, all)),
      ...rightAndWhy(form, rationale),
      text(`To check it, read: ${sources.join('; ')}.`),
    ],
    [...onward(soFar, question), ...sourceLinks(sources)],
  );
}

const headingOf = (content: Content, { questions }: Round, { number, concept }: RoundQuestion): Block =>
  heading(`Question ${number} of ${questions}: ${titleOf(content, concept)}`);

function howManyRight(right: number, all: number): string {
  if (all === 0) return 'Nobody responded.';
  return `${right} of ${all} ${right === 1 ? 'was' : 'were'} right.`;
}

/** What comes after the question put last; after any other the round has gone on already. */
function onward(soFar: RoundSoFar, { number }: RoundQuestion): readonly Choice[] {
  const { round } = soFar;
  if (round.endedAt !== undefined || number !== lastOf(soFar).number) return [];
  const ref = refTo(round.id, number);
  return [number < round.questions ? button('Next question', `/round next ${ref}`) : results(ref)];
}

/** @param ref of the round that it ends */
export const results = (ref: string): Choice => button('Results', `/round end ${ref}`);
