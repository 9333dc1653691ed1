import type { Instant } from '../../base/time.ts';
import { grade } from '../../items/grade.ts';
import { ratingOf } from '../../learning/rating.ts';
import { ofMany } from '../store/presentations.ts';
import type { PutAndReviewed } from '../store/reviews.ts';
import type { Closing, Mover, Round, RoundQuestion, RoundResponse } from '../store/rounds.ts';
import type { RoundSoFar } from './find-round.ts';
import { revealPost } from './round-posts.ts';
import { pressed } from './tally.ts';

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
  round: Round,
  question: RoundQuestion,
  responses: readonly RoundResponse[],
): readonly PutAndReviewed[] {
  const { platform, space, channel } = round;
  const { number, item, concept, body, putAt } = question;
  const { form, misconceptions: named } = pressed(question);
  const offered = Object.keys(named);
  return responses
    .filter((response) => response.number === number)
    .map(({ learner, response, at }) => {
      const verdict = grade(form, response);
      if (verdict.kind === 'unreadable') throw new Error(`${response} is no option of ${round.id}.${number}`);
      const { kind, score, misconceptions } = verdict;
      const id = ofMany(`${round.id}.${number}`, learner);
      const put = { id, learner, item, concept, body, putAt, origin: 'round', hints: 0 } as const;
      const judged = { verdict: kind, score, misconceptions, offered, rating: ratingOf(kind), hints: 0 };
      return {
        presentation: { ...put, where: { platform, space, channel } },
        review: { presentation: id, learner, item, concept, response, ...judged, at },
      };
    });
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
