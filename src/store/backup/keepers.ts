import { DAY, HOUR, type Instant, instant } from '../../base/time.ts';

/** How many copies are kept: the last of each of so many hours, days and weeks that have one. */
export interface Keep {
  readonly hourly: number;
  readonly daily: number;
  readonly weekly: number;
}

/**
 * Which of the copies made at these moments are kept; the newest always is. Hours, days and weeks are those of UTC, the
 * weeks beginning on Thursday as 1970 did, and count only if they have a copy: a pause costs none of what was there.
 */
export function keepers(made: readonly Instant[], { hourly, daily, weekly }: Keep): ReadonlySet<Instant> {
  const newestFirst = made.toSorted((one, other) => other - one);
  const lastOfEach = (span: number, count: number): readonly Instant[] => {
    const last = new Map<number, Instant>();
    for (const at of newestFirst) {
      const which = Math.floor(at / span);
      if (!last.has(which)) last.set(which, at);
    }
    return [...last.values()].slice(0, count);
  };
  return new Set([
    ...newestFirst.slice(0, 1),
    ...lastOfEach(HOUR, hourly),
    ...lastOfEach(DAY, daily),
    ...lastOfEach(7 * DAY, weekly),
  ]);
}

/** What the copy made at a moment is called: `hostmaster-20261126T160301Z.db`. */
export const copyName = (at: Instant): string => `hostmaster-${stampOf(at)}.db`;

/** `20261126T160301Z`. */
export const stampOf = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** When the copy of that name was made; undefined for what is no such name. */
export function madeAt(name: string): Instant | undefined {
  const [, year, month, day, hour, minute, second] =
    /^hostmaster-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.db$/.exec(name) ?? [];
  if (year === undefined) return undefined;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? undefined : instant(at);
}
