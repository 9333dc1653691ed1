import { creditOf } from '../../labs/credit.ts';
import type { Lab } from '../../labs/lab.ts';
import { type Content, type Context, titleOf } from '../command.ts';
import { list } from '../names.ts';
import { type Block, button, type Choice, fields, heading, notice, type Reply, reply, text } from '../reply.ts';
import type { LabRun } from '../store/lab-runs.ts';
import { finishedIn, labButton, nextLab } from './next-lab.ts';

const MOST_SHOWN = 12;

/** All labs, each after those that it requires: what is done and how well, what is under way, what comes next. */
export async function listLabs({ store, learner, content }: Context): Promise<Reply> {
  const labs = [...content.labs.values()];
  if (labs.length === 0) return notice('There are no labs yet.', [button('Lessons', '/lesson list')]);
  const runs = await store.labRuns(learner);
  const next = nextLab(content, runs);
  const isOpen = runs.some(({ lab, finished }) => lab === next?.id && finished === undefined);
  return reply(
    [heading('Labs'), meter(labs, runs), ...rowsOf(content, labs, runs, next)],
    [...(next ? [labButton(next, `${isOpen ? 'Go on' : 'Start'}: ${next.title}`)] : []), menuOf(labs)],
  );
}

function meter(labs: readonly Lab[], runs: readonly LabRun[]): Block {
  const finished = finishedIn(runs);
  const done = labs.filter(({ id }) => finished.has(id)).length;
  return { kind: 'meter', label: 'Done', share: done / labs.length, text: `${done} of ${labs.length}` };
}

/** Those around the next one, where there are too many for one message. */
function rowsOf(
  content: Content,
  labs: readonly Lab[],
  runs: readonly LabRun[],
  next: Lab | undefined,
): readonly Block[] {
  const at = next ? labs.indexOf(next) : labs.length;
  const from = Math.max(0, Math.min(at - 3, labs.length - MOST_SHOWN));
  const some = labs.slice(from, from + MOST_SHOWN);
  const left = labs.length - some.length;
  return [
    fields(
      ...some.map((lab) => [`${lab.title}${stateOf(lab, runs)}`, `${lab.about}${needs(content, lab, runs)}`] as const),
    ),
    ...(left > 0 ? [text(`And ${left} more: the menu has them all.`)] : []),
  ];
}

function stateOf({ id }: Lab, runs: readonly LabRun[]): string {
  const own = runs.filter(({ lab }) => lab === id);
  const done = own.flatMap(({ finished, hints, solutionShownAt }) =>
    finished ? [{ ...finished, credit: creditOf({ hints, solutionShown: solutionShownAt !== undefined }) }] : [],
  );
  const best = done.toSorted((a, b) => b.credit - a.credit || a.steps - b.steps)[0];
  if (best) return ` (done: ${best.credit} of 100, ${best.steps} ${best.steps === 1 ? 'step' : 'steps'})`;
  return own.length > 0 ? ' (under way)' : '';
}

function needs(content: Content, { requires }: Lab, runs: readonly LabRun[]): string {
  const finished = finishedIn(runs);
  const left = requires.filter((id) => content.labs.has(id) && !finished.has(id));
  if (left.length === 0) return '';
  return ` After ${list(left.map((id) => `"${content.labs.get(id)?.title ?? titleOf(content, id)}"`))}.`;
}

const menuOf = (labs: readonly Lab[]): Choice => ({
  kind: 'menu',
  label: 'Choose a lab',
  values: labs.map(({ id, title }) => ({ label: title, value: id })),
  most: 1,
  command: '/lab start {}',
});
