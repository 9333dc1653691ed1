import { formatInstant } from '../../base/time.ts';
import { type Context, declare, titleOf } from '../command.ts';
import { button, fieldsOf, heading, notice, type Reply, reply, text } from '../reply.ts';
import { keepReport, reportForm } from '../reports/keep-report.ts';
import { STATES } from '../reports/report-words.ts';
import { quoted, shown } from '../shown.ts';
import type { StoredPresentation } from '../store/presentations.ts';
import type { Report } from '../store/reports.ts';
import { readPresentation } from '../stored.ts';

export const report = declare({
  name: 'report',
  summary: 'Say what is wrong with a question; alone, show what became of your reports.',
  options: {
    presentation: { type: 'presentation', about: 'which question, as its button has it; the last one unless you say' },
    wrong: { type: 'text', about: 'what is wrong with it' },
  },
  examples: ['/report', '/report two of the options are right'],
  async handle(context, { presentation: id, wrong }) {
    const { store, learner } = context;
    const put = await (id === undefined ? store.latestPresentation(learner) : store.presentation(learner, id));
    if (!put && id !== undefined) return notice(`You have no question ${shown(`#${id}`)}.`, [nextQuestion]);
    if (wrong === undefined) return id !== undefined && put ? sayWhat(put) : myReports(context, put);
    if (!put) return notice('I have not asked you anything yet, so there is nothing to report.', [nextQuestion]);
    return keepReport(context, 'report', put, wrong);
  },
});

const nextQuestion = button('Next question', '/quiz');

/** Which question it would be about, and the form. */
const sayWhat = ({ id, body }: StoredPresentation): Reply =>
  reply(
    [text(`Say what is wrong with this question: ${readPresentation(body).stem}`)],
    [reportForm('report', id), nextQuestion],
  );

const MOST_SHOWN = 8;

/** The latest reports and appeals with what became of each. */
async function myReports(context: Context, put: StoredPresentation | undefined): Promise<Reply> {
  const mine = (await context.store.reportsBy(context.learner)).toReversed();
  const form = put ? [reportForm('report', put.id)] : [];
  const last = put ? [text(`Something may be wrong with the last question: ${readPresentation(put.body).stem}`)] : [];
  if (mine.length === 0) return reply([text('You have not reported anything.'), ...last], [...form, nextQuestion]);
  const fields = await Promise.all(mine.slice(0, MOST_SHOWN).map((each) => fieldFor(context, each)));
  const older = mine.length - fields.length;
  const more = older > 0 ? [text(`And ${older.toLocaleString('en-US')} before these.`)] : [];
  return reply([heading('Your reports'), fieldsOf(fields), ...more, ...last], [...form, nextQuestion]);
}

async function fieldFor({ store, content, learner }: Context, { kind, presentation, words, at, outcome }: Report) {
  const put = await store.presentation(learner, presentation);
  const about = put ? `, "${titleOf(content, put.concept)}"` : '';
  const name = `${formatInstant(at).slice(0, 10)}, ${kind}${about}`;
  return { name, value: [...words.map(quoted), STATES[outcome ?? 'open']].join('\n') };
}
