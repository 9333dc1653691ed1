import { assertNever } from '../../base/result.ts';
import { type DurationMs, HOUR, later, SECOND } from '../../base/time.ts';
import type { Context } from '../command.ts';
import { isOrganiser } from '../is-organiser.ts';
import { type NumberedRef, refTo } from '../numbered-ref.ts';
import { button, notice, type Reply } from '../reply.ts';
import type { Round } from '../store/rounds.ts';
import { advanceRound } from './advance-rounds.ts';
import { closing } from './close-question.ts';
import { findRound, lastOf, type RoundSoFar, soFar } from './find-round.ts';
import { whereItStands } from './host-controls.ts';
import { makeQuestion } from './make-question.ts';
import { clockPost, endPost, questionPost } from './round-posts.ts';
import { shortSpan, zoneOf } from './round-words.ts';
import { LONGEST_OPEN } from './start-round.ts';
import { unpostedOf, whyUnposted } from './unposted.ts';

/** What can be done to a round that runs. `reveal` closes a question; `next` does that, or puts the next. */
export const HOST_ACTIONS = ['reveal', 'next', 'extend', 'skip', 'pause', 'resume', 'end', 'show', 'repost'] as const;
export type HostAction = (typeof HOST_ACTIONS)[number];

/** Does what its host, or an organiser, wants of a round; what is due by the clock is done first. */
export async function hostRound(
  context: Context,
  action: HostAction,
  ref: NumberedRef | undefined,
  span: DurationMs | undefined,
): Promise<Reply> {
  const found = await findRound(context, ref);
  if (!found.ok) return notice(found.problem);
  const { round } = found.value;
  const isHost = await mayHost(context, round);
  if (action !== 'show' && !isHost) return notice(NOT_YOURS, [button('My result', `/pick ${refTo(round.id)}`)]);
  await advanceRound(context, round.id, context.now);
  const known = await reloaded(context, round);
  const number = ref?.number ?? lastOf(known).number;
  if (!known.questions.some((each) => each.number === number))
    return notice(`No question ${number} has been put in that round.`, [shows(round)]);
  const said = await act(context, known, action, number, span);
  context.hurry?.();
  return { ...(await tell(context, round, isHost, said)), replaces: true };
}

const NOT_YOURS = 'Only who started a round, or an organiser, can do that to it.';

const mayHost = async ({ store, account, venue, learner }: Context, { host }: Round): Promise<boolean> =>
  host === learner || (await isOrganiser(store, account, venue));

const shows = ({ id }: Round) => button('Where it stands', `/round show ${refTo(id)}`);

/** Does it, and says what came of it. */
async function act(
  context: Context,
  known: RoundSoFar,
  action: HostAction,
  number: number,
  span: DurationMs | undefined,
): Promise<readonly string[]> {
  if (action === 'show') return [];
  if (action === 'repost') return repost(context, known);
  if (known.round.endedAt !== undefined) return ['That round has ended.'];
  switch (action) {
    case 'reveal':
    case 'skip':
      return close(context, known, number, action === 'skip');
    case 'next':
      return next(context, known, number);
    case 'extend':
      return extend(context, known, number, span);
    case 'pause':
    case 'resume':
      return stopOrGo(context, known, action);
    case 'end':
      return end(context, known);
    default:
      return assertNever(action);
  }
}

async function close(
  { store, now }: Context,
  known: RoundSoFar,
  number: number,
  isSkipped: boolean,
): Promise<readonly string[]> {
  const { round, questions } = known;
  const question = questions.find((each) => each.number === number);
  if (!question) return [];
  if (round.pace.kind === 'open' && !isSkipped)
    return ['All questions of this round are revealed together, when it closes. `/round end` closes it now.'];
  if (await store.closeRoundQuestion(closing(known, question, now, 'host', isSkipped)))
    return [
      isSkipped ? `Question ${number} is skipped and does not count.` : `Question ${number} is closed, and revealed.`,
    ];
  return [`Question ${number} is closed already.`];
}

async function next(context: Context, known: RoundSoFar, number: number): Promise<readonly string[]> {
  const { store, now } = context;
  const { round, questions } = known;
  const last = lastOf(known);
  if (round.pace.kind === 'open') return ['All questions of this round have been put. `/round end` closes it now.'];
  if (number < last.number) return [`Question ${last.number} has been put already.`];
  if (last.revealedAt === undefined) return close(context, known, number, false);
  const question = number < round.questions ? makeQuestion(context, round, questions, now) : undefined;
  if (!question) return end(context, known);
  const isPut = await store.addRoundQuestion(question, questionPost(round, question.number, now), 'host');
  return [isPut ? `Question ${question.number} is put.` : `Question ${last.number + 1} has been put already.`];
}

const USUAL_EXTENSION: DurationMs = 30 * SECOND;

async function extend(
  { store, now }: Context,
  { round, questions }: RoundSoFar,
  number: number,
  span: DurationMs | undefined,
): Promise<readonly string[]> {
  if (round.pace.kind === 'host') return ['No clock closes the questions of this round, so they need no more time.'];
  const by = span ?? (round.pace.kind === 'open' ? HOUR : USUAL_EXTENSION);
  if (by < SECOND) return ['Say how much more time, as in `/round extend 30s`.'];
  if (round.pace.kind === 'open' && later(round.pace.until, by) > later(now, LONGEST_OPEN))
    return ['A round stays open for 3 days at most.'];
  if (round.pace.kind === 'timed' && by > HOUR) return ['A question gets an hour more at most.'];
  const isOpen = questions.some((each) => each.number === number && each.revealedAt === undefined);
  if (isOpen && (await store.extendRound(round.id, by, now, clockPost(round, 'more', now))))
    return [`It stays open for ${shortSpan(by)} more.`];
  return ['It is closed already, so more time is of no use.'];
}

async function stopOrGo(
  { store, now }: Context,
  { round }: RoundSoFar,
  action: 'pause' | 'resume',
): Promise<readonly string[]> {
  if (round.pace.kind !== 'timed') return ['This round has no clock that could be paused.'];
  const posts = [clockPost(round, action, now)];
  if (action === 'pause')
    return [
      (await store.pauseRound(round.id, 'host', now, posts)) ? 'The round is paused.' : 'The round is paused already.',
    ];
  return [(await store.resumeRound(round.id, now, posts)) ? 'The round goes on.' : 'The round is not paused.'];
}

/** Reveals what is open, and ends the round; again, where a question is put in between. */
async function end(context: Context, known: RoundSoFar): Promise<readonly string[]> {
  const { store, now } = context;
  const { round } = known;
  if (round.pace.kind === 'open') {
    await store.closeRoundAt(round.id, now);
    await advanceRound(context, round.id, now);
    return ['The round is closed. All of it is revealed.'];
  }
  for (let open: RoundSoFar = known; open.round.endedAt === undefined; open = await reloaded(context, round)) {
    const last = lastOf(open);
    if (last.revealedAt === undefined) await store.closeRoundQuestion(closing(open, last, now, 'host'));
    if (await store.endRound(round.id, now, endPost(round, now))) return ['The round is over.'];
  }
  return ['That round has ended.'];
}

/** Has tried anew what could not be posted; a round that waited for it goes on. */
async function repost({ store, now }: Context, known: RoundSoFar): Promise<readonly string[]> {
  const { round } = known;
  const unposted = await unpostedOf(store, known);
  if (unposted.length === 0) return ['Everything of the round has been posted.'];
  for (const { key } of unposted) await store.reopenPost(key, now);
  if (round.paused?.why === 'unposted') await store.resumeRound(round.id, now, []);
  return ['It is being posted again.'];
}

async function tell(context: Context, round: Round, isHost: boolean, said: readonly string[]): Promise<Reply> {
  const { store, content, now } = context;
  const known = await reloaded(context, round);
  const standing = {
    ...{ known, isHost, now, zone: await zoneOf(store, round) },
    responses: await store.roundResponses(round.id),
    unposted: whyUnposted(await unpostedOf(store, known)),
  };
  return whereItStands(content, standing, ...said);
}

/** The round as it stands now. */
async function reloaded({ store, account }: Context, { id }: Round): Promise<RoundSoFar> {
  const kept = await store.round(account, id);
  if (!kept) throw new Error(`round ${id} is gone`);
  return soFar(store, kept);
}
