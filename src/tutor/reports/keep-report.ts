import type { AboutQuestion } from '../about-question.ts';
import type { Context } from '../command.ts';
import { button, type Choice, notice, type Reply } from '../reply.ts';
import { SHOWN } from '../settings/settings.ts';
import { learnerSubject, settled } from '../settings/settled.ts';
import type { StoredPresentation } from '../store/presentations.ts';
import type { NewReport } from '../store/reports.ts';
import { whereOf } from '../venue.ts';
import { faultOf } from './report-words.ts';

/**
 * Keeps what a learner says of a question, with what they said of it before as long as that is open, and tells them who
 * will see it. It goes to the organisers of the place where the question was put.
 */
export async function keepReport(
  context: Context,
  kind: NewReport['kind'],
  put: StoredPresentation,
  words: string,
): Promise<Reply> {
  const { store, learner, now: at } = context;
  const fault = faultOf(words);
  if (fault !== undefined) return notice(fault, [reportForm(kind, put.id)]);
  const where = put.where ?? whereOf(context);
  const report = { id: context.newId(), kind, presentation: put.id, learner, item: put.item, where, at };
  const kept = await store.addReport(report, words);
  if (kept === 'said-before') return notice('You have said just that already, and it stands.', next);
  const isShown = (await settled(store, learnerSubject(learner))).value(SHOWN);
  return notice(`${KEPT[kind][kept]} ${seenBy(isShown)} \`/report\` tells you what became of it.`, next);
}

const next = [button('My reports', '/report'), button('Next question', '/quiz')];

const KEPT: Readonly<Record<NewReport['kind'], Readonly<Record<'new' | 'added', string>>>> = {
  report: { new: 'Reported, thank you.', added: 'Added to your report, which is open still.' },
  appeal: { new: 'Your appeal is made.', added: 'Added to your appeal, which is open still.' },
};

const seenBy = (isShown: boolean): string =>
  `Whoever organises here sees the question as it was put, your response and your words${isShown ? ', with your name' : ', but not your name'}.`;

/** The same beside other things to press. */
export function reportAside(kind: NewReport['kind'], id: string, about: AboutQuestion): Choice {
  const { label, command, typed = command } = about(kind === 'report' ? 'Report' : 'Appeal', `/${kind}`);
  return { ...reportForm(kind, id), label, typed };
}

/** The form in which somebody says what is wrong. */
export const reportForm = (kind: NewReport['kind'], id: string): Extract<Choice, { readonly kind: 'form' }> =>
  kind === 'report'
    ? {
        kind: 'form',
        label: 'What is wrong?',
        placeholder: 'such as: two options are right',
        command: `/report #${id} {}`,
      }
    : { kind: 'form', label: 'What did you mean?', placeholder: 'I meant …, because …', command: `/appeal #${id} {}` };
