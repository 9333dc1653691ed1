import type { Instant } from '../../base/time.ts';
import type { Zone } from '../../base/zone.ts';
import { type Content, titleOf } from '../command.ts';
import { counted } from '../names.ts';
import { refTo } from '../numbered-ref.ts';
import { type Block, button, type Choice, fields, heading, type Reply, reply, text } from '../reply.ts';
import type { PauseReason, RoundQuestion, RoundResponse } from '../store/rounds.ts';
import { lastOf, type RoundSoFar } from './find-round.ts';
import { tallyFor } from './retro.ts';
import { aboutOf, moment, peopleIn, shortSpan } from './round-words.ts';

/** What is told of a round to one person. */
export interface Standing {
  readonly known: RoundSoFar;
  readonly responses: readonly RoundResponse[];
  /** Why something of it does not stand in the channel. */
  readonly unposted: readonly string[];
  readonly isHost: boolean;
  readonly zone: Zone;
  readonly now: Instant;
}

/**
 * Where a round stands: of an open question how many have responded, and not what; with its controls, for its host.
 * @param said what has just been done
 */
export function whereItStands(content: Content, standing: Standing, ...said: readonly string[]): Reply {
  const { known, unposted, isHost } = standing;
  const { round } = known;
  return reply(
    [
      ...said.map(text),
      heading(round.endedAt === undefined ? 'Where the round stands' : 'How the round went'),
      fields(...rowsOf(content, standing)),
      ...(round.endedAt === undefined ? [] : known.questions.flatMap((each) => shareRight(content, each, standing))),
      ...(isHost ? unposted.map((why) => text(`Something could not be posted: ${why}`)) : []),
    ],
    isHost ? controlsOf(known, unposted.length > 0) : [button('My result', `/pick ${refTo(round.id)}`)],
  );
}

function rowsOf(content: Content, { known, responses, zone, now }: Standing): readonly (readonly [string, string])[] {
  const { round, questions } = known;
  const closed = questions.filter(({ revealedAt }) => revealedAt !== undefined).length;
  const people = new Set(responses.map(({ learner }) => learner)).size;
  const last = lastOf(known);
  const ofLast =
    round.pace.kind === 'open' || round.endedAt !== undefined
      ? []
      : [[`Question ${last.number}`, stateOf(last, responses, now)] as const];
  const until =
    round.pace.kind === 'open' && round.endedAt === undefined
      ? [['Open until', moment(zone, round.pace.until, now)] as const]
      : [];
  return [
    ['About', aboutOf(content, round)],
    ['Questions', `${questions.length} of ${round.questions} put, ${closed} revealed`],
    ...until,
    ...ofLast,
    ...(round.paused ? [['Paused', PAUSED[round.paused.why]] as const] : []),
    ['People', `${peopleIn(people)}, ${counted(responses.length, 'response')}`],
  ];
}

const PAUSED: Readonly<Record<PauseReason, string>> = {
  host: 'by its host',
  idle: 'because nobody responded to two questions in a row',
  unposted: 'because a question could not be posted',
};

function stateOf(question: RoundQuestion, responses: readonly RoundResponse[], now: Instant): string {
  const { right, all } = tallyFor(question, responses);
  if (question.isSkipped) return 'skipped';
  if (question.revealedAt !== undefined) return `revealed, ${right} of ${all} right`;
  const closes = question.closesAt === undefined ? '' : `, closes in ${shortSpan(question.closesAt - now)}`;
  return `open, ${counted(all, 'response')} so far${closes}`;
}

function shareRight(content: Content, question: RoundQuestion, { responses }: Standing): readonly Block[] {
  if (question.revealedAt === undefined || question.isSkipped) return [];
  const { right, all } = tallyFor(question, responses);
  const label = `${question.number}. ${titleOf(content, question.concept)}`;
  return [{ kind: 'meter', label, share: all === 0 ? 0 : right / all, text: `${right} of ${all} right` }];
}

/** What its host can press. Each names the question it is about, so that a second press does nothing more. */
function controlsOf(known: RoundSoFar, isUnposted: boolean): readonly Choice[] {
  const { round } = known;
  const show = button('Look again', `/round show ${refTo(round.id)}`);
  const repost = isUnposted ? [button('Post it again', `/round repost ${refTo(round.id)}`)] : [];
  if (round.endedAt !== undefined) return [...repost, button('My result', `/pick ${refTo(round.id)}`)];
  const whole = refTo(round.id);
  if (round.pace.kind === 'open')
    return [
      ...repost,
      button('1 h more', `/round extend ${whole} 1h`),
      button('Close it now', `/round end ${whole}`),
      show,
    ];
  const last = lastOf(known);
  const ref = refTo(round.id, last.number);
  const clock = round.pace.kind === 'timed' ? clockControls(known, ref) : [];
  const isLast = last.number >= round.questions;
  const onward =
    last.revealedAt === undefined
      ? [button('Reveal', `/round reveal ${ref}`), ...clock, button('Skip', `/round skip ${ref}`)]
      : [...(isLast ? [] : [button('Next question', `/round next ${ref}`)]), ...clock];
  return [...repost, ...onward, button(isLast && last.revealedAt ? 'Results' : 'End', `/round end ${whole}`), show];
}

function clockControls({ round, questions }: RoundSoFar, ref: string): readonly Choice[] {
  const isOpen = questions.at(-1)?.revealedAt === undefined;
  const pause = round.paused
    ? button('Go on', `/round resume ${refTo(round.id)}`)
    : button('Pause', `/round pause ${ref}`);
  return [...(isOpen ? [button('30 s more', `/round extend ${ref} 30s`)] : []), pause];
}
