import { addDays, type LocalDate, localDate, monthBegin, startOfDay } from '../../base/local-time.ts';
import { assertNever } from '../../base/result.ts';
import { DAY, type Instant, instant, later, type Stretch } from '../../base/time.ts';
import type { Zone } from '../../base/zone.ts';
import { mondayOf } from '../../learning/streak.ts';

export const PERIODS = ['week', 'month', 'all'] as const;
export type Period = (typeof PERIODS)[number];

/** A period as it is counted: up to now, and what it is held against, if anything. */
export interface Reckoning {
  readonly within: Stretch;
  /** In a sentence, with its dates: `this week, since Monday, 2026-03-02`. */
  readonly said: string;
  readonly before?: { readonly within: Stretch; readonly said: string };
}

/** The week begins on Monday, the month on its first day, both by the clocks of a zone; against the whole one before. */
export function reckon(period: Period, zone: Zone, now: Instant): Reckoning {
  const today = localDate(zone, now);
  switch (period) {
    case 'week': {
      const monday = mondayOf(today);
      return since(zone, now, monday, addDays(monday, -7), 'week', 'Monday, ');
    }
    case 'month':
      return since(zone, now, monthBegin(today, 0), monthBegin(today, -1), 'month', '');
    case 'all':
      return { within: { from: instant(0), to: later(now, 1) }, said: 'since the beginning' };
    default:
      return assertNever(period);
  }
}

/** The last 30 days, against the 30 before them: no date on which all begins at nothing again. */
export function lastThirtyDays(now: Instant): Reckoning {
  const [from, to] = [later(now, -30 * DAY), later(now, 1)];
  return {
    within: { from, to },
    said: 'in the last 30 days',
    before: { within: { from: later(from, -30 * DAY), to: from }, said: 'in the 30 days before' },
  };
}

function since(
  zone: Zone,
  now: Instant,
  begin: LocalDate,
  beginBefore: LocalDate,
  unit: 'week' | 'month',
  day: string,
): Reckoning {
  const from = startOfDay(zone, begin);
  return {
    within: { from, to: later(now, 1) },
    said: `this ${unit}, since ${day}${begin} (${zone})`,
    before: { within: { from: startOfDay(zone, beginBefore), to: from }, said: `in the ${unit} before` },
  };
}
