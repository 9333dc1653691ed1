import { localDate } from '../../base/local-time.ts';
import type { Zone } from '../../base/zone.ts';
import { scoresOf } from '../../learning/scores.ts';
import type { Content } from '../command.ts';
import { counted } from '../names.ts';
import type { BriefReview } from '../store/reviews.ts';

/** How much a learner has practised so far, in a sentence; undefined if they have not. */
export function practiceWords({ concepts }: Content, reviews: readonly BriefReview[], zone: Zone): string | undefined {
  const [first] = reviews;
  if (!first) return undefined;
  const { responses, correct, mastered, concepts: met } = scoresOf(reviews);
  const days = new Set(reviews.map(({ at }) => localDate(zone, at))).size;
  const when = days === 1 ? `on ${localDate(zone, first.at)}` : `on ${days} days since ${localDate(zone, first.at)}`;
  const known = `${met.length} of ${counted(concepts.length, 'concept')} met, ${mastered} mastered`;
  return `${correct} of ${counted(responses, 'response')} right, ${when}; ${known}.`;
}
