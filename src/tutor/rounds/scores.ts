import type { LearnerId } from '../store/account.ts';
import type { Round, RoundQuestion, RoundResponse, Seat } from '../store/rounds.ts';
import { isRight, pressed } from './tally.ts';

/** What somebody has reached in a round. Points are hundredths: 100 for what is right, and at most 20 for being quick. */
export interface Score {
  readonly right: number;
  readonly points: number;
}

/** The questions that count: those that are closed and were not skipped. */
export const countingIn = (questions: readonly RoundQuestion[]): readonly RoundQuestion[] =>
  questions.filter(({ revealedAt, isSkipped }) => revealedAt !== undefined && !isSkipped);

/** What each has reached who responded to a question that counts. Where nothing was responded, nothing is gained. */
export function scoresIn(
  { hasSpeedBonus, pace }: Pick<Round, 'hasSpeedBonus' | 'pace'>,
  questions: readonly RoundQuestion[],
  responses: readonly RoundResponse[],
): ReadonlyMap<LearnerId, Score> {
  const counting = new Map(countingIn(questions).map((each) => [each.number, { ...each, form: pressed(each).form }]));
  const isQuick = hasSpeedBonus && pace.kind === 'timed';
  const scores = new Map<LearnerId, Score>();
  for (const given of responses) {
    const question = counting.get(given.number);
    if (!question) continue;
    const { right, points } = scores.get(given.learner) ?? { right: 0, points: 0 };
    const gained = isRight(question.form, given.response) ? 100 + (isQuick ? bonusOf(question, given) : 0) : 0;
    scores.set(given.learner, { right: right + (gained > 0 ? 1 : 0), points: points + gained });
  }
  return scores;
}

/**
 * Hundredths of a point, 0 to 20: linear in the time that was left when the response was last changed, all of it for
 * whoever chose within the time that reading takes. Where there is no time beyond that, nobody is quick.
 */
export function bonusOf(
  { paceMs = 0, leastMs = 0 }: Pick<RoundQuestion, 'paceMs' | 'leastMs'>,
  { leftMs = 0 }: Pick<RoundResponse, 'leftMs'>,
): number {
  const window = paceMs - leastMs;
  if (window <= 0) return 0;
  return Math.round(20 * Math.min(1, Math.max(0, leftMs / window)));
}

/** Those who have reached the same share a place; the next place counts all before it, as 1, 1, 3. */
export interface Place {
  readonly place: number;
  readonly score: Score;
  readonly learners: readonly LearnerId[];
}

/** Best first. */
export function placesOf(scores: ReadonlyMap<LearnerId, Score>): readonly Place[] {
  const byPoints = Map.groupBy(scores, ([, { points }]) => points);
  let place = 1;
  return [...byPoints]
    .toSorted(([one], [other]) => other - one)
    .flatMap(([, all]) => {
      const [first] = all;
      const learners = all.map(([learner]) => learner);
      const found = first && { place, score: first[1], learners };
      place += learners.length;
      return found ?? [];
    });
}

/** Teams count from 1; seats go to them in turn, so that whoever comes next is put into the smallest. */
export const teamOf = ({ seat }: Pick<Seat, 'seat'>, teams: number): number => ((seat - 1) % teams) + 1;

export interface TeamScore {
  readonly team: number;
  readonly members: number;
  /** 0 to 1: the mean of its members' shares right, so that its size makes no difference. */
  readonly share: number;
}

/** Of each team that has members to count: their shares right of the questions since each joined. Best first. */
export function teamScoresIn(
  { pace, teams = 0 }: Pick<Round, 'pace' | 'teams'>,
  questions: readonly RoundQuestion[],
  responses: readonly RoundResponse[],
  seats: readonly Seat[],
): readonly TeamScore[] {
  const forms = new Map(countingIn(questions).map((each) => [each.number, pressed(each).form]));
  const rightOf = Map.groupBy(
    responses.filter(({ number, response }) => {
      const form = forms.get(number);
      return form && isRight(form, response);
    }),
    ({ learner }) => learner,
  );
  const shares = seats.flatMap((seat) => {
    // Where all questions were put at once, nobody came too late for one.
    const asked = [...forms.keys()].filter((number) => pace.kind === 'open' || number >= seat.number).length;
    const right = rightOf.get(seat.learner)?.length ?? 0;
    return asked === 0 ? [] : [{ team: teamOf(seat, teams), share: right / asked }];
  });
  return [...Map.groupBy(shares, ({ team }) => team)]
    .map(([team, own]) => ({
      team,
      members: own.length,
      share: own.reduce((sum, { share }) => sum + share, 0) / own.length,
    }))
    .toSorted((one, other) => other.share - one.share || one.team - other.team);
}
