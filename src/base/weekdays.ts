import { WEEKDAYS } from './local-time.ts';
import { nearest } from './nearest.ts';
import { fail, ok, type Result } from './result.ts';

/** Days of the week, 1 for Monday to 7 for Sunday, in that order, each once; at least one. ISO 8601. */
export type Weekdays = readonly number[];

/** A word that says no day; perhaps one is meant. */
export interface WeekdayProblem {
  readonly word: string;
  readonly nearest?: string;
}

/** Reads `daily`, `weekdays`, `weekends`, or days by name, or the beginning of it: `mon,wed`, `mon-fri`, `Tuesday and Friday`. */
export function parseWeekdays(text: string): Result<Weekdays, WeekdayProblem> {
  const plain = text.trim().toLowerCase();
  const group = GROUPS.get(plain.replace(/\s+/g, ' '));
  if (group) return ok(group);
  const days = new Set<number>();
  for (const part of partsOf(plain)) {
    const [first = '', last = first] = part.split('-');
    const [from, to] = [dayCalled(first), dayCalled(last)];
    if (from === undefined) return fail(problemWith(first));
    if (to === undefined) return fail(problemWith(last));
    for (let day = from; ; day = (day % 7) + 1) {
      days.add(day);
      if (day === to) break;
    }
  }
  return days.size === 0 ? fail(problemWith(plain)) : ok([...days].sort());
}

/** `daily`, `weekdays`, `weekends` or `mon,wed`, which `parseWeekdays` reads back. */
export function writeWeekdays(days: Weekdays): string {
  const written = days.map(shortNameOf).join(',');
  const group = ['daily', 'weekdays', 'weekends'].find(
    (name) => GROUPS.get(name)?.map(shortNameOf).join(',') === written,
  );
  return group ?? written;
}

const shortNameOf = (day: number): string => (WEEKDAYS[day - 1] ?? '').slice(0, 3).toLowerCase();

const ALL: Weekdays = [1, 2, 3, 4, 5, 6, 7];
const WORKING: Weekdays = [1, 2, 3, 4, 5];
const FREE: Weekdays = [6, 7];
const GROUPS: ReadonlyMap<string, Weekdays> = new Map([
  ...['daily', 'every day', 'everyday', 'all', 'all days'].map((name) => [name, ALL] as const),
  ...['weekdays', 'weekday', 'workdays', 'working days'].map((name) => [name, WORKING] as const),
  ...['weekends', 'weekend'].map((name) => [name, FREE] as const),
]);

/** What stands between commas, spaces or `and`, with what joins the ends of a range drawn together. */
const partsOf = (plain: string): readonly string[] =>
  plain
    .replace(/\s*(?:[-–]|\bto\b)\s*/g, '-')
    .split(/(?:[,;+&\s]|\band\b)+/)
    .filter((part) => part !== '');

/** Monday by `monday`, `mondays`, `mon`, `mo` or `mon.`. */
function dayCalled(word: string): number | undefined {
  const plain = word.replace(/\.$/, '').replace(/(?<=day)s$/, '');
  if (plain.length < 2) return undefined;
  const place = WEEKDAYS.findIndex((name) => {
    const day = name.toLowerCase();
    return day === plain || (plain.length <= 5 && day.startsWith(plain));
  });
  return place < 0 ? undefined : place + 1;
}

function problemWith(word: string): WeekdayProblem {
  const near = word.length < 3 ? undefined : nearest(word, [...GROUPS.keys(), ...WEEKDAYS]);
  return { word, ...(near !== undefined && { nearest: near.toLowerCase() }) };
}
