import { declare } from '../command.ts';
import { evidence } from '../evidence.ts';
import { mistaken } from '../feedback.ts';
import { responseChoices } from '../put-item.ts';
import { button, heading, notice, reply, text } from '../reply.ts';
import { saidAndRight } from '../response-fields.ts';
import { sourceLinks } from '../source-link.ts';
import { readPresentation } from '../stored.ts';

const FIRST = 'Respond first, from memory: that is what makes it stick. Then ask me why.';
const nextQuestion = button('Next question', '/quiz');

export const why = declare({
  name: 'why',
  summary: 'Explain the last question: what was right, why, and where to check it.',
  options: {},
  examples: ['/why'],
  async handle({ store, learner }) {
    const put = await store.latestPresentation(learner);
    if (!put) return notice('I have not asked you anything yet. `/quiz` gets you a question.', [nextQuestion]);
    const review = await store.reviewOf(put.id);
    const presentation = readPresentation(put.body);
    if (!review) return notice(FIRST, responseChoices(put.id, presentation.form));
    const { stem, form, rationale, sources } = presentation;
    const seen = presentation.evidence.length > 0 ? ' Or look for yourself, in the world of the question:' : '';
    return reply(
      [
        heading('Why'),
        text(stem),
        ...saidAndRight(form, review.response, rationale),
        ...mistaken(presentation, review),
        text(`To check it, read: ${sources.join('; ')}.${seen}`),
      ],
      [...evidence(presentation), ...sourceLinks(sources), nextQuestion],
    );
  },
});
