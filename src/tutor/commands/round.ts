import { assertNever } from '../../base/result.ts';
import { type Context, declare, titleOf } from '../command.ts';
import { readRef, refTo } from '../numbered-ref.ts';
import { button, type Choice, notice, type Reply } from '../reply.ts';
import { findRound, lastOf, type RoundSoFar, soFar } from '../rounds/find-round.ts';
import { makeQuestion, roundItems } from '../rounds/make-question.ts';
import { openQuestion, results, revealedQuestion } from '../rounds/tell-question.ts';
import { announcement, resultsOf, standing } from '../rounds/tell-round.ts';
import type { Round, RoundQuestion } from '../store/rounds.ts';

const USUAL = 5;
const MOST = 20;

export const round = declare({
  name: 'round',
  summary: 'Put questions to the whole channel, one after another, with private responses.',
  options: {
    action: {
      type: 'choice',
      choices: ['start', 'reveal', 'next', 'end', 'show', 'repeat'],
      about: 'what to do; `repeat` says again what the channel was told last',
      required: true,
    },
    concept: { type: 'listed', list: 'concepts', about: 'what the questions are about; all concepts unless you say' },
    questions: { type: 'integer', about: `how many questions, 1 to ${MOST}; ${USUAL} unless you say` },
    round: {
      type: 'presentation',
      about: 'which round, as its buttons have it; the one that runs here unless you say',
    },
  },
  examples: ['/round start', '/round start questions=3', '/round reveal', '/round next', '/round end'],
  isForOrganisers: true,
  async handle(context, { action, concept, questions = USUAL, round: written }) {
    if (action === 'start') return start(context, concept, questions);
    const ref = written === undefined ? undefined : readRef(written);
    const found = await findRound(context, ref);
    if (!found.ok) return notice(found.problem);
    const number = ref?.number ?? lastOf(found.value).number;
    const question = found.value.questions.find((each) => each.number === number);
    if (!question) return notice(`No question ${number} has been put in that round.`, [whereItStands(found.value)]);
    switch (action) {
      case 'reveal':
        return reveal(context, found.value, question);
      case 'next':
        return next(context, found.value, question);
      case 'end':
        return end(context, found.value);
      case 'show':
        return show(context, found.value);
      case 'repeat':
        return repeat(context, found.value);
      default:
        return assertNever(action);
    }
  },
});

async function start(context: Context, concept: string | undefined, wanted: number): Promise<Reply> {
  const { store, content, account, venue, learner: host, now: startedAt } = context;
  if (venue.channel === undefined) return notice('A round is for a channel: start it in one that your group reads.');
  if (wanted < 1 || wanted > MOST) return notice(`A round has 1 to ${MOST} questions. Please say a number of these.`);
  const questions = Math.min(wanted, roundItems(content, concept).length);
  const { platform, space } = account;
  const about = concept === undefined ? {} : { concept };
  const begun: Round = {
    id: context.newId(),
    platform,
    space,
    channel: venue.channel,
    host,
    ...about,
    questions,
    startedAt,
  };
  const first = makeQuestion(context, begun, []);
  if (!first) return noItems(context, concept);
  if (await store.addRound(begun, first)) return announcement(content, begun, first, questions < wanted);
  const running = await findRound(context, undefined);
  const shows = running.ok ? [whereItStands(running.value)] : [];
  return notice('A round is running in this channel already. It has to end before another can start.', shows);
}

function noItems({ content }: Context, concept: string | undefined): Reply {
  const about = concept === undefined ? '' : ` about "${titleOf(content, concept)}"`;
  return notice(
    `There are no questions${about} that can be put in a round: those are the ones with options to press, one of which is right.`,
    [button('Concepts', '/concepts')],
  );
}

/** Closes the question, and only then counts. */
async function reveal(context: Context, { round: begun }: RoundSoFar, { number }: RoundQuestion): Promise<Reply> {
  const { store, content, now } = context;
  await store.revealRoundQuestion(begun.id, number, now);
  const after = await reloaded(context, begun);
  const question = after.questions.find((each) => each.number === number);
  if (question?.revealedAt === undefined) return hasEnded(after);
  const told = revealedQuestion(content, after, question, await store.roundResponses(begun.id));
  return { ...told, replaces: true };
}

async function next(context: Context, before: RoundSoFar, { number }: RoundQuestion): Promise<Reply> {
  const { store, content } = context;
  const { round: begun, questions } = before;
  const last = lastOf(before);
  if (begun.endedAt !== undefined) return hasEnded(before);
  if (number < last.number) return isPut(before);
  if (last.revealedAt === undefined)
    return notice(`Question ${number} is still open. Reveal it first, with its button or \`/round reveal\`.`);
  const question = number < begun.questions ? makeQuestion(context, begun, questions) : undefined;
  if (!question) return notice('That was the last question of the round.', [results(refTo(begun.id, number))]);
  if (await store.addRoundQuestion(question)) return openQuestion(content, begun, question);
  const after = await reloaded(context, begun);
  return after.round.endedAt === undefined ? isPut(after) : hasEnded(after);
}

const isPut = (begun: RoundSoFar): Reply =>
  notice(`That question is closed, and question ${lastOf(begun).number} has been put already.`, [
    ...[again('Put it again', begun), whereItStands(begun)],
  ]);

async function end(context: Context, { round: begun }: RoundSoFar): Promise<Reply> {
  const isNew = await context.store.endRound(begun.id, context.now);
  const after = await reloaded(context, begun);
  return isNew ? resultsFor(context, after) : show(context, after);
}

/** To the organiser alone. */
async function show(context: Context, begun: RoundSoFar): Promise<Reply> {
  const { store, content } = context;
  if (begun.round.endedAt === undefined) return standing(content, begun, await store.roundResponses(begun.round.id));
  return {
    ...(await resultsFor(context, begun)),
    audience: 'learner',
    choices: [again('Tell the channel again', begun)],
  };
}

/** Says the same again: for when its message was never sent, or is far above. */
async function repeat(context: Context, begun: RoundSoFar): Promise<Reply> {
  const { store, content } = context;
  const last = lastOf(begun);
  if (begun.round.endedAt !== undefined) return resultsFor(context, begun);
  if (last.revealedAt === undefined) return openQuestion(content, begun.round, last);
  return revealedQuestion(content, begun, last, await store.roundResponses(begun.round.id));
}

const resultsFor = async ({ store, content }: Context, begun: RoundSoFar): Promise<Reply> =>
  resultsOf(content, begun, await store.roundResponses(begun.round.id));

/** The round as it stands now. */
async function reloaded({ store, account }: Context, { id }: Round): Promise<RoundSoFar> {
  const kept = await store.round(account, id);
  if (!kept) throw new Error(`round ${id} is gone`);
  return soFar(store, kept);
}

const hasEnded = (begun: RoundSoFar): Reply => notice('That round has ended.', [whereItStands(begun)]);

const whereItStands = ({ round: { id } }: RoundSoFar): Choice => button('Where it stands', `/round show ${refTo(id)}`);
const again = (label: string, { round: { id } }: RoundSoFar): Choice => button(label, `/round repeat ${refTo(id)}`);
