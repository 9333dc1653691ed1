import { creditOf } from '../../labs/credit.ts';
import type { Lab } from '../../labs/lab.ts';
import { type Content, type Context, titleOf } from '../command.ts';
import { counted, list } from '../names.ts';
import { type Block, button, type Choice, fields, heading, notice, type Reply, reply, text } from '../reply.ts';
import type { LabRun } from '../store/lab-runs.ts';
import { comebacksOf, dueAmong } from './due-labs.ts';
import { finishedIn, labButton, nextLab } from './next-lab.ts';

const MOST_SHOWN = 12;

/** All labs, each after those that it requires: what is due again, what is done and how well, what is under way, what comes next. */
export async function listLabs({ store, learner, content, now }: Context): Promise<Reply> {
  const labs = [...content.labs.values()];
  if (labs.length === 0) return notice('There are no labs yet.', [button('Lessons', '/lesson list')]);
  const runs = await store.labRuns(learner);
  const next = nextLab(content, runs);
  const isOpen = runs.some(({ lab, finished }) => lab === next?.id && finished === undefined);
  const due = dueAmong(content, await comebacksOf({ store, learner }, runs), now);
  return reply(
    [heading('Labs'), meter(labs, runs), ...dueRow(due), ...rowsOf(content, labs, runs, due, next)],
    [
      ...due.slice(0, 1).map((lab) => labButton(lab, `Due: ${lab.title}`)),
      ...(next ? [labButton(next, `${isOpen ? 'Go on' : 'Start'}: ${next.title}`)] : []),
      menuOf(labs),
    ],
  );
}

const MOST_DUE = 5;

/** What is due again by its titles, wherever it stands in the list. */
function dueRow(due: readonly Lab[]): readonly Block[] {
  if (due.length === 0) return [];
  const more = due.length - MOST_DUE;
  const titles = due.slice(0, MOST_DUE).map(({ title }) => title);
  return [fields(['Due again', [...titles, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')])];
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
  due: readonly Lab[],
  next: Lab | undefined,
): readonly Block[] {
  const at = next ? labs.indexOf(next) : labs.length;
  const from = Math.max(0, Math.min(at - 3, labs.length - MOST_SHOWN));
  const some = labs.slice(from, from + MOST_SHOWN);
  const left = labs.length - some.length;
  return [
    fields(
      ...some.map(
        (lab) =>
          [`${lab.title}${stateOf(lab, runs, due.includes(lab))}`, `${lab.about}${needs(content, lab, runs)}`] as const,
      ),
    ),
    ...(left > 0 ? [text(`And ${left} more: the menu has them all.`)] : []),
  ];
}

function stateOf({ id }: Lab, runs: readonly LabRun[], isDue: boolean): string {
  const own = runs.filter(({ lab }) => lab === id);
  const done = own.flatMap(({ finished, hints, solutionShownAt }) =>
    finished ? [{ ...finished, credit: creditOf({ hints, solutionShown: solutionShownAt !== undefined }) }] : [],
  );
  const best = done.toSorted((a, b) => b.credit - a.credit || a.steps - b.steps)[0];
  if (best) return ` (done: ${best.credit} of 100, ${counted(best.steps, 'step')}${isDue ? '; due again' : ''})`;
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
