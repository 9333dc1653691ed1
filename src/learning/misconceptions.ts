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
  const traces = new Map<string, Trace>();
  for (const review of reviews) {
    for (const id of new Set(review.misconceptions)) traces.set(id, shown(traces.get(id), review));
    for (const id of resistedIn(review)) {
      const trace = traces.get(id);
      if (trace) traces.set(id, resisted(trace, review));
    }
  }
  const isHeld = ({ state }: ShownMisconception): number => (state === 'held' ? 1 : 0);
  return [...traces]
    .map(([id, trace]) => standing(id, trace))
    .toSorted((one, other) => isHeld(other) - isHeld(one) || other.lastShown - one.lastShown);
}

/** The ids of those that are held now. */
export const heldIn = (reviews: readonly TellingReview[]): ReadonlySet<string> =>
  new Set(misconceptionsIn(reviews).flatMap(({ id, state }) => (state === 'held' ? [id] : [])));

/** The ids of those that the last review overcame. */
export function justOvercome(reviews: readonly TellingReview[]): readonly string[] {
  const last = reviews.at(-1);
  if (last === undefined || resistedIn(last).length === 0) return [];
  const held = heldIn(reviews.slice(0, -1));
  return misconceptionsIn(reviews).flatMap(({ id, state }) => (state === 'overcome' && held.has(id) ? [id] : []));
}

/** What is known of one while the log is read: when it was shown, and the first response of each day that did not. */
interface Trace {
  readonly times: number;
  readonly lastShown: Instant;
  /** Since it was last shown; no more than are needed. */
  readonly resistedAt: readonly Instant[];
}

const shown = (trace: Trace | undefined, { at }: TellingReview): Trace => ({
  times: (trace?.times ?? 0) + 1,
  lastShown: at,
  resistedAt: [],
});

/** Those that a response could have shown and did not. */
const resistedIn = ({ verdict, hints, offered, misconceptions }: TellingReview): readonly string[] =>
  verdict === 'correct' && hints === 0 ? offered.filter((id) => !misconceptions.includes(id)) : [];

function resisted(trace: Trace, { at }: TellingReview): Trace {
  const { resistedAt } = trace;
  const isNew = resistedAt.every((earlier) => dayOf(earlier) !== dayOf(at));
  return isNew && resistedAt.length < DAYS_RESISTED ? { ...trace, resistedAt: [...resistedAt, at] } : trace;
}

const dayOf = (at: Instant): number => Math.floor(at / DAY);

function standing(id: string, { times, lastShown, resistedAt }: Trace): ShownMisconception {
  const overcomeAt = resistedAt[DAYS_RESISTED - 1];
  return overcomeAt === undefined
    ? { id, times, lastShown, state: 'held' }
    : { id, times, lastShown, state: 'overcome', overcomeAt };
}
