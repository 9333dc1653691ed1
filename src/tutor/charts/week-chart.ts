import type { ChartWeek, WeekChart } from '../../base/chart.ts';
import { addDays, localDate } from '../../base/local-time.ts';
import type { Instant } from '../../base/time.ts';
import type { Zone } from '../../base/zone.ts';
import { isRecalled, type ScoredReview } from '../../learning/scores.ts';
import { DAYS_OF_A_PRACTICE_WEEK, mondayOf } from '../../learning/streak.ts';

const MOST = 8;

/** A learner's responses week by week, by the clocks of a zone, up to the week that it is now. */
export function weekChart(reviews: readonly ScoredReview[], zone: Zone, now: Instant): WeekChart {
  const dated = reviews.map((review) => ({ ...review, day: localDate(zone, review.at) }));
  const byWeek = Map.groupBy(dated, ({ day }) => mondayOf(day));
  const thisWeek = mondayOf(localDate(zone, now));
  const [first = thisWeek] = [...byWeek.keys()].toSorted();
  const weeks: ChartWeek[] = [];
  for (let week = first; week <= thisWeek; week = addDays(week, 7)) {
    const own = byWeek.get(week) ?? [];
    weeks.push({
      ...{ label: week.slice(5), responses: own.length, right: own.filter(isRecalled).length },
      isKept: new Set(own.map(({ day }) => day)).size >= DAYS_OF_A_PRACTICE_WEEK,
    });
  }
  const earlier = weeks.slice(0, -MOST);
  return {
    ...{ kind: 'weeks', title: 'Your practice, week by week', weeks: weeks.slice(-MOST) },
    keptDays: DAYS_OF_A_PRACTICE_WEEK,
    ...(earlier.length > 0 && { earlier: together(earlier) }),
  };
}

const together = (weeks: readonly ChartWeek[]): NonNullable<WeekChart['earlier']> => ({
  weeks: weeks.length,
  responses: weeks.reduce((sum, { responses }) => sum + responses, 0),
  right: weeks.reduce((sum, { right }) => sum + right, 0),
});
