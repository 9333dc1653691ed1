import { counted } from '../names.ts';
import { type Block, people, text } from '../reply.ts';
import { SHOWN } from '../settings/settings.ts';
import type { LearnerId } from '../store/account.ts';
import type { Round, RoundPerson } from '../store/rounds.ts';
import type { Member } from '../venue.ts';
import { peopleIn } from './round-words.ts';
import type { Place, Score, TeamScore } from './scores.ts';

/** Those who let others see that it was them, by what their platform calls them. */
export const shownAmong = (all: readonly RoundPerson[]): ReadonlyMap<LearnerId, Member> =>
  new Map(
    all.flatMap(({ learner, member, set }) => {
      const isShown = set === undefined ? undefined : SHOWN.read(set);
      return isShown?.ok && isShown.value ? [[learner, member] as const] : [];
    }),
  );

export interface Standings {
  readonly round: Round;
  /** How many questions count so far. */
  readonly counting: number;
  readonly places: readonly Place[];
  readonly teams: readonly TeamScore[];
  readonly shown: ReadonlyMap<LearnerId, Member>;
}

/** How many are named between two questions. */
const NAMED = 5;

/** How it stands: the first few of those who let themselves be shown and have one right, with their places; of the others how many there are. */
export function standingsSoFar(standings: Standings): readonly Block[] {
  const { places } = standings;
  const all = places.flatMap(({ learners }) => learners).length;
  if (all === 0) return [];
  let left = NAMED;
  const named = places.filter(hasOne).flatMap((place) => {
    const members = membersOf(standings, place).slice(0, left);
    left -= members.length;
    return members.length > 0 ? [people(labelOf(standings, place), members)] : [];
  });
  const others = all - (NAMED - left);
  return [
    ...teamMeters(standings),
    ...named,
    ...(others > 0 ? [text(named.length > 0 ? `And ${others} more.` : `${peopleIn(all)} so far.`)] : []),
  ];
}

/** The last place on the podium. */
const LAST_ON_PODIUM = 3;
const NAMED_IN_PLACE = 10;

/** Places 1 to 3 of those who have one right. */
export const onPodium = (places: readonly Place[]): readonly Place[] =>
  places.filter((place) => place.place <= LAST_ON_PODIUM && hasOne(place));

/** Places 1 to 3 of those who have one right, ties shared; who is not shown is counted. */
export function podium(standings: Standings): readonly Block[] {
  const onIt = onPodium(standings.places);
  const none = standings.places.length > 0 && onIt.length === 0 ? [text('This time nobody had one right.')] : [];
  return [...teamMeters(standings), ...onIt.map((place) => inPlace(standings, place)), ...none];
}

const hasOne = ({ score }: Place): boolean => score.right > 0;

function inPlace(standings: Standings, place: Place): Block {
  const members = membersOf(standings, place);
  const named = members.slice(0, NAMED_IN_PLACE);
  const hidden = place.learners.length - members.length;
  const unsaid = [
    ...(members.length > named.length ? [`${members.length - named.length} more`] : []),
    ...(hidden > 0 ? [`${hidden === 1 ? 'one' : hidden} who ${hidden === 1 ? 'is' : 'are'} not shown`] : []),
  ];
  const label = labelOf(standings, place);
  if (named.length === 0) return text(`${label}: ${unsaid.join(' and ')}.`);
  return people(`${label}${unsaid.length > 0 ? `, with ${unsaid.join(' and ')}` : ''}`, named);
}

const membersOf = ({ shown }: Standings, { learners }: Place): readonly Member[] =>
  learners.flatMap((learner) => shown.get(learner) ?? []).toSorted();

/** `1. 4 of 5`; shared places with an equals sign. */
const labelOf = ({ round, counting }: Standings, { place, score, learners }: Place): string =>
  `${learners.length > 1 ? '=' : ''}${place}. ${reached(round, score, counting)}`;

/** What somebody has reached, in words. */
export const reached = (round: Round, { right, points }: Score, counting: number): string =>
  round.hasSpeedBonus
    ? `${(points / 100).toFixed(2)} points, ${right} of ${counting} right`
    : `${right} of ${counting}`;

/** How the teams stand, the best first. */
export const teamMeters = ({ teams }: Standings): readonly Block[] =>
  teams.map(({ team, members, share }) => ({
    kind: 'meter',
    label: `Team ${team}`,
    share,
    text: `${counted(members, 'member')}, mean of their shares right`,
  }));
