import type { Lab } from '../../labs/lab.ts';
import type { Content, Context } from '../command.ts';
import { list } from '../names.ts';
import { type Block, button, type Choice, fields, heading, notice, type Reply, reply, text } from '../reply.ts';
import type { LabRun } from '../store/lab-runs.ts';
import { comebacksOf, dueAmong } from './due-labs.ts';
import { isDone, isOpen, stagesOf, standing, startedOn } from './lab-standing.ts';
import { labButton, nextLab } from './next-lab.ts';

const MOST_SHOWN = 6;

/**
 * What is due again, what is under way, what can be begun now, and how far each stage is done.
 * With a stage all labs of it: a stage holds the labs that require none of another of it.
 */
export async function listLabs(context: Context, stage?: number): Promise<Reply> {
  const { store, learner, content, now } = context;
  if (content.labs.size === 0) return notice('There are no labs yet.', [button('Lessons', '/lesson list')]);
  const runs = await store.labRuns(learner);
  const due = dueAmong(content, await comebacksOf({ store, learner }, runs), now);
  return stage === undefined ? overview(content, runs, due) : oneStage(content, runs, due, stage);
}

function overview(content: Content, runs: readonly LabRun[], due: readonly Lab[]): Reply {
  const labs = [...content.labs.values()];
  const next = nextLab(content, runs);
  const underWay = labs.filter((lab) => startedOn(lab, runs));
  const open = labs.filter((lab) => isOpen(content, lab, runs) && !underWay.includes(lab));
  const atHand = [...new Set([...due, ...underWay, ...open])];
  return reply(
    [
      heading('Labs'),
      meter('Done', labs, runs),
      ...row('Due again', due),
      ...row('Under way', underWay),
      ...openRows(open),
      fields(...stagesOf(content).map((stage, index) => [`Stage ${index + 1}`, doneOf(stage, runs)] as const)),
    ],
    [
      ...due.slice(0, 1).map((lab) => labButton(lab, `Due: ${lab.title}`)),
      ...(next ? [labButton(next, `${underWay.includes(next) ? 'Go on' : 'Start'}: ${next.title}`)] : []),
      ...(atHand.length > 0 ? [menuOf(atHand)] : []),
      stageMenu(content),
    ],
  );
}

function oneStage(content: Content, runs: readonly LabRun[], due: readonly Lab[], stage: number): Reply {
  const stages = stagesOf(content);
  const labs = stages[stage - 1];
  if (!labs)
    return notice(`There is no stage ${stage}: the stages are 1 to ${stages.length}.`, [stageMenu(content), allLabs]);
  const lines = labs.map((lab) => `${lab.title}${standing(lab, runs, due.includes(lab)) || needs(content, lab, runs)}`);
  return reply(
    [heading(`Labs, stage ${stage} of ${stages.length}`), meter('Done', labs, runs), text(lines.join('\n'))],
    [menuOf(labs), stageMenu(content), allLabs],
  );
}

const allLabs = button('All stages', '/lab list');

const MOST_NAMED = 5;

/** Labs by their titles. */
function row(label: string, labs: readonly Lab[]): readonly Block[] {
  if (labs.length === 0) return [];
  const more = labs.length - MOST_NAMED;
  const titles = labs.slice(0, MOST_NAMED).map(({ title }) => title);
  return [fields([label, [...titles, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')])];
}

function openRows(open: readonly Lab[]): readonly Block[] {
  if (open.length === 0) return [];
  const more = open.length - MOST_SHOWN;
  return [
    text('Open to you now:'),
    fields(...open.slice(0, MOST_SHOWN).map(({ title, about }) => [title, about] as const)),
    ...(more > 0 ? [text(`And ${more} more, which the stages list.`)] : []),
  ];
}

function meter(label: string, labs: readonly Lab[], runs: readonly LabRun[]): Block {
  const done = labs.filter((lab) => isDone(lab, runs)).length;
  return { kind: 'meter', label, share: done / labs.length, text: doneOf(labs, runs) };
}

const doneOf = (labs: readonly Lab[], runs: readonly LabRun[]): string =>
  `${labs.filter((lab) => isDone(lab, runs)).length} of ${labs.length}`;

function needs({ labs }: Content, { requires }: Lab, runs: readonly LabRun[]): string {
  const left = requires.flatMap((id) => labs.get(id) ?? []).filter((lab) => !isDone(lab, runs));
  return left.length === 0 ? '' : ` (after ${list(left.map(({ title }) => `"${title}"`))})`;
}

const menuOf = (labs: readonly Lab[]): Choice => ({
  kind: 'menu',
  label: 'Choose a lab',
  values: labs.map(({ id, title }) => ({ label: title, value: id })),
  most: 1,
  command: '/lab start {}',
});

const stageMenu = (content: Content): Choice => ({
  kind: 'menu',
  label: 'List a stage',
  values: stagesOf(content).map((_, index) => ({ label: `Stage ${index + 1}`, value: `${index + 1}` })),
  most: 1,
  command: '/lab list stage={}',
});
