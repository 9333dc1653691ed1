import { scoresOf } from '../../learning/scores.ts';
import { declare, titleOf } from '../command.ts';
import { counted } from '../names.ts';
import { type Block, button, heading, notice, reply, text } from '../reply.ts';

export const scores = declare({
  name: 'scores',
  summary: 'Show how you have done so far, concept by concept.',
  options: {},
  examples: ['/scores'],
  async handle({ store, learner, content }) {
    const reviews = await store.reviews(learner);
    if (reviews.length === 0)
      return notice('You have not responded to any question yet. `/quiz` gets you one.', [
        button('Next question', '/quiz'),
      ]);
    const { responses, correct, concepts } = scoresOf(reviews);
    const bars = concepts.map(
      (score): Block => ({
        kind: 'meter',
        label: titleOf(content, score.concept),
        share: score.correct / score.responses,
        text: `${score.correct} of ${score.responses} right${score.mastered ? ', mastered' : ''}`,
      }),
    );
    const met = `${concepts.length} of ${counted(content.concepts.length, 'concept')} met`;
    return reply(
      [heading('Your scores'), text(`${correct} of ${counted(responses, 'response')} right; ${met}.`), ...bars],
      [button('Next question', '/quiz'), button('Concepts', '/concepts')],
    );
  },
});
