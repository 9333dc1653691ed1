import type { Instant } from '../../base/time.ts';
import { postKey } from '../posts/drawer.ts';
import { logOfMany } from '../rounds/log-of-many.ts';
import type { Closing, PromptResponse, PutPrompt, Schedule } from '../store/daily.ts';
import type { NewPost } from '../store/posts.ts';
import type { PutAndReviewed } from '../store/reviews.ts';

/** The posts of one schedule follow each other: a reveal comes before the prompt after it. */
export const queueOf = ({ id }: Pick<Schedule, 'id'>): string => `daily:${id}`;

/** What follows when a prompt of a channel closes: a review for everybody who responded, and the reveal in the place of the prompt. */
export const closingOf =
  (schedule: Schedule, at: Instant): Closing =>
  (prompt, responses) => ({
    reviews: reviewsOf(schedule, prompt, responses),
    posts: [reveal(schedule, prompt, at)],
  });

function reviewsOf(
  { to }: Schedule,
  { id, item, concept, body, at: putAt }: PutPrompt,
  responses: readonly PromptResponse[],
): readonly PutAndReviewed[] {
  const { platform, space } = to;
  const where = { platform, space, ...(to.kind === 'channel' && { channel: to.channel }) };
  return logOfMany({ id, item, concept, body, putAt, origin: 'daily', where }, responses);
}

const reveal = (schedule: Schedule, { id, post }: PutPrompt, dueAt: Instant): NewPost => ({
  key: postKey('daily', id, 'reveal'),
  queue: queueOf(schedule),
  to: schedule.to,
  replaces: post,
  dueAt,
});
