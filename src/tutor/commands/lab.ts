import { nearest } from '../../base/nearest.ts';
import { type Context, declare } from '../command.ts';
import { beginLab } from '../labs/begin-lab.ts';
import { listLabs } from '../labs/list-labs.ts';
import { openLab } from '../labs/open-lab.ts';
import { joinLab, pairLab } from '../labs/pair.ts';
import { roleIn } from '../labs/role.ts';
import { showLab } from '../labs/show-lab.ts';
import { whichLab } from '../labs/which-lab.ts';
import { entryNamed } from '../parse-option.ts';
import { button, notice, type Reply } from '../reply.ts';
import { shown } from '../shown.ts';

export const lab = declare({
  name: 'lab',
  summary: 'Repair or build something in a world of its own; `/goal` says what is to be reached.',
  options: {
    action: {
      type: 'choice',
      choices: ['list', 'start', 'pair', 'join'],
      about: 'what to do; without it you go on with your last lab',
    },
    lab: { type: 'listed', list: 'labs', about: 'which lab to start, alone or with others' },
    code: { type: 'text', about: 'the code to join by, from whoever began it with `/lab pair`' },
    stage: { type: 'integer', about: 'which stage to list; an overview unless you say' },
  },
  examples: [
    '/lab list',
    '/lab list stage=2',
    '/lab',
    '/lab start point-the-domain-at-your-zone',
    '/lab join 7K3M9QTX',
  ],
  async handle(context, { action, lab: id, code, stage }) {
    const words = id ?? code;
    if (words !== undefined && action === 'pair') return pairLab(context, words);
    if (words !== undefined && action === 'join') return joinLab(context, words);
    if (words !== undefined) return startNamed(context, words);
    if (action !== undefined || stage !== undefined) return listLabs(context, stage);
    const found = await whichLab(context);
    if (!found.ok) return listLabs(context);
    return showLab(found.value, await roleIn(context, { id: found.value.run.id, kind: 'lab' }), context.pictures);
  },
});

/** Goes on with a lab that was begun and not finished; begins it otherwise. */
async function startNamed(context: Context, words: string): Promise<Reply> {
  const { content, store, learner } = context;
  const named = entryNamed(content.lists.labs, words);
  const wanted = named && content.labs.get(named.id);
  if (!wanted) return noLab(context, words);
  const runs = (await store.labRuns(learner)).filter((run) => run.lab === wanted.id && run.learner === learner);
  const [latest] = runs.toSorted((a, b) => b.attempt - a.attempt);
  const left = latest && latest.finished === undefined ? await openLab(context, latest) : undefined;
  if (left) await store.resumeLabRun(learner, left.run.id);
  const open = left ?? (await beginLab(context, wanted, latest?.attempt ?? 0));
  return showLab(open, await roleIn(context, { id: open.run.id, kind: 'lab' }), context.pictures);
}

function noLab({ content }: Context, words: string): Reply {
  const { labs } = content.lists;
  const near = nearest(
    words,
    labs.flatMap(({ id, label }) => [id, label]),
  );
  const meant = near === undefined ? undefined : entryNamed(labs, near);
  const instead = meant ? ` Did you mean \`${meant.id}\`, "${meant.label}"?` : '';
  return notice(`There is no lab ${shown(words)}.${instead} \`/lab list\` shows what there is.`, [
    ...(meant ? [button(`Lab: ${meant.label}`, `/lab start ${meant.id}`)] : []),
    button('All labs', '/lab list'),
  ]);
}
