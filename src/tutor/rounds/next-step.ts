import { type Instant, instant, later } from '../../base/time.ts';
import type { StoredPost } from '../store/posts.ts';
import type { RoundQuestion } from '../store/rounds.ts';
import type { RoundSoFar } from './find-round.ts';
import { timeToReadReveal } from './reading-time.ts';
import { pressed } from './tally.ts';

/** What the clock brings next in a round. */
export type Step =
  | { readonly kind: 'set-deadline'; readonly number: number; readonly closesAt: Instant }
  | { readonly kind: 'close'; readonly number: number }
  | { readonly kind: 'set-onward'; readonly number: number; readonly at: Instant }
  | { readonly kind: 'put' }
  | { readonly kind: 'end' }
  /** As a question could not be posted. */
  | { readonly kind: 'pause' };

/**
 * What is due in a round at a moment; undefined if nothing is. A question's time begins when its message stands in the
 * channel, and so does the time to read a reveal, or once more when a pause ends.
 * @param posts the posts that tell of the question put last, and of its reveal
 */
export function nextStep(
  { round, questions }: RoundSoFar,
  posts: { readonly question?: StoredPost | undefined; readonly reveal?: StoredPost | undefined },
  now: Instant,
): Step | undefined {
  const { pace, paused, endedAt } = round;
  const last = questions.at(-1);
  if (pace.kind === 'host' || paused || endedAt !== undefined || !last) return undefined;
  const due = questions.find((question) => isOpen(question) && isPast(question.closesAt, now));
  if (due) return { kind: 'close', number: due.number };
  const begins = (post: StoredPost) => instant(Math.max(post.settledAt ?? 0, round.resumedAt ?? 0));
  if (pace.kind === 'open') return questions.some(isOpen) || now < pace.until ? undefined : { kind: 'end' };
  if (isOpen(last)) {
    if (last.closesAt !== undefined || !posts.question?.settled) return undefined;
    if (posts.question.settled.kind !== 'posted') return { kind: 'pause' };
    const closesAt = later(begins(posts.question), last.leftMs ?? last.paceMs ?? pace.ms);
    return { kind: 'set-deadline', number: last.number, closesAt };
  }
  if (last.onwardAt === undefined) {
    if (!posts.reveal?.settled) return undefined;
    const at = later(begins(posts.reveal), last.leftMs ?? timeToReadReveal(pressed(last)));
    return { kind: 'set-onward', number: last.number, at };
  }
  if (now < last.onwardAt) return undefined;
  return last.number < round.questions ? { kind: 'put' } : { kind: 'end' };
}

const isOpen = ({ revealedAt }: Pick<RoundQuestion, 'revealedAt'>): boolean => revealedAt === undefined;
const isPast = (at: Instant | undefined, now: Instant): boolean => at !== undefined && at <= now;
