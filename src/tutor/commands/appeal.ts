import { aboutQuestion } from '../about-question.ts';
import { type Context, declare } from '../command.ts';
import { responseChoices } from '../put-item.ts';
import { button, type Choice, fieldsOf, notice, type Reply, reply, text } from '../reply.ts';
import { keepReport, reportForm } from '../reports/keep-report.ts';
import { rightField, saidField } from '../response-fields.ts';
import { shown } from '../shown.ts';
import type { StoredPresentation } from '../store/presentations.ts';
import { readPresentation } from '../stored.ts';

export const appeal = declare({
  name: 'appeal',
  summary: 'Say that what you typed means what is right, though it was judged not to.',
  options: {
    presentation: { type: 'presentation', about: 'which question, as its button has it; the last one unless you say' },
    meant: { type: 'text', about: 'what you meant, and why that is right' },
  },
  examples: ['/appeal I meant the same company by its old name'],
  async handle(context, { presentation: id, meant }) {
    const { store, learner } = context;
    const put = await (id === undefined ? store.latestPresentation(learner) : store.presentation(learner, id));
    if (!put) {
      const none = id === undefined ? 'I have not asked you anything yet.' : `You have no question ${shown(`#${id}`)}.`;
      return notice(none, [nextQuestion]);
    }
    return (
      (await whyNoAppeal(context, put)) ??
      (meant === undefined ? ask(context, put) : keepReport(context, 'appeal', put, meant))
    );
  },
});

const nextQuestion = button('Next question', '/quiz');

/** Why there is nothing to appeal against; undefined if there is. */
async function whyNoAppeal(context: Context, put: StoredPresentation): Promise<Reply | undefined> {
  const { store, learner } = context;
  const { form } = readPresentation(put.body);
  const review = await store.reviewOf(put.id);
  const about = await aboutQuestion(store, learner, put.id);
  const instead: readonly Choice[] = [about('Report', '/report'), about('Why?', '/why', '1'), nextQuestion];
  if (!review)
    return notice(
      'You have not responded to that question yet, so there is nothing to appeal against.',
      responseChoices(put.id, form),
    );
  if (review.verdict === 'correct') return notice('That counts as right already.', [nextQuestion]);
  if (form.kind !== 'typed')
    return notice(
      'An appeal is about what you typed, and this question had options to choose from. If it is wrong, report it.',
      instead,
    );
  return undefined;
}

/** What was graded against what, and the form. */
async function ask({ store }: Context, put: StoredPresentation): Promise<Reply> {
  const { stem, form } = readPresentation(put.body);
  const review = await store.reviewOf(put.id);
  const said = review ? [saidField(form, review.response), rightField(form)] : [];
  return reply(
    [text(stem), fieldsOf(said), text('Say what you meant, and why that is right.')],
    [reportForm('appeal', put.id), nextQuestion],
  );
}
