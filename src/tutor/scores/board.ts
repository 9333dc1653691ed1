import { percent } from '../../base/percent.ts';
import { isWarmingUp, LEAST_RESPONSES, type Ranked, rankBoard } from '../../learning/boards.ts';
import { shareOf } from '../../learning/scores.ts';
import type { Context } from '../command.ts';
import { counted } from '../names.ts';
import {
  type Block,
  button,
  type Choice,
  heading,
  notice,
  people,
  type Reply,
  reply,
  text,
  toChannel,
} from '../reply.ts';
import { SHOWN, TIME_ZONE } from '../settings/settings.ts';
import { serverSubject, settled } from '../settings/settled.ts';
import type { LearnerId } from '../store/account.ts';
import type { MemberStanding } from '../store/boards.ts';
import { person } from '../venue.ts';
import { PERIODS, type Period, type Reckoning, reckon } from './period.ts';

export type BoardOf = 'channel' | 'server';

const MOST_RANKS = 10;

/**
 * The board of a channel or its server. Who does not let themselves be shown is in no line of it, and takes nobody's
 * rank; their own is told to them alone.
 */
export async function board(context: Context, of: BoardOf, period: Period, isForAll: boolean): Promise<Reply> {
  const { store, account, venue, learner, now } = context;
  const { channel } = venue;
  if (channel === undefined) return notice(NO_CHANNEL);
  const zone = (await settled(store, serverSubject(account))).value(TIME_ZONE);
  const reckoning = reckon(period, zone, now);
  const place = { platform: account.platform, space: account.space, ...(of === 'channel' && { channel }) };
  const all = await store.standings(place, reckoning.within);
  const shownIds = await shownOf(context, [...all.map((each) => each.learner), learner]);
  const shown = all.filter((each) => shownIds.has(each.learner));
  const isShown = shownIds.has(learner);
  const told: Told = { of, period, reckoning, all, shown };
  const blocks = [heading(`Board of this ${of}`), ...standings(told)];
  if (isForAll)
    return toChannel([...blocks, text(HOW)], [button('Join', '/scores join'), button('My scores', '/scores')]);
  return reply([...blocks, text(ownWords(told, learner, isShown)), text(HOW)], choicesOf(told, isShown));
}

const NO_CHANNEL = 'A board is of a channel or of its server: ask for it in a channel. Here nobody reads but you.';
const HOW = `First come those with most concepts mastered: the last three responses right, over two days or more. Then counts the share right at first try, of which few responses make believable less than many. ${LEAST_RESPONSES} responses are needed, and more of them bring nobody forward. Only what was put in this server counts.`;

interface Told {
  readonly of: BoardOf;
  readonly period: Period;
  readonly reckoning: Reckoning;
  /** Who responded; and of them, those who let themselves be shown. */
  readonly all: readonly MemberStanding[];
  readonly shown: readonly MemberStanding[];
}

async function shownOf({ store }: Context, learners: readonly LearnerId[]): Promise<ReadonlySet<LearnerId>> {
  const set = await store.settingOfLearners(learners, SHOWN.name);
  const isOn = (text: string): boolean => {
    const value = SHOWN.read(text);
    return value.ok ? value.value : SHOWN.usual;
  };
  return new Set([...set].flatMap(([learner, value]) => (isOn(value) ? [learner] : [])));
}

function standings({ of, reckoning, all, shown }: Told): readonly Block[] {
  if (all.length === 0) return [text(`Nobody has responded to a question of this ${of} ${reckoning.said}.`)];
  const ranked = rankBoard(shown);
  const warming = shown.filter(isWarmingUp);
  const hidden = all.length - shown.length;
  const more = ranked.length - MOST_RANKS;
  return [
    text(`What was responded ${reckoning.said}.`),
    ...(shown.length === 0 ? [text('Nobody lets themselves be named here yet.')] : []),
    ...ranked.slice(0, MOST_RANKS).map(line),
    ...(more > 0 ? [text(`And ${more} more after them.`)] : []),
    ...(warming.length > 0
      ? [
          people(
            'Warming up',
            warming.slice(0, 2 * MOST_RANKS).map(({ user }) => person(user)),
          ),
        ]
      : []),
    ...(hidden > 0 ? [text(`And ${hidden} who ${hidden === 1 ? 'is' : 'are'} not shown.`)] : []),
  ];
}

/** `=2. 5 mastered, 80% of 15 right` and who that is. */
function line(ranked: Ranked<MemberStanding>): Block {
  const { mastered, responses } = ranked.who;
  const share = percent(shareOf(ranked.who));
  return people(`${rankWords(ranked)}. ${mastered} mastered, ${share} of ${responses} right at first try`, [
    person(ranked.who.user),
  ]);
}

const rankWords = ({ rank, isTied }: Ranked<MemberStanding>): string => `${isTied ? '=' : ''}${rank}`;

/** Where the asker stands among those who are shown, or would. */
function ownWords({ of, all, shown }: Told, learner: string, isShown: boolean): string {
  const own = all.find((each) => each.learner === learner);
  if (own === undefined) return `You have not responded to a question of this ${of} in that time.`;
  if (isWarmingUp(own))
    return `You have ${counted(own.responses, 'response')}; with ${LEAST_RESPONSES} there is a rank for you.`;
  const ranked = rankBoard(isShown ? shown : [...shown, own]);
  const mine = ranked.find(({ who }) => who === own);
  const place = mine ? `${rankWords(mine)} of ${ranked.length}` : '';
  return isShown
    ? `You are number ${place}.`
    : `You are not shown. If you were, you would be number ${place}; only you are told.`;
}

function choicesOf({ of, period, shown }: Told, isShown: boolean): readonly Choice[] {
  const other = of === 'channel' ? 'server' : 'channel';
  return [
    ...(shown.length > 0 ? [button('Show the channel', `/scores ${of} ${period} everyone`)] : []),
    ...PERIODS.filter((each) => each !== period).map((each) => button(LABELS[each], `/scores ${of} ${each}`)),
    button(`Board of the ${other}`, `/scores ${other} ${period}`),
    isShown ? button('Leave the boards', '/scores leave') : button('Join the boards', '/scores join'),
  ];
}

const LABELS: Readonly<Record<Period, string>> = { week: 'This week', month: 'This month', all: 'Since the beginning' };
