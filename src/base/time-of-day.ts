import type { LocalTime } from './local-time.ts';
import { fail, ok, type Result } from './result.ts';
import { parseWeekdays, type Weekdays } from './weekdays.ts';

export type TimeProblem =
  | { readonly kind: 'unreadable' }
  /** `25:00`. */
  | { readonly kind: 'no-such-hour' }
  /** `9:75`. */
  | { readonly kind: 'no-such-minute' }
  /** `13pm`. */
  | { readonly kind: 'no-such-half-day-hour' }
  /** `24:00`: the end of one day, and the beginning of another. */
  | { readonly kind: 'end-of-day' }
  /** `0 9 * * 1-5`: a line of cron's table; `meant` if it says one time of some days of the week. */
  | { readonly kind: 'cron'; readonly meant?: { readonly time: LocalTime; readonly days: Weekdays } };

/** Reads a time of day as people write it: `9`, `9am`, `9:30 pm`, `09:00`, `21.30`, `21h30`, `0930`, `noon`. */
export function parseTimeOfDay(text: string): Result<LocalTime, TimeProblem> {
  const plain = text.trim().toLowerCase();
  if (isCron(plain)) return fail(cronProblem(plain));
  if (plain === 'noon' || plain === 'midday') return ok('12:00');
  if (plain === 'midnight') return ok('00:00');
  const [, hours, minutes = '00', half] = /^(\d{1,2}?)(?:[:.h]?(\d{2}))?\s*(?:([ap])\.?m\.?)?$/.exec(plain) ?? [];
  if (hours === undefined) return fail({ kind: 'unreadable' });
  const hour = Number(hours);
  if (Number(minutes) > 59) return fail({ kind: 'no-such-minute' });
  if (half !== undefined && (hour < 1 || hour > 12)) return fail({ kind: 'no-such-half-day-hour' });
  if (hour === 24 && Number(minutes) === 0) return fail({ kind: 'end-of-day' });
  if (hour > 23) return fail({ kind: 'no-such-hour' });
  const ofDay = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return ok(`${twoDigits(ofDay)}:${minutes}`);
}

/** Whether a word is meant for a time, be it one or not. */
export const looksLikeTime = (word: string): boolean =>
  /^(?:\d{1,2}(?:[:.h]\d{1,2})?(?:[ap]\.?m\.?)?|\d{3,4}|noon|midday|midnight)$/i.test(word) || isCron(word);

/** How many words a line of cron's table has, without what it runs. */
export const CRON_FIELDS = 5;
const CRON_FIELD = /^(?:[\d*?]|[a-z]{3}(?![a-z]))[\w*?,/#-]*$/i;

/** Whether it is a line of cron's table, or a word that stands for one. */
export function isCron(text: string): boolean {
  const fields = text.trim().split(/\s+/);
  if (fields.length === 1) return CRON_WORD.test(text.trim());
  return (
    fields.length === CRON_FIELDS &&
    /^[\d*]/.test(text.trim()) &&
    text.includes('*') &&
    fields.every((field) => CRON_FIELD.test(field))
  );
}
const CRON_WORD = /^@(?:yearly|annually|monthly|weekly|daily|hourly|midnight)$/i;

/** What cron would take it to mean. Source: crontab(5). */
function cronProblem(plain: string): TimeProblem {
  const [minute = '', hour = '', day, month, weekday = ''] = plain.split(/\s+/);
  const time = parseTimeOfDay(`${hour}:${minute.padStart(2, '0')}`);
  const days =
    weekday === '*' || weekday === '?' ? parseWeekdays('daily') : parseWeekdays(weekday.replace(/\d/g, dayOfCron));
  const isWeekly = day !== undefined && month === '*' && /^[*?]$/.test(day) && time.ok && days.ok;
  return { kind: 'cron', ...(isWeekly && { meant: { time: time.value, days: days.value } }) };
}

/** 0 and 7 are Sunday. */
const dayOfCron = (digit: string): string =>
  ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'][Number(digit)] ?? digit;

const twoDigits = (value: number): string => String(value).padStart(2, '0');
