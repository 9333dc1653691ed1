import type { Instant } from '../base/time.ts';

/** What of a review says whether it has to be made good. */
export interface JudgedReview {
  readonly concept: string;
  readonly item: string;
  readonly verdict: 'correct' | 'partial' | 'incorrect';
  /** Those that the response showed, by id. */
  readonly misconceptions: readonly string[];
  readonly at: Instant;
}

/**
 * What was missed and has not been made good since, in a log that is oldest first: of each concept whose last response
 * was not right, that one; the one missed longest ago first, so that one missed again comes after the others.
 */
export function missedIn<Review extends JudgedReview>(reviews: readonly Review[]): readonly Review[] {
  const last = new Map(reviews.map((review) => [review.concept, review]));
  return reviews.filter((review) => review.verdict !== 'correct' && last.get(review.concept) === review);
}
