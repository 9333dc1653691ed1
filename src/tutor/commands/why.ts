import { type AboutQuestion, aboutQuestion } from '../about-question.ts';
import { type Context, declare } from '../command.ts';
import { responseChoices } from '../put-item.ts';
import { button, heading, notice, type Reply, reply, text } from '../reply.ts';
import { reportAside } from '../reports/keep-report.ts';
import { shown } from '../shown.ts';
import { readPresentation } from '../stored.ts';
import { type Responded, reasonsAt, WHY_LABELS, WHY_LEVELS, type WhyLevel } from '../why-levels.ts';

export const why = declare({
  name: 'why',
  summary: 'Explain the last question, deeper each time: the reason, what shows it, the rule.',
  options: {
    presentation: { type: 'presentation', about: 'which question, as its button has it; the last one unless you say' },
    level: { type: 'integer', about: '1 for the reason, 2 for what shows it, 3 for the rule; the next unless you say' },
  },
  examples: ['/why', '/why 2'],
  async handle(context, { presentation: id, level }) {
    const { store, learner } = context;
    const put = await (id === undefined ? store.latestPresentation(learner) : store.presentation(learner, id));
    if (!put) return noQuestion(id);
    const review = await store.reviewOf(put.id);
    const presentation = readPresentation(put.body);
    if (!review) return notice(FIRST, responseChoices(put.id, presentation.form));
    const about = await aboutQuestion(store, learner, put.id);
    const responded = { put, presentation, review };
    if (level === undefined) return deeper(context, responded, about);
    const wanted = WHY_LEVELS.find((each) => each === level);
    if (wanted) return explain(context, responded, about, wanted);
    return notice(`There are three levels, 1 to 3, and none is ${level}.`, levels(about));
  },
});

const FIRST = 'Respond first, from memory: that is what makes it stick. Then ask me why.';
const nextQuestion = button('Next question', '/quiz');

function noQuestion(id: string | undefined): Reply {
  if (id !== undefined) return notice(`You have no question ${shown(`#${id}`)}.`, [nextQuestion]);
  return notice('I have not asked you anything yet. `/quiz` gets you a question.', [nextQuestion]);
}

const levels = (about: AboutQuestion) => WHY_LEVELS.map((each) => about(WHY_LABELS[each], '/why', `${each}`));

/** The first level that was not shown yet; after the last, the way back to each. */
async function deeper(context: Context, responded: Responded, about: AboutQuestion): Promise<Reply> {
  const { put } = responded;
  const seen = await context.store.askedWhy(put.id, put.learner);
  const next = WHY_LEVELS.find((each) => !seen.includes(each));
  if (next) return explain(context, responded, about, next);
  return reply(
    [
      heading('Why'),
      text('That is the ground: below the rule and its sources there is nothing more. You can go back to each level.'),
    ],
    [...levels(about), about('Run it myself', '/world question'), nextQuestion],
  );
}

/** Shows a level, and keeps that it was shown. */
async function explain(context: Context, responded: Responded, about: AboutQuestion, level: WhyLevel): Promise<Reply> {
  const { put, presentation } = responded;
  const { blocks, links } = await reasonsAt(context, responded, level);
  await context.store.addAskedWhy(put.id, put.learner, level, context.now);
  const below = WHY_LEVELS.filter((each) => each === level + 1);
  return reply(blocks, [
    ...below.map((each) => about(WHY_LABELS[each], '/why', `${each}`)),
    ...(presentation.evidence.length > 0 ? [about('Run it myself', '/world question')] : []),
    reportAside('report', put.id, about),
    nextQuestion,
    ...links,
  ]);
}
