import type { Instant } from '../../base/time.ts';
import { grade } from '../../items/grade.ts';
import { ratingOf } from '../../learning/rating.ts';
import type { LearnerId } from '../store/account.ts';
import { ofMany, type StoredPresentation } from '../store/presentations.ts';
import type { PutAndReviewed } from '../store/reviews.ts';
import { readPresentation } from '../stored.ts';

/** A question that was put to many at once; `id` is its own, and none of theirs. */
export type PutToMany = Pick<StoredPresentation, 'id' | 'item' | 'concept' | 'body' | 'putAt' | 'origin' | 'where'>;

/** What is logged for each who responded to it: the response that counts is the last, and when it was given is when it was learned from. */
export function logOfMany(
  question: PutToMany,
  responses: readonly { readonly learner: LearnerId; readonly response: string; readonly at: Instant }[],
): readonly PutAndReviewed[] {
  const { item, concept } = question;
  const { form, version, misconceptions: named } = readPresentation(question.body);
  const of = { item, ...(version !== undefined && { version }), concept };
  const offered = Object.keys(named);
  return responses.map(({ learner, response, at }) => {
    const verdict = grade(form, response);
    if (verdict.kind === 'unreadable') throw new Error(`a response is no option of ${question.id}`);
    const { kind, score, misconceptions } = verdict;
    const id = ofMany(question.id, learner);
    const judged = { verdict: kind, score, misconceptions, offered, rating: ratingOf(kind), hints: 0 };
    return {
      presentation: { ...question, id, learner, hints: 0 },
      review: { presentation: id, learner, ...of, response, ...judged, at },
    };
  });
}
