import { type DurationMs, later } from '../../base/time.ts';
import { heldIn } from '../../learning/misconceptions.ts';
import { missedIn } from '../../learning/missed.ts';
import { type Context, declare } from '../command.ts';
import { askable, itemAbout, type Picked } from '../pick-item.ts';
import { putQuestion } from '../put-question.ts';
import { button, notice, type Reply } from '../reply.ts';
import { spanInWords } from '../span-words.ts';
import type { Review } from '../store/reviews.ts';

export const review = declare({
  name: 'review',
  summary: 'Try again what you missed and have not made good yet.',
  options: { since: { type: 'duration', about: 'how long ago at most, such as 7d; however long unless you say' } },
  examples: ['/review', '/review 7d'],
  async handle(context, { since }) {
    const { store, learner, now, content, newSeed } = context;
    const reviews = await store.reviews(learner);
    const concepts = new Set(askable(content).map(({ id }) => id));
    const missed = missedIn(reviews).filter(({ concept }) => concepts.has(concept));
    const [first] = since === undefined ? missed : missed.filter(({ at }) => at >= later(now, -since));
    if (!first) return nothingTo(reviews, missed, since);
    const seed = newSeed();
    const picked = await pickFor(context, first, heldIn(reviews), seed);
    return picked ? putQuestion(context, picked, seed) : nothingTo(reviews, missed, since);
  },
});

/** Another item of what was missed, if there is one, and one that shows whether what was believed still is. */
async function pickFor(
  context: Context,
  { concept, item: missed, misconceptions }: Review,
  held: ReadonlySet<string>,
  seed: number,
): Promise<Picked | undefined> {
  const shown = new Set(misconceptions);
  const item = await itemAbout(context, concept, seed, shown.size > 0 ? shown : held, missed);
  return item && { item, reason: 'missed', prefer: shown.union(held) };
}

const next = button('Next question', '/quiz');

function nothingTo(reviews: readonly Review[], missed: readonly Review[], since: DurationMs | undefined): Reply {
  if (reviews.length === 0) return notice('You have not responded to any question yet. `/quiz` gets you one.', [next]);
  if (missed.length > 0 && since !== undefined)
    return notice(`Nothing that you missed in the last ${spanInWords(since)} is left. Something older is.`, [
      button('Review that', '/review'),
      next,
    ]);
  const hasMissed = reviews.some(({ verdict }) => verdict !== 'correct');
  return notice(
    hasMissed
      ? 'There is nothing to review: what you missed, you have got right since.'
      : 'There is nothing to review: you have missed nothing so far.',
    [next],
  );
}
