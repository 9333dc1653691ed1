import type { Presentation } from '../items/presentation.ts';
import type { Memory } from '../learning/memory.ts';
import { type Context, titleOf } from './command.ts';
import { evidence } from './evidence.ts';
import { type Block, button, fieldsOf, type Reply, reply, text } from './reply.ts';
import { saidAndRight, saidField } from './response-fields.ts';
import { spanInWords } from './span-words.ts';
import type { Review } from './store/reviews.ts';

const VERDICTS = { correct: 'Right.', partial: 'Partly right.', incorrect: 'Not right.' } as const;

/**
 * What a learner hears at once: right or not, what they said, what was right if they missed it, why, and when the
 * concept comes back.
 */
export function feedback(context: Context, presentation: Presentation, review: Review, memory: Memory): Reply {
  const { verdict, concept } = review;
  const { form, rationale } = presentation;
  const back = memory.due - context.now;
  const when = back > 0 ? `in ${spanInWords(back)}` : 'now';
  const told = reply(
    [
      { kind: 'verdict', verdict, text: VERDICTS[verdict] },
      ...(verdict === 'correct'
        ? [fieldsOf([saidField(form, review.response)]), text(rationale)]
        : saidAndRight(form, review.response, rationale)),
      ...mistaken(presentation, review),
      ...(presentation.supposes
        ? [text('The world of the question has now come to that point: look for yourself.')]
        : []),
      text(`"${titleOf(context.content, concept)}" comes back ${when}.`),
    ],
    [button('Why?', '/why'), ...evidence(presentation), button('Next question', '/quiz')],
  );
  return { ...told, closes: true };
}

/** For each misconception that the response showed: the belief, and what is so. */
export function mistaken({ misconceptions }: Presentation, { misconceptions: shown }: Review): readonly Block[] {
  return [...new Set(shown)].flatMap((id) => {
    const found = misconceptions[id];
    if (!found) return [];
    return [text(`Your response fits a common belief: "${found.belief.replace(/\.$/, '')}". In fact: ${found.truth}`)];
  });
}
