import { dateInWords, localDate, localTime } from '../../base/local-time.ts';
import { assertNever } from '../../base/result.ts';
import type { Schedule } from '../store/daily.ts';
import type { OddDate } from './rhythm.ts';

const MOST = 4;

/** What happens on the days on which the clocks do not show a schedule's time once, a sentence each. */
export function describeOddDates(
  schedule: Pick<Schedule, 'zone' | 'time'>,
  dates: readonly OddDate[],
): readonly string[] {
  const more = dates.length - MOST;
  const told = dates.slice(0, MOST).map((odd) => describeOddDate(schedule, odd));
  return more > 0 ? [...told, `The same happens on ${more} more days of the coming year.`] : told;
}

function describeOddDate({ zone, time }: Pick<Schedule, 'zone' | 'time'>, odd: OddDate): string {
  const day = dateInWords(odd.date);
  switch (odd.kind) {
    case 'no-such-time': {
      const [date, shows] = [localDate(zone, odd.at), localTime(zone, odd.at)];
      const when =
        date === odd.date ? `that day it comes at ${shows}` : `it comes at ${shows}, as ${dateInWords(date)} begins`;
      return `On ${day} there is no ${time} in ${zone}: the clocks are put forward past it, and ${when}.`;
    }
    case 'twice':
      return `On ${day} it is ${time} twice in ${zone}, since the clocks are put back: it comes the first time.`;
    case 'no-such-date':
      return `${zone} leaves out ${day}, so none comes for it.`;
    default:
      return assertNever(odd);
  }
}
