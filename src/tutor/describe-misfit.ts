import { assertNever } from '../base/result.ts';
import type { TimeProblem } from '../base/time-of-day.ts';
import { writeWeekdays } from '../base/weekdays.ts';
import type { ZoneProblem } from '../base/zone.ts';
import type { NameFault } from '../dns/name.ts';
import type { Misfit } from './parse-problem.ts';
import { shown } from './shown.ts';

/** Why a word does not fit, and what would: the end of a sentence whose beginning names the word. */
export function describeMisfit(misfit: Misfit): string {
  switch (misfit.kind) {
    case 'empty':
      return 'it is empty.';
    case 'not-a-whole-number':
      return 'it takes a whole number, such as `300`.';
    case 'not-a-duration':
      return 'it takes a span of time, such as `90s`, `30m`, `1h30m`, `2d` or `48 hours`.';
    case 'duration-too-long':
      return 'the longest span is a hundred years, `36525d`.';
    case 'not-a-member':
      return 'it takes a person or a role, mentioned with `@`; where that does not help, by its id, as `@U024BE7LH`.';
    case 'not-a-channel':
      return 'it takes a channel, picked from the list that `#` brings up; where that does not help, by its id, as `#C024BE7LR`.';
    case 'not-a-time':
      return describeTimeProblem(misfit.problem);
    case 'not-a-zone':
      return describeZoneMisfit(misfit.problem);
    case 'not-days': {
      const { word, nearest } = misfit.problem;
      const meant = nearest === undefined ? '' : `, though \`${nearest}\` is one`;
      return `${shown(word)} is no day of the week${meant}. Type \`daily\`, \`weekdays\`, \`weekends\`, or days as in \`mon,wed\`.`;
    }
    case 'a-web-address':
      return `it is a web address. Type only the domain name in it: ${shown(misfit.host)}.`;
    case 'not-a-name':
      return describeFault(misfit.fault);
    case 'not-an-rr-type':
      return `it is no record type known here. Known are ${misfit.known.join(', ')}, and \`TYPE…\` with a number.`;
    case 'not-one-of': {
      const meant = misfit.nearest === undefined ? '' : `did you mean ${shown(misfit.nearest)}? `;
      return `${meant}${meant === '' ? 'it' : 'It'} takes ${listOf(misfit.known)}.`;
    }
    default:
      return assertNever(misfit);
  }
}

function describeTimeProblem(problem: TimeProblem): string {
  switch (problem.kind) {
    case 'unreadable':
      return 'it takes a time of day, such as `09:00`, `9am` or `21:30`.';
    case 'no-such-hour':
      return 'the hours of a day are 0 to 23, as in `21:30`.';
    case 'no-such-half-day-hour':
      return 'the hours before am and pm are 1 to 12, as in `9:30pm`.';
    case 'no-such-minute':
      return 'the minutes of an hour are 0 to 59, as in `09:45`.';
    case 'end-of-day':
      return 'a day ends with 23:59, and the next begins with `00:00`. Type that, or `23:59`.';
    case 'cron': {
      if (problem.meant === undefined)
        return 'that is how cron writes it. Type a time and days, as in `09:00 weekdays`.';
      const instead = `${problem.meant.time} ${writeWeekdays(problem.meant.days)}`;
      return `that is cron's way of writing \`${instead}\`. Type it so.`;
    }
    default:
      return assertNever(problem);
  }
}

function describeZoneMisfit(problem: ZoneProblem): string {
  const how = 'Type a place, as in `Europe/Lisbon`; or `UTC`.';
  switch (problem.kind) {
    case 'unknown':
      return problem.nearest === undefined
        ? `no time zone is called so. ${how}`
        : `did you mean \`${problem.nearest}\`?`;
    case 'offset':
      return `it is so many hours from UTC, which is not right all year where there is summer time. ${how}`;
    case 'abbreviation':
      return `it is short for more than one time zone, or for half the year of one. ${how}`;
    default:
      return assertNever(problem);
  }
}

/** What RFC 1035 §2.3.4 and §5.1 ask of a name. */
function describeFault({ problem, label }: NameFault): string {
  switch (problem) {
    case 'empty':
      return 'it is empty.';
    case 'empty-label':
      return 'there is nothing between two of its dots. A name is labels with one dot between, such as `www.example.com`.';
    case 'label-too-long':
      return `its label ${shown(label)} is longer than 63 octets.`;
    case 'name-too-long':
      return 'a name takes at most 255 octets. Leave out some labels.';
    case 'bad-escape':
      return `in its label ${shown(label)} a backslash must stand before a character or before three digits up to 255.`;
    case 'bad-character':
      return `its label ${shown(label)} has a character that a name cannot have. A name in another script is typed in its \`xn--\` form.`;
    default:
      return assertNever(problem);
  }
}

const MOST_LISTED = 12;

function listOf(known: readonly string[]): string {
  if (known.length === 0) return 'one of a list that is empty here';
  const words = known.slice(0, MOST_LISTED).map((word) => `\`${word}\``);
  const more = known.length - words.length;
  if (more > 0) return `one of ${words.join(', ')} and ${more} more`;
  return words.length === 1 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
