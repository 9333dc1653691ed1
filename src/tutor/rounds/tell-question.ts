import { type Content, titleOf } from '../command.ts';
import { counted } from '../names.ts';
import { refTo } from '../numbered-ref.ts';
import { task } from '../put-item.ts';
import { type Block, button, heading, type Reply, text, toChannel } from '../reply.ts';
import { sourceLinks } from '../source-link.ts';
import type { Round, RoundQuestion } from '../store/rounds.ts';
import { pressed, type Tally } from './tally.ts';
import { asked, letterButtons, reason, tallyMeters } from './tell-to-many.ts';

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

function howManyRight({ right, all }: Tally): string {
  if (all === 0) return 'Nobody responded.';
  return `${right} of ${counted(all, 'response')} ${right === 1 ? 'was' : 'were'} right.`;
}
