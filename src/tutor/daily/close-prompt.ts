import type { Instant } from '../../base/time.ts';
import { grade } from '../../items/grade.ts';
import { ratingOf } from '../../learning/rating.ts';
import { postKey } from '../posts/drawer.ts';
import type { Closing, PromptResponse, PutPrompt, Schedule } from '../store/daily.ts';
import type { NewPost } from '../store/posts.ts';
import { ofMany } from '../store/presentations.ts';
import type { PutAndReviewed } from '../store/reviews.ts';
import { readPresentation } from '../stored.ts';

/** The posts of one schedule follow each other: a reveal comes before the prompt after it. */
export const queueOf = ({ id }: Pick<Schedule, 'id'>): string => `daily:${id}`;

/** What follows when a prompt of a channel closes: a review for everybody who responded, and the reveal in the place of the prompt. */
export const closingOf =
  (schedule: Schedule, at: Instant): Closing =>
  (prompt, responses) => ({
    reviews: responses.flatMap((response) => reviewed(schedule, prompt, response)),
    posts: [reveal(schedule, prompt, at)],
  });

/** The response that counts is the last; when it was given is when it was learned from. */
function reviewed(
  { to }: Schedule,
  { id: prompt, item, concept, body, at: putAt }: PutPrompt,
  { learner, response, at }: PromptResponse,
): readonly PutAndReviewed[] {
  const { form, misconceptions: named } = readPresentation(body);
  const verdict = grade(form, response);
  if (verdict.kind === 'unreadable') return [];
  const { kind, score, misconceptions } = verdict;
  const { platform, space } = to;
  const where = { platform, space, ...(to.kind === 'channel' && { channel: to.channel }) };
  const id = ofMany(prompt, learner);
  const offered = Object.keys(named);
  const judged = { verdict: kind, score, misconceptions, offered, rating: ratingOf(kind), hints: 0 };
  return [
    {
      presentation: { id, learner, item, concept, body, putAt, origin: 'daily', hints: 0, where },
      review: { presentation: id, learner, item, concept, response, ...judged, at },
    },
  ];
}

const reveal = (schedule: Schedule, { id, post }: PutPrompt, dueAt: Instant): NewPost => ({
  key: postKey('daily', id, 'reveal'),
  queue: queueOf(schedule),
  to: schedule.to,
  replaces: post,
  dueAt,
});
