import { creditOf } from '../../labs/credit.ts';
import { allPass, type Judged } from '../../labs/judge.ts';
import type { Context } from '../command.ts';
import { counted } from '../names.ts';
import { drawn } from '../pictures.ts';
import { type Block, button, type Choice, fields, heading, type Reply, text } from '../reply.ts';
import type { LabRun } from '../store/lab-runs.ts';
import { goalWords } from './check-words.ts';
import { labButton, nextLab } from './next-lab.ts';
import { caseOf, judgeLab, type OpenLab, openLab } from './open-lab.ts';
import { progress } from './progress.ts';

/** What a reply has to say in a lab besides: how far it is, and when the goal is reached the verdict. */
export interface LabNews {
  readonly blocks: readonly Block[];
  readonly choices: readonly Choice[];
}

/** The reply to something done in the world of a lab, with how far it is now, and the verdict if that was the last of it. */
export async function withLabNews(context: Context, worldId: string, told: Reply): Promise<Reply> {
  const run = await context.store.labRun(context.learner, worldId);
  const open = run && (await openLab(context, run));
  if (!open) return told;
  const { blocks, choices } = await labNews(context, open, judgeLab(open));
  return { ...told, blocks: [...told.blocks, ...blocks], choices: [...choices, ...told.choices] };
}

/** The progress line; and once, when all checks hold for the first time, the verdict. */
export async function labNews(context: Context, open: OpenLab, judged: readonly Judged[]): Promise<LabNews> {
  const { store, learner, now, content } = context;
  if (!allPass(judged)) return { blocks: [progress(judged)], choices: [button('Goal', '/goal')] };
  const isFirst = await store.finishLabRun(open.run.id, open.steps, now);
  if (!isFirst) return { blocks: [progress(judged)], choices: [] };
  const run = (await store.labRun(learner, open.run.id)) ?? open.run;
  const next = nextLab(content, await store.labRuns(learner));
  const onward = next ? [labButton(next, `Next lab: ${next.title}`)] : [button('All labs', '/lab list')];
  return {
    blocks: [
      progress(judged),
      heading(`Done: ${open.lab.title}`),
      ...verdict(context, open, run, judged),
      ...drawn(
        context.pictures,
        open.now.world,
        (draw, of) => draw.pair(open.start.world, open.now.world, of),
        open.now.cast.domain,
      ),
    ],
    choices: [...onward, button('Once more', `/lab start ${open.lab.id}`)],
  };
}

function verdict({ content }: Context, open: OpenLab, run: LabRun, judged: readonly Judged[]): readonly Block[] {
  const { steps: best } = caseOf(content, open);
  const steps = run.finished?.steps ?? open.steps;
  const solutionShown = run.solutionShownAt !== undefined;
  const credit = creditOf({ hints: run.hints, solutionShown });
  const help = solutionShown ? 'the solution was shown' : run.hints > 0 ? counted(run.hints, 'hint') : 'no hints';
  return [
    {
      kind: 'verdict',
      verdict: 'correct',
      text: judged.length === 1 ? 'The check holds.' : `All ${judged.length} checks hold.`,
    },
    fields(
      ['Steps', `${steps}; the best known solution takes ${best}`],
      ['Credit', `${credit} of 100: ${help}`],
      ...judged.map((each) => [`✓ ${each.number}. ${goalWords(each, open.now)}`, each.why] as const),
    ),
    ...(steps > best ? [text('It can be done in fewer steps: try it once more, in a world of other names.')] : []),
  ];
}
