import { fail, ok, type Result } from '../../base/result.ts';
import { DAY, type DurationMs, formatDuration, HOUR, later } from '../../base/time.ts';
import type { Context } from '../command.ts';
import { isOrganiser } from '../is-organiser.ts';
import { refTo } from '../numbered-ref.ts';
import { button, notice, type Reply } from '../reply.ts';
import {
  MOST_QUESTIONS,
  ROUND_PACE,
  ROUND_QUESTIONS,
  ROUNDS_BY,
  readPace,
  SPEED_BONUS,
} from '../settings/round-settings.ts';
import { channelSubject, type Settled, serverSubject, settled } from '../settings/settled.ts';
import { shown } from '../shown.ts';
import type { Pace, Round, RoundQuestion } from '../store/rounds.ts';
import { findRound, soFar } from './find-round.ts';
import { whereItStands } from './host-controls.ts';
import { firstQuestions, roundItems } from './make-question.ts';
import { placeOf, questionPost, reminderPost, startPost } from './round-posts.ts';
import { aboutOf, shortSpan, zoneOf } from './round-words.ts';

/** What was asked for of a round. */
export interface Wanted {
  readonly concepts?: readonly string[] | undefined;
  readonly questions?: number | undefined;
  readonly pace?: string | undefined;
  readonly teams?: number | undefined;
  readonly open?: DurationMs | undefined;
}

const LEAST_OPEN: DurationMs = HOUR;
export const LONGEST_OPEN: DurationMs = 3 * DAY;
const TEAMS = { least: 2, most: 6 } as const;

/** Keeps a round with what it first says to its channel; the host is told where it stands, with the controls. */
export async function startRound(context: Context, wanted: Wanted): Promise<Reply> {
  const { store, account, venue, courier, now } = context;
  if (venue.channel === undefined) return notice('A round is for a channel: start it in one that your group reads.');
  const set = await settled(store, channelSubject(account, venue.channel), serverSubject(account));
  if (!(await mayStart(context, set))) return notice(NOT_YOURS, [button('Help', '/help round')]);
  const planned = plan(context, venue.channel, wanted, set);
  if (!planned.ok) return planned.problem;
  const { round, questions } = planned.value;
  const obstacles = await courier.obstacles(placeOf(round));
  if (obstacles.length > 0) return notice(`No round was started. ${obstacles.join(' ')}`);
  const posts = [
    startPost(round),
    ...questions.map(({ number }) => questionPost(round, number, now)),
    ...(round.pace.kind === 'open' ? [reminderPost(round, round.pace.until)] : []),
  ];
  if (!(await store.addRound(round, questions, posts))) return runsAlready(context);
  context.hurry?.();
  const standing = { known: await soFar(store, round), responses: [], unposted: [], isHost: true, now };
  const notes = notesOn(context, wanted, round, questions);
  return whereItStands(
    context.content,
    { ...standing, zone: await zoneOf(store, round) },
    'The round begins.',
    ...notes,
  );
}

const mayStart = async ({ store, account, venue }: Context, set: Settled): Promise<boolean> =>
  set.value(ROUNDS_BY) === 'everybody' || (await isOrganiser(store, account, venue));
const NOT_YOURS =
  'Rounds are started by those who organise the study group. They can let everybody do it, with `/settings server rounds-by everybody`.';

interface Plan {
  readonly round: Round;
  readonly questions: readonly RoundQuestion[];
}

function plan(context: Context, channel: string, wanted: Wanted, set: Settled): Result<Plan, Reply> {
  const { content, account, learner: host, now: startedAt } = context;
  const { concepts = [], questions: count = set.value(ROUND_QUESTIONS), teams } = wanted;
  if (count < 1 || count > MOST_QUESTIONS)
    return fail(notice(`A round has 1 to ${MOST_QUESTIONS} questions. Say a number of these.`));
  if (teams !== undefined && (teams < TEAMS.least || teams > TEAMS.most))
    return fail(notice(`A round has ${TEAMS.least} to ${TEAMS.most} teams, or none: leave \`teams\` out.`));
  const pace = paceOf(context, wanted, set);
  if (!pace.ok) return fail(notice(pace.problem));
  const { platform, space } = account;
  const there = {
    platform,
    space,
    channel,
    ...(context.venue.thread !== undefined && { thread: context.venue.thread }),
  };
  const round: Round = {
    ...{ id: context.newId(), ...there, host, concepts, pace: pace.value, startedAt },
    questions: Math.min(count, roundItems(content, concepts).length),
    hasSpeedBonus: pace.value.kind === 'timed' && set.value(SPEED_BONUS),
    ...(teams !== undefined && { teams }),
  };
  const questions = firstQuestions(context, round, startedAt);
  return questions.length > 0 ? ok({ round, questions }) : fail(noItems(context, concepts));
}

function paceOf({ now }: Context, { pace, open }: Wanted, set: Settled): Result<Pace, string> {
  if (open !== undefined && pace !== undefined)
    return fail(
      'A round either stays open as a whole, with `open`, or goes from question to question, with `pace`. Say one of them.',
    );
  if (open !== undefined) {
    if (open < LEAST_OPEN || open > LONGEST_OPEN)
      return fail('A round stays open for 1 hour to 3 days, as in `open=24h`.');
    return ok({ kind: 'open', until: later(now, open) });
  }
  const read = pace === undefined ? ok(set.value(ROUND_PACE)) : readPace(pace);
  if (!read.ok) return fail(`The pace cannot be ${shown(pace ?? '')}. ${read.problem}`);
  return ok(read.value === 'host' ? { kind: 'host' } : { kind: 'timed', ms: read.value });
}

function noItems({ content }: Context, concepts: readonly string[]): Reply {
  const about = concepts.length === 0 ? '' : ` about ${aboutOf(content, { concepts })}`;
  return notice(
    `There are no questions${about} that can be put in a round: those are the ones with options to press, one of which is right.`,
    [button('Concepts', '/concepts')],
  );
}

async function runsAlready(context: Context): Promise<Reply> {
  const running = await findRound(context, undefined);
  const shows = running.ok ? [button('Where it stands', `/round show ${refTo(running.value.round.id)}`)] : [];
  return notice('A round is running in this channel already. It has to end before another can start.', shows);
}

/** What is otherwise than was asked for, or than one might think. */
function notesOn(
  { content }: Context,
  { questions: asked, concepts = [] }: Wanted,
  { pace, questions, hasSpeedBonus }: Round,
  [first]: readonly RoundQuestion[],
): readonly string[] {
  const available = roundItems(content, concepts).length;
  const isCut = questions === available && asked !== undefined && asked > questions;
  const least =
    pace.kind === 'timed' && first?.leastMs !== undefined && first.leastMs > pace.ms ? first.leastMs : undefined;
  return [
    ...(isCut ? [`It has ${questions} of the ${asked} questions: there are no more that can be put in a round.`] : []),
    ...(pace.kind === 'timed'
      ? [
          `A question that takes longer to read than ${formatDuration(pace.ms)} is open for longer${least === undefined ? '' : `: the first for ${shortSpan(least)}`}.`,
        ]
      : []),
    ...(hasSpeedBonus ? ['Quick right responses are worth up to a fifth more, as `speed-bonus` is on.'] : []),
  ];
}
