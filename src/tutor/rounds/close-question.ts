import type { Instant } from '../../base/time.ts';
import type { PutAndReviewed } from '../store/reviews.ts';
import type { Closing, Mover, Round, RoundQuestion, RoundResponse } from '../store/rounds.ts';
import type { RoundSoFar } from './find-round.ts';
import { logOfMany } from './log-of-many.ts';
import { revealPost } from './round-posts.ts';

/** How a question is closed at a moment: whoever responded has that logged, unless the question was skipped. */
export const closing = (
  soFar: RoundSoFar,
  question: RoundQuestion,
  at: Instant,
  mover: Mover,
  isSkipped = false,
): Closing => ({
  ...{ round: soFar.round.id, number: question.number, at, mover, isSkipped },
  post: revealPost(soFar.round, question.number, at),
  outcome: (responses) => ({
    reviews: isSkipped ? [] : reviewsOf(soFar.round, question, responses),
    ...(mover === 'clock' && isLeftAlone(soFar, question.number, responses) && { pause: 'idle' }),
  }),
});

function reviewsOf(
  { id, platform, space, channel }: Round,
  { number, item, concept, body, putAt }: RoundQuestion,
  responses: readonly RoundResponse[],
): readonly PutAndReviewed[] {
  const where = { platform, space, channel };
  return logOfMany(
    { id: `${id}.${number}`, item, concept, body, putAt, origin: 'round', where },
    responses.filter((response) => response.number === number),
  );
}

/** How many questions in a row nobody has to respond to before a timed round waits for its host. */
const ALONE = 2;

/** Whether nobody has responded to this question and the one before; after a pause two more are tried. */
export function isLeftAlone(
  { round, questions }: RoundSoFar,
  number: number,
  responses: readonly Pick<RoundResponse, 'number'>[],
): boolean {
  if (round.pace.kind !== 'timed' || number >= round.questions) return false;
  const put = questions.filter((question) => question.number <= number && !question.isSkipped);
  const last = put.findLastIndex((question) => responses.some((each) => each.number === question.number));
  const alone = put.length - 1 - last;
  return alone > 0 && alone % ALONE === 0;
}
