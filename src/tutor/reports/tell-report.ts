import { assertNever } from '../../base/result.ts';
import { formatInstant } from '../../base/time.ts';
import type { PresentedForm } from '../../items/presentation.ts';
import type { Context } from '../command.ts';
import { counted } from '../names.ts';
import { task } from '../put-item.ts';
import {
  type Block,
  button,
  type Choice,
  type Field,
  fieldsOf,
  heading,
  people,
  type Reply,
  reply,
  text,
} from '../reply.ts';
import { rightField, saidField } from '../response-fields.ts';
import { SHOWN } from '../settings/settings.ts';
import { learnerSubject, settled } from '../settings/settled.ts';
import { quoted } from '../shown.ts';
import type { Review } from '../store/reviews.ts';
import { person } from '../venue.ts';
import type { QueuedReport } from './queued-report.ts';

/**
 * One report as organisers see it: the question as it was put with the key marked, what a learner said, how it was
 * judged, and their words. It names nobody who has not let themselves be shown.
 * @param before what is said first, of the report settled just now
 */
export async function tellReport(
  context: Context,
  queue: readonly QueuedReport[],
  place: number,
  before: readonly Block[] = [],
): Promise<Reply> {
  const queued = queue[place];
  if (!queued) throw new Error(`no report ${place} of ${queue.length}`);
  const { report, presentation } = queued;
  const kind = report.kind === 'appeal' ? 'Appeal' : 'Report';
  const told = reply(
    [
      ...before,
      heading(`${kind}, ${place + 1} of ${queue.length} open`),
      ...task(presentation),
      ...optionsWithKey(presentation.form),
      fieldsOf([...judged(queued), ...itsSource(queued)]),
      ...(await from(context, queued)),
      text(report.words.length === 0 ? WORDS_GONE : report.words.map(quoted).join('\n')),
    ],
    choicesFor(queue, place),
  );
  return { ...told, replaces: true };
}

const WORDS_GONE = 'What was said has been deleted by who said it.';

function optionsWithKey(form: PresentedForm): readonly Block[] {
  switch (form.kind) {
    case 'single-choice':
    case 'true-false':
      return [marked(form.options, [form.key])];
    case 'select-all':
      return [marked(form.options, form.key)];
    case 'order':
      return [marked(form.options, []), fieldsOf([rightField(form)])];
    case 'typed':
      return [fieldsOf([rightField(form)])];
    default:
      return assertNever(form);
  }
}

const marked = (options: readonly { readonly text: string }[], key: readonly number[]): Block => ({
  kind: 'options',
  options: options.map((option, place) => (key.includes(place) ? `${option.text} (right)` : option.text)),
});

const VERDICTS: Readonly<Record<Review['verdict'], string>> = {
  correct: 'right',
  partial: 'partly right',
  incorrect: 'not right',
};

function judged({ presentation: { form }, review, put }: QueuedReport): readonly Field[] {
  const hints = put.hints > 0 ? [{ name: 'Hints', value: counted(put.hints, 'hint') }] : [];
  if (!review) return [{ name: 'A learner said', value: 'nothing yet' }, ...hints];
  const { value } = saidField(form, review.response);
  return [{ name: 'A learner said', value }, { name: 'Judged', value: VERDICTS[review.verdict] }, ...hints];
}

const itsSource = ({ presentation: { item, pack }, report }: QueuedReport): readonly Field[] => [
  { name: 'Question', value: `\`${item}\` of the pack \`${pack}\`` },
  { name: 'Reported', value: `${formatInstant(report.at).slice(0, 16)} UTC` },
];

async function from({ store }: Context, { report }: QueuedReport): Promise<readonly Block[]> {
  const isShown = (await settled(store, learnerSubject(report.learner))).value(SHOWN);
  return isShown && report.user !== undefined ? [people('From', [person(report.user)])] : [];
}

function choicesFor(queue: readonly QueuedReport[], place: number): readonly Choice[] {
  const { id, kind } = queue[place]?.report ?? { id: '', kind: 'report' };
  return [
    ...(kind === 'appeal' ? [button('Accept the appeal', `/reports accept #${id}`)] : []),
    button('Settle: right as it is', `/reports right #${id}`),
    button('Settle: will be mended', `/reports mend #${id}`),
    ...(queue.length > 1 ? [button('Next', `/reports next #${id}`)] : []),
    button('Export all', '/reports export'),
  ];
}
