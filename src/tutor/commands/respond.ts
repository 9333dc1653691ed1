import { grade, type Verdict } from '../../items/grade.ts';
import type { Presentation } from '../../items/presentation.ts';
import { ratingOf } from '../../learning/rating.ts';
import { askHowSure } from '../ask-how-sure.ts';
import { type Content, type Context, declare } from '../command.ts';
import { feedback } from '../feedback.ts';
import { responseChoices } from '../put-item.ts';
import { remarks } from '../remarks.ts';
import { button, notice, type Reply } from '../reply.ts';
import { CONFIDENCE } from '../settings/settings.ts';
import { learnerSubject, settled } from '../settings/settled.ts';
import { shown } from '../shown.ts';
import type { StoredPresentation } from '../store/presentations.ts';
import type { Review } from '../store/reviews.ts';
import type { StepInWorld } from '../store/worlds.ts';
import { readPresentation, writeEvents } from '../stored.ts';
import { JUDGED } from '../verdict-words.ts';

export const respond = declare({
  name: 'respond',
  summary: 'Respond to a question: the last one, unless you say which.',
  options: {
    presentation: { type: 'presentation', about: 'which question, as its button has it; the last one unless you say' },
    sure: { type: 'choice', choices: ['sure', 'unsure'], about: 'how sure you are of it; only if you want to say so' },
    response: { type: 'text', about: 'a letter, several letters, or what you are asked to type', required: true },
  },
  examples: ['/respond b', '/respond a c', '/respond 900 seconds', '/respond sure b'],
  async handle(context, { presentation: id, sure, response }) {
    const { store, learner, content } = context;
    const put = id === undefined ? await store.latestPresentation(learner) : await store.presentation(learner, id);
    if (!put) return noQuestion(id, commandHint(content, response));
    const presentation = readPresentation(put.body);
    const verdict = grade(presentation.form, response);
    const asks = sure === undefined && (await settled(store, learnerSubject(learner))).value(CONFIDENCE);
    if (verdict.kind !== 'unreadable' && !asks) return close(context, put, presentation, verdict, response, sure);
    const earlier = await store.reviewOf(put.id);
    const hint = commandHint(content, response);
    if (earlier) return alreadyClosed(earlier, hint);
    if (verdict.kind !== 'unreadable') return askHowSure(put.id, presentation.form, response);
    return notice(`${cannotRead(response, verdict.expected)}${hint}`, responseChoices(put.id, presentation.form));
  },
});

/** Commits the review, then tells of it. Of two responses, the second is told that it came second. */
async function close(
  context: Context,
  put: StoredPresentation,
  presentation: Presentation,
  { kind: verdict, score, misconceptions }: Exclude<Verdict, { kind: 'unreadable' }>,
  response: string,
  said: 'sure' | 'unsure' | undefined,
): Promise<Reply> {
  const { store, learner, now: at, content } = context;
  const { id, item, concept } = put;
  const circumstances = { hints: put.hints, ...(said !== undefined && { sure: said === 'sure' }) };
  const offered = Object.keys(presentation.misconceptions);
  const judged = { verdict, score, misconceptions, offered, rating: ratingOf(verdict, circumstances) };
  const of = { item, ...(presentation.version !== undefined && { version: presentation.version }), concept };
  const review: Review = { presentation: id, learner, ...of, response, ...judged, ...circumstances, at };
  const memory = await store.addReview(review, comingAbout(context, put, presentation));
  if (!memory) return alreadyClosed((await store.reviewOf(id)) ?? review, commandHint(content, response));
  const told = await feedback(context, presentation, review, memory);
  return { ...told, blocks: [...told.blocks, ...remarks(presentation, review, await store.briefReviews(learner))] };
}

/** What the question supposes, as a step in its world, so that look-ups there show the key. */
function comingAbout(
  { line: command }: Context,
  { world }: StoredPresentation,
  { supposes }: Presentation,
): StepInWorld | undefined {
  return world !== undefined && supposes ? { world, command, events: writeEvents(supposes) } : undefined;
}

const nextQuestion = button('Next question', '/quiz');

/** For a command typed without its slash. */
function commandHint({ lists }: Content, response: string): string {
  const first = /^\w+/.exec(response)?.[0].toLowerCase();
  return lists.commands.some(({ id }) => id === first) ? ` If you meant the command, type \`/${first}\`.` : '';
}

function noQuestion(id: string | undefined, hint: string): Reply {
  const none = id === undefined ? 'No question is open.' : `You have no question ${shown(`#${id}`)}.`;
  return notice(`${none} \`/quiz\` gets you one; \`/help\` says what else I can do.${hint}`, [nextQuestion]);
}

const alreadyClosed = ({ response, verdict }: Review, hint: string): Reply =>
  notice(
    `You have already responded to that question, with ${shown(response)}, which was ${JUDGED[verdict]}. A question takes one response, so nothing has changed.${hint}`,
    [button('Why?', '/why'), nextQuestion],
  );

const cannotRead = (response: string, expected: string): string =>
  `I cannot read ${shown(response)} as a response to this question: I expected ${expected}. The question is still open.`;
