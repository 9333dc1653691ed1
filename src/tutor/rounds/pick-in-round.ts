import { type Instant, SECOND } from '../../base/time.ts';
import { letterOf } from '../../items/presentation.ts';
import { readPlace } from '../../items/read-places.ts';
import type { Context } from '../command.ts';
import { counted } from '../names.ts';
import { type NumberedRef, refTo } from '../numbered-ref.ts';
import { button, notice, type Reply } from '../reply.ts';
import { shown } from '../shown.ts';
import type { Round, RoundQuestion } from '../store/rounds.ts';
import { findRound, type RoundSoFar } from './find-round.ts';
import { myResult } from './my-result.ts';
import { moment, shortSpan, zoneOf } from './round-words.ts';
import { teamOf } from './scores.ts';
import { isRight, pressed } from './tally.ts';

/** A response to a question of a round; or, without one, what the learner has reached in the round. */
export async function pickInRound(context: Context, ref: NumberedRef, written: string | undefined): Promise<Reply> {
  const { store, learner, now } = context;
  const found = await findRound(context, ref);
  if (!found.ok) return notice(found.problem);
  const { round, questions } = found.value;
  const own = await store.roundResponses(round.id, learner);
  if (ref.number === undefined) {
    if (written !== undefined) return whichQuestion(round);
    return myResult(found.value, own, round.teams === undefined ? [] : await store.roundSeats(round.id), learner);
  }
  const question = questions.find(({ number }) => number === ref.number);
  if (!question) return notice(`No question ${ref.number} has been put in that round.`);
  const earlier = own.find(({ number }) => number === question.number)?.response;
  if (isClosed(round, question, now)) return closed(round, question, earlier, now);
  return respond(context, found.value, question, written, earlier, own.length === 0);
}

const whichQuestion = ({ id }: Round): Reply =>
  notice(`Say which question you respond to, as in \`/pick ${refTo(id, 1)} a\`; its buttons do.`);

const isClosed = ({ endedAt }: Round, { revealedAt, closesAt }: RoundQuestion, now: Instant): boolean =>
  endedAt !== undefined || revealedAt !== undefined || (closesAt !== undefined && closesAt <= now);

/** Keeps the response and says so, and nothing of whether it is right. */
async function respond(
  context: Context,
  { round, questions }: RoundSoFar,
  question: RoundQuestion,
  written: string | undefined,
  earlier: string | undefined,
  isFirst: boolean,
): Promise<Reply> {
  const { store, learner, now: at } = context;
  const { number } = question;
  const { options } = pressed(question).form;
  const place = written === undefined ? undefined : readPlace(options, written);
  if (place === undefined) {
    const not = written === undefined ? '' : `${shown(written)} is none of the options of question ${number}. `;
    return notice(
      `${not}Choose one by its letter, A to ${letterOf(options.length - 1)}, as in \`/pick ${refTo(round.id, number)} a\`.`,
    );
  }
  const response = letterOf(place);
  const until = await untilWhen(context, round, question);
  if (response === earlier) return notice(`You have chosen ${response} already. ${until}`);
  if (await store.setRoundResponse({ round: round.id, number, learner, response, at })) {
    const team = isFirst && round.teams !== undefined ? await teamWords(context, round, round.teams) : '';
    const missed = isFirst && round.pace.kind !== 'open' ? missedWords(questions, number) : '';
    return notice(
      `You chose ${response}${earlier === undefined ? '' : ` instead of ${earlier}`}. ${until}${team}${missed}`,
    );
  }
  const after = await findRound(context, { id: round.id });
  const now = after.ok ? after.value : { round, questions };
  return closed(now.round, now.questions.find((each) => each.number === number) ?? question, earlier, at);
}

/** Until when one can change what one chose. */
async function untilWhen({ store, now }: Context, round: Round, { closesAt }: RoundQuestion): Promise<string> {
  if (round.pace.kind === 'host') return 'You can change it until the reveal.';
  if (round.pace.kind === 'open')
    return `You can change it until ${moment(await zoneOf(store, round), round.pace.until, now)}.`;
  if (round.paused) return 'You can change it until the close. The round is paused just now.';
  return `You can change it until the close${closesAt === undefined ? '' : `, in about ${shortSpan(closesAt - now)}`}.`;
}

async function teamWords({ store, learner }: Context, { id }: Round, teams: number): Promise<string> {
  const seats = await store.roundSeats(id);
  const own = seats.find((seat) => seat.learner === learner);
  if (!own) return '';
  const team = teamOf(own, teams);
  const others = seats.filter((seat) => teamOf(seat, teams) === team).length - 1;
  return ` You are in team ${team} of ${teams}, with ${counted(others, 'other')}.`;
}

/** For who comes late: what was put before they came counts as not responded to. */
function missedWords(questions: readonly RoundQuestion[], number: number): string {
  const missed = questions.filter((each) => each.number < number && !each.isSkipped).length;
  return missed === 0 ? '' : ` You have joined after ${counted(missed, 'question')}.`;
}

function closed(round: Round, question: RoundQuestion, chosen: string | undefined, now: Instant): Reply {
  const { number, revealedAt, closesAt, isSkipped } = question;
  const mine = [button('My result', `/pick ${refTo(round.id)}`)];
  const had = chosen === undefined ? 'You had not responded to it.' : `You had chosen ${chosen}`;
  const full = chosen === undefined ? had : `${had}.`;
  if (isSkipped) return notice(`Question ${number} was skipped, so it does not count. ${full}`, mine);
  const at = Math.min(closesAt ?? Number.POSITIVE_INFINITY, revealedAt ?? Number.POSITIVE_INFINITY);
  if (revealedAt === undefined && at > now)
    return notice(`The round ended before question ${number} was revealed, so it does not count. ${full}`, mine);
  const since = `Question ${number} is closed: your response came ${now - at < SECOND ? 'just' : shortSpan(now - at)} too late.`;
  if (revealedAt === undefined)
    return notice(`${since} ${chosen === undefined ? had : `${had}, and that counts.`}`, mine);
  if (chosen === undefined) return notice(`${since} ${had}`, mine);
  return notice(`${since} ${had}, which was ${isRight(pressed(question).form, chosen) ? 'right' : 'not right'}.`, mine);
}
