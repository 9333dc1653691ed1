import { assertNever } from '../../base/result.ts';
import { type Context, declare } from '../command.ts';
import { type Block, button, notice, type Reply, reply, text } from '../reply.ts';
import { exportOf } from '../reports/export-reports.ts';
import { openQueue, type QueuedReport } from '../reports/queued-report.ts';
import { tellReport } from '../reports/tell-report.ts';
import { shown } from '../shown.ts';

export const reports = declare({
  name: 'reports',
  summary: 'Go through what learners say is wrong with questions, and settle it.',
  options: {
    action: {
      type: 'choice',
      choices: ['next', 'right', 'mend', 'accept', 'export'],
      about: 'go on; settle it as right or as to be mended; accept an appeal; or get all as a file',
    },
    report: { type: 'presentation', about: 'which report, as its buttons have it; the oldest unless you say' },
  },
  examples: ['/reports', '/reports export'],
  isForOrganisers: true,
  async handle(context, { action, report: id }) {
    const queue = await openQueue(context);
    if (action === 'export') return queue.length === 0 ? empty() : reply([exportOf(queue)], [first]);
    const place = id === undefined ? 0 : queue.findIndex(({ report }) => report.id === id);
    if (action === undefined)
      return place === -1 ? settledBefore(context, queue, id ?? '') : from(context, queue, place);
    if (action === 'next') return from(context, queue, place + 1);
    const queued = queue[place];
    if (!queued) return id === undefined ? empty() : settledBefore(context, queue, id);
    return settle(context, queued, place, action);
  },
});

const first = button('To the oldest', '/reports');

const empty = (): Reply => notice('No report is open here.', [button('Help', '/help reports')]);

/** The report at a place of the queue; behind the last the queue begins again. */
async function from(
  context: Context,
  queue: readonly QueuedReport[],
  place: number,
  before: readonly Block[] = [],
): Promise<Reply> {
  if (queue.length === 0)
    return before.length > 0
      ? { ...reply([...before, text('No other report is open here.')]), replaces: true }
      : empty();
  return tellReport(context, queue, place % queue.length, before);
}

/** Settles it, unless another organiser was quicker, and goes on to the next, which then stands in its place. */
async function settle(
  context: Context,
  { report, presentation }: QueuedReport,
  place: number,
  outcome: 'right' | 'mend' | 'accept',
): Promise<Reply> {
  const { store, account, learner: by, now: at } = context;
  if (outcome === 'accept' && report.kind !== 'appeal')
    return notice('Only an appeal can be accepted, and this is a report. Settle it as right, or as to be mended.', [
      button('Show it', `/reports #${report.id}`),
    ]);
  const isSettled =
    outcome === 'accept'
      ? await store.acceptAppeal(account, report.id, { by, at })
      : await store.settleReport(account, report.id, { outcome, by, at });
  const queue = await openQueue(context);
  if (!isSettled) return settledBefore(context, queue, report.id);
  return from(context, queue, place, [text(`\`${presentation.item}\`: ${saidOf(outcome)}`)]);
}

function saidOf(outcome: 'right' | 'mend' | 'accept'): string {
  switch (outcome) {
    case 'right':
      return 'settled, the question is right as it is.';
    case 'mend':
      return 'settled, the learner is thanked, and told that it will be mended.';
    case 'accept':
      return "accepted, the response counts as right from now on, and the learner's memory follows.";
    default:
      return assertNever(outcome);
  }
}

async function settledBefore(context: Context, queue: readonly QueuedReport[], id: string): Promise<Reply> {
  const found = await context.store.report(context.account, id);
  if (!found) return notice(`There is no report ${shown(`#${id}`)} here.`, [first]);
  return from(context, queue, 0, [text('That report was settled already.')]);
}
