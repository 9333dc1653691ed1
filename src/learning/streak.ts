import { addDays, type LocalDate, weekdayOf } from '../base/local-time.ts';

export interface Streak {
  /** Practice weeks in the run that still goes on; 0 if none does. */
  readonly weeks: number;
  /** Days practised so far in the week of today, 0 to 7. */
  readonly daysThisWeek: number;
}

/** On so many days of its seven is a week practised in. */
export const DAYS_OF_A_PRACTICE_WEEK = 3;

/**
 * The run of practice weeks: ISO weeks, Monday to Sunday, with practice on three days or more.
 * A run forgives a single week that was missed, as often as there is one, and ends with two in a row: who is ill or
 * away for a week has lost nothing. What was missed adds nothing either. The week of today counts as soon as it has
 * its three days, and is not missed before it is over, so that the number never falls while a run goes on.
 * @param days on which something was responded to, by the learner's own calendar, in any order; those after today are
 *   left out
 */
export function streakOf(days: Iterable<LocalDate>, today: LocalDate): Streak {
  const byWeek = Map.groupBy(new Set([...days].filter((day) => day <= today)), mondayOf);
  const isPractised = (week: LocalDate) => (byWeek.get(week)?.length ?? 0) >= DAYS_OF_A_PRACTICE_WEEK;
  const thisWeek = mondayOf(today);
  let weeks = isPractised(thisWeek) ? 1 : 0;
  let missed = 0;
  for (let week = addDays(thisWeek, -7); missed < 2; week = addDays(week, -7)) {
    missed = isPractised(week) ? 0 : missed + 1;
    if (missed === 0) weeks += 1;
  }
  return { weeks, daysThisWeek: byWeek.get(thisWeek)?.length ?? 0 };
}

/** The Monday on or before a day, by which its ISO week is known here.. */
export const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - weekdayOf(day));
