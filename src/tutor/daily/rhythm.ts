import {
  addDays,
  dueInstant,
  instantsOf,
  type LocalDate,
  type LocalTime,
  localDate,
  weekdayOf,
} from '../../base/local-time.ts';
import type { Instant } from '../../base/time.ts';
import type { Weekdays } from '../../base/weekdays.ts';
import type { Zone } from '../../base/zone.ts';

/** At which time of which days something comes, by the clocks of a zone. */
export interface Rhythm {
  readonly zone: Zone;
  readonly time: LocalTime;
  readonly days: Weekdays;
}

/** The date that something comes for, and when. */
export interface Due {
  readonly date: LocalDate;
  readonly at: Instant;
}

/**
 * The first that is due after a moment.
 * @param past a date that must be past too, as it has had its own
 */
export function nextDue(rhythm: Rhythm, after: Instant, past?: LocalDate): Due {
  // What is due on a day whose last hour is left out comes the day after.
  const yesterday = addDays(localDate(rhythm.zone, after), -1);
  for (let date = past === undefined || past < yesterday ? yesterday : addDays(past, 1); ; date = addDays(date, 1)) {
    const due = dueOn(rhythm, date);
    if (due && due.at > after) return due;
  }
}

/** The last that is due up to a moment, that moment included. */
export function lastDue(rhythm: Rhythm, until: Instant): Due {
  for (let date = localDate(rhythm.zone, until); ; date = addDays(date, -1)) {
    const due = dueOn(rhythm, date);
    if (due && due.at <= until) return due;
  }
}

/** What is due for a date; undefined if none of its days is that, or if the zone leaves it out. */
export function dueOn({ zone, time, days }: Rhythm, date: LocalDate): Due | undefined {
  if (!days.includes(weekdayOf(date))) return undefined;
  const at = dueInstant(zone, date, time);
  return at === undefined ? undefined : { date, at };
}

/** A date on which the clocks do not show the time once, as they do otherwise. */
export type OddDate =
  /** It comes at the first instant after it. */
  | { readonly kind: 'no-such-time'; readonly date: LocalDate; readonly at: Instant }
  /** It comes at the first of the two. */
  | { readonly kind: 'twice'; readonly date: LocalDate; readonly at: Instant }
  /** There is no such date, and so it does not come. */
  | { readonly kind: 'no-such-date'; readonly date: LocalDate };

/** The odd dates among so many from one on, in order. */
export function oddDates({ zone, time, days }: Rhythm, from: LocalDate, count: number): readonly OddDate[] {
  const dates = Array.from({ length: count }, (_, day) => addDays(from, day));
  return dates
    .filter((date) => days.includes(weekdayOf(date)))
    .flatMap((date): readonly OddDate[] => {
      const [first, second] = instantsOf(zone, date, time);
      if (first !== undefined) return second === undefined ? [] : [{ kind: 'twice', date, at: first }];
      const at = dueInstant(zone, date, time);
      return [at === undefined ? { kind: 'no-such-date', date } : { kind: 'no-such-time', date, at }];
    });
}
