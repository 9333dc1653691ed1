import type { Presentation } from '../items/presentation.ts';
import { justOvercome } from '../learning/misconceptions.ts';
import { type Block, text } from './reply.ts';
import type { BriefReview, Review } from './store/reviews.ts';

/**
 * What there is to say of a response beyond what was right: that a mistake one was sure of is well worth having
 * corrected (Butterfield & Metcalfe 2001), and that a belief held until now is overcome.
 * @param log the learner's, oldest first, with this review
 */
export function remarks(presentation: Presentation, review: Review, log: readonly BriefReview[]): readonly Block[] {
  const place = log.findIndex(({ presentation: id }) => id === review.presentation);
  const overcome = justOvercome(log.slice(0, place + 1)).flatMap((id) => presentation.misconceptions[id] ?? []);
  return [
    ...(review.sure && review.verdict === 'incorrect' ? [text(SURE)] : []),
    ...overcome.map(({ belief }) =>
      text(
        `You have overcome a belief that you held: "${belief.replace(/\.$/, '')}". Twice, on two days, it could have led you astray, and did not.`,
      ),
    ),
  ];
}

const SURE =
  'You were sure, and that is no harm: a mistake that one was sure of, once corrected, is the kind that stays away.';
