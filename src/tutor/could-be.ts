import { looksLikeTime } from '../base/time-of-day.ts';
import { parseWeekdays } from '../base/weekdays.ts';
import { parseZone } from '../base/zone.ts';
import type { OptionDeclaration } from './command.ts';
import { choiceOf } from './parse-option.ts';

/** Whether a word may be meant for an option that can be left out: for some types only if it looks like what they take. */
export function couldBe(option: OptionDeclaration, word: string): boolean {
  switch (option.type) {
    case 'choice':
      return choiceOf(option, word) !== undefined;
    case 'list':
      return !/^\d/.test(word); // a number is none of a list
    case 'integer':
      return !/^\d+[a-z]/i.test(word); // a span such as `45s` is no number
    case 'time':
      return looksLikeTime(word);
    case 'zone':
      return looksLikeZone(word);
    case 'days':
      return looksLikeDays(word);
    default:
      return true;
  }
}

/** By its slash, or as a city or another word that is the name of one; `+02:00` and `PST` too, which are none. */
function looksLikeZone(word: string): boolean {
  if (/^[a-z_]+\/[a-z_]/i.test(word) || /^(?:utc|gmt)?[+-]\d/i.test(word)) return true;
  if (/^[A-Z]{2,3}T$/.test(word)) return !parseWeekdays(word).ok;
  return parseZone(word).ok;
}

/** A list of which one is a day is one of days. */
const looksLikeDays = (word: string): boolean => word.split(',').some((part) => parseWeekdays(part).ok);
