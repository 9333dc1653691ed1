import { DAY, type Instant, isWithin, type Stretch } from '../base/time.ts';

/** What scoring needs to know of a review. Lists of these are oldest first. */
export interface ScoredReview {
  readonly concept: string;
  readonly verdict: 'correct' | 'partial' | 'incorrect';
  /** 0 to 1. */
  readonly score: number;
  /** How many hints were taken before responding. */
  readonly hints: number;
  readonly at: Instant;
}

/** How many responses there were, and how many of them were right at first try. */
export interface Recall {
  readonly responses: number;
  readonly recalled: number;
}

export interface ConceptScore {
  readonly concept: string;
  readonly responses: number;
  readonly correct: number;
  readonly firstTry: ScoredReview['verdict'];
  readonly lastVerdict: ScoredReview['verdict'];
  readonly mastered: boolean;
}
export interface Scores {
  /** In the order in which they were first asked. */
  readonly concepts: readonly ConceptScore[];
  readonly responses: number;
  readonly correct: number;
  /** The sum of all scores: what partial responses earned counts here. */
  readonly points: number;
  readonly mastered: number;
}

/** What a log of reviews comes to, concept by concept and in all. */
export function scoresOf(reviews: readonly ScoredReview[]): Scores {
  const byConcept = Map.groupBy(reviews, ({ concept }) => concept);
  const concepts = [...byConcept].flatMap(([concept, own]) => scoreOf(concept, own));
  return {
    concepts,
    responses: reviews.length,
    correct: countCorrect(reviews),
    points: reviews.reduce((sum, { score }) => sum + score, 0),
    mastered: concepts.filter(({ mastered }) => mastered).length,
  };
}

/**
 * Whether the reviews of one concept, oldest first, show that it is mastered: the last three are correct and were not
 * all made on the same UTC day.
 * Three, because one or two right picks among four options are too often luck (1 in 64 for three). Two days, because
 * what is right again minutes later was perhaps only still in mind. The last, so that forgetting takes it away again.
 * UTC, because the log knows no learner's own midnight, and this must not change when somebody travels.
 */
export function isMastered(reviewsOfConcept: readonly ScoredReview[]): boolean {
  const times = reviewsOfConcept
    .slice(-MASTERY_REVIEWS)
    .flatMap(({ verdict, at }) => (verdict === 'correct' ? [at] : []));
  return isMasteredBy({ right: times.length, earliest: Math.min(...times), latest: Math.max(...times) });
}

/** So many of the last reviews have to be right. */
export const MASTERY_REVIEWS = 3;

/** The same, told by how many of those last reviews are right, and when the earliest and latest of the right ones were. */
export const isMasteredBy = (last: { readonly right: number; readonly earliest: number; readonly latest: number }) =>
  last.right === MASTERY_REVIEWS && Math.floor(last.earliest / DAY) < Math.floor(last.latest / DAY);

/**
 * Whether a response was right at first try: right, and without a hint. A question takes one response, so that there
 * is no second try at the same; what was partly right, or right with help, is not what recall is.
 */
export const isRecalled = ({ verdict, hints }: Pick<ScoredReview, 'verdict' | 'hints'>): boolean =>
  verdict === 'correct' && hints === 0;

export const recallOf = (reviews: readonly ScoredReview[]): Recall => ({
  responses: reviews.length,
  recalled: reviews.filter(isRecalled).length,
});

/** Recall concept by concept, of the reviews made within a stretch of time; concepts without any are absent. */
export function recallByConcept(reviews: readonly ScoredReview[], within: Stretch): ReadonlyMap<string, Recall> {
  const counted = reviews.filter(({ at }) => isWithin(within, at));
  const byConcept = Map.groupBy(counted, ({ concept }) => concept);
  return new Map([...byConcept].map(([concept, own]) => [concept, recallOf(own)]));
}

/** The part of all responses that was right at first try, 0 to 1; 0 if there were none. */
export const shareOf = ({ responses, recalled }: Recall): number => (responses === 0 ? 0 : recalled / responses);

const countCorrect = (reviews: readonly ScoredReview[]): number =>
  reviews.filter(({ verdict }) => verdict === 'correct').length;

function scoreOf(concept: string, reviews: readonly ScoredReview[]): ConceptScore[] {
  const [first, last] = [reviews.at(0), reviews.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    {
      concept,
      responses: reviews.length,
      correct: countCorrect(reviews),
      firstTry: first.verdict,
      lastVerdict: last.verdict,
      mastered: isMastered(reviews),
    },
  ];
}
