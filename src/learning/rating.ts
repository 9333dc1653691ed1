import type { Rating } from './memory.ts';

const RATINGS = { incorrect: 'again', partial: 'hard', correct: 'good' } as const;

/**
 * How much a verdict says of the memory.
 * Never `easy`: that is a learner's own word for how it felt, and nobody is asked. A quick right response may be
 * a guess or a familiar wording, so what is easy shows itself only by being right again after longer intervals.
 * `partial` is `hard` and not `again`: something was recalled, which FSRS takes `again` to deny.
 */
export const ratingOf = (verdict: 'correct' | 'partial' | 'incorrect'): Rating => RATINGS[verdict];
