import { HOUR } from '../base/time.ts';
import { type Context, titleOf } from './command.ts';
import { button, notice, type Reply, reply, text } from './reply.ts';
import { shown } from './shown.ts';
import { spanInWords } from './span-words.ts';
import type { LoggedReview } from './store/reviews.ts';
import { JUDGED } from './verdict-words.ts';

/** Long enough to notice a slip of the thumb, too short to tidy up a bad day. */
const LONGEST = HOUR;

/** Takes back the last response to a question that the learner asked for, if it was just given. */
export async function withdrawResponse({ store, learner, now, content }: Context): Promise<Reply> {
  const last = await store.lastOwnReview(learner);
  if (!last) return notice(`You have not responded to any question of your own yet. ${GROUP}`, [next]);
  if (last.withdrawnAt !== undefined) return alreadyWithdrawn(last);
  const age = now - last.at;
  if (age > LONGEST)
    return notice(
      `Your last response was given ${spanInWords(age)} ago, and stays: one can be taken back for an hour.`,
      [next],
    );
  if (!(await store.withdraw(learner, last.presentation, now))) return alreadyWithdrawn(last);

  const { concept, response, verdict } = last;
  const memory = (await store.memories(learner)).get(concept);
  const wait = memory && memory.due - now;
  const back =
    wait === undefined ? 'is new to you again' : wait > 0 ? `comes back in ${spanInWords(wait)}` : 'comes back now';
  return reply(
    [
      text(`Taken back: your response ${shown(response)}, which was ${JUDGED[verdict]}.`),
      text(
        `It no longer counts in your own scores, nor for what you are said to believe; "${titleOf(content, concept)}" ${back}, as before it.`,
      ),
      text(
        'The question stays closed, since you have seen what is right. Boards still count it: else wrong responses could be taken off them.',
      ),
    ],
    [button('Another on that', `/quiz ${concept}`), next],
  );
}

const next = button('Next question', '/quiz');
const GROUP = 'What you respond in a round, or to a prompt of the day, is not taken back.';

const alreadyWithdrawn = ({ response }: LoggedReview): Reply =>
  notice(
    `Your last response, ${shown(response)}, is taken back already. Those before it stay: only the last can be. ${GROUP}`,
    [next],
  );
