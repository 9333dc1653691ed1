import { DAY, type Instant } from '../base/time.ts';

/** What of a review says anything of misconceptions. Lists of these are oldest first. */
export interface TellingReview {
  readonly verdict: 'correct' | 'partial' | 'incorrect';
  /** Those that the response showed, by id. */
  readonly misconceptions: readonly string[];
  /** Those that the question could have shown. */
  readonly offered: readonly string[];
  readonly hints: number;
  readonly at: Instant;
}

/** A misconception that a learner has shown at some time. */
export interface ShownMisconception {
  readonly id: string;
  /** How many responses showed it. */
  readonly times: number;
  readonly lastShown: Instant;
  readonly state: 'held' | 'overcome';
  /** When it was overcome. */
  readonly overcomeAt?: Instant;
}

const DAYS_RESISTED = 2;

/**
 * The misconceptions that a log shows: those that are held first, of either the one shown last first.
 *
 * One is overcome once, since it was last shown, two questions that offered it were responded to rightly and without
 * a hint, on two different UTC days; until then it is held, and shown again it is held again. Two, since one right
 * pick says little: of two options, half of all guesses are right. Two days, since what was corrected minutes ago is
 * perhaps only still in mind, and what was believed before tends to come back (Butler, Fazio & Marsh 2011). Only
 * questions that offered it count, as the others could not have shown it; and not after a hint, which may have ruled
 * it out. UTC for the reasons that `isMastered` has.
 */
export function misconceptionsIn(reviews: readonly TellingReview[]): readonly ShownMisconception[] {
  const ids = new Set(reviews.flatMap(({ misconceptions }) => misconceptions));
  const all = [...ids].flatMap((id) => misconceptionIn(reviews, id));
  const isHeld = ({ state }: ShownMisconception): number => (state === 'held' ? 1 : 0);
  return all.toSorted((one, other) => isHeld(other) - isHeld(one) || other.lastShown - one.lastShown);
}

/** The ids of those that are held now. */
export const heldIn = (reviews: readonly TellingReview[]): ReadonlySet<string> =>
  new Set(misconceptionsIn(reviews).flatMap(({ id, state }) => (state === 'held' ? [id] : [])));

/** The ids of those that the last review overcame. */
export function justOvercome(reviews: readonly TellingReview[]): readonly string[] {
  const held = heldIn(reviews.slice(0, -1));
  return misconceptionsIn(reviews).flatMap(({ id, state }) => (state === 'overcome' && held.has(id) ? [id] : []));
}

function misconceptionIn(reviews: readonly TellingReview[], id: string): readonly ShownMisconception[] {
  const shows = ({ misconceptions }: TellingReview): boolean => misconceptions.includes(id);
  const [place, last] = [reviews.findLastIndex(shows), reviews.findLast(shows)];
  if (last === undefined) return [];
  const resisted = reviews
    .slice(place + 1)
    .filter(({ verdict, offered, hints }) => verdict === 'correct' && hints === 0 && offered.includes(id));
  const ofEachDay = [...Map.groupBy(resisted, ({ at }) => Math.floor(at / DAY)).values()];
  const overcomeAt = ofEachDay[DAYS_RESISTED - 1]?.[0]?.at;
  const known = { id, times: reviews.filter(shows).length, lastShown: last.at };
  return [overcomeAt === undefined ? { ...known, state: 'held' } : { ...known, state: 'overcome', overcomeAt }];
}
