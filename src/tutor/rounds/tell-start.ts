import { assertNever } from '../../base/result.ts';
import { formatDuration, type Instant } from '../../base/time.ts';
import type { Zone } from '../../base/zone.ts';
import type { Content } from '../command.ts';
import { counted } from '../names.ts';
import { type Block, heading, type Reply, text, toChannel } from '../reply.ts';
import type { Round } from '../store/rounds.ts';
import { aboutOf, moment, shortSpan } from './round-words.ts';

/** What the channel is told of a round that begins; how it goes stands in the thread that it opens, if it opens one. */
export function announcement(content: Content, round: Round, zone: Zone, now: Instant): Reply {
  const about = aboutOf(content, round);
  const questions = counted(round.questions, 'question');
  const order = round.pace.kind === 'open' ? 'all at once' : 'one after another';
  const begins = [
    heading(`A round: ${about}`),
    text(
      `${questions}, ${order}. Anyone here may join, at any time: press a letter. Nobody else sees what you choose, and you can change it until the close.`,
    ),
  ];
  const rules = rulesOf(round, zone, now);
  if (round.thread !== undefined) return toChannel([...begins, ...rules]);
  return {
    ...toChannel([...begins, ...(round.pace.kind === 'open' ? [text(closesAt(round.pace.until, zone, now))] : [])]),
    thread: { title: `Round: ${about}`, first: toChannel([heading('How it goes'), ...rules]) },
  };
}

const rulesOf = (round: Round, zone: Zone, now: Instant): readonly Block[] =>
  [paceWords(round, zone, now), scoring(round), ...teamWords(round), NAMES].map(text);

function paceWords({ pace }: Round, zone: Zone, now: Instant): string {
  switch (pace.kind) {
    case 'host':
      return 'The host reveals each question and puts the next.';
    case 'timed':
      return `Each question is open for ${formatDuration(pace.ms)}, or longer if it takes longer to read. Then it is revealed, and a little later the next one comes. There is no grace: what arrives after the close does not count.`;
    case 'open':
      return `${closesAt(pace.until, zone, now)} Then all are revealed. What arrives later does not count.`;
    default:
      return assertNever(pace);
  }
}

const closesAt = (until: Instant, zone: Zone, now: Instant): string =>
  `The questions are open until ${moment(zone, until, now)}.`;

const scoring = ({ hasSpeedBonus }: Round): string =>
  hasSpeedBonus
    ? 'A right response is worth a point, and up to a fifth of one more if it is quick: all of that for whoever needs no longer than reading takes, then less until the close. A wrong one is worth nothing, however quick.'
    : 'What counts is how many you get right. Being quick counts for nothing.';

const teamWords = ({ teams }: Round): readonly string[] =>
  teams === undefined
    ? []
    : [
        `There are ${teams} teams. Your first response puts you into the smallest, and you are told which. A team's score is the mean of its members' shares right, each from the first question they respond to, so that its size makes no difference.`,
      ];

const NAMES = 'Standings name only those who have agreed to it with `/settings shown on`.';

/** Until when a question can be responded to, as it says itself. */
export function closingWords(round: Round, { paceMs }: { readonly paceMs?: number }, zone: Zone, now: Instant): string {
  const choose = 'Choose one. Nobody else sees which, and you can change it until';
  switch (round.pace.kind) {
    case 'host':
      return `${choose} the reveal.`;
    case 'timed': {
      const ms = paceMs ?? round.pace.ms;
      const why =
        ms > round.pace.ms ? ` It has more than ${shortSpan(round.pace.ms)}, because reading it takes that long.` : '';
      return `${choose} it closes, in ${shortSpan(ms)}.${why}`;
    }
    case 'open':
      return `${choose} ${moment(zone, round.pace.until, now)}.`;
    default:
      return assertNever(round.pace);
  }
}
