import { type DurationMs, type Instant, later, MINUTE, SECOND } from '../base/time.ts';
import type { Cache, CacheEntry } from '../dns/resolver/cache.ts';
import type { Member } from './population.ts';

/** What a resolver that asks again and again is at, in some minute: what it remembers, and when it looks everything up next. */
export interface Mark {
  readonly minute: number;
  readonly now: Instant;
  readonly cache: Cache;
  readonly next: readonly number[];
}

/**
 * How many minutes a resolver can be taken ahead. Where all is as it was, only later, it goes on like that in whole
 * periods, until something runs out that it does not take up again in each. 0 where it is not as it was.
 * @param minuteFrom the first minute in which it asks at or after a moment
 * @param horizon the minute in which at the latest something else changes
 */
export function aheadBy(
  before: Mark,
  here: Mark,
  { habits: { staleFor = 0 } }: Member,
  minuteFrom: (moment: number) => number,
  horizon: number,
): number {
  const period = here.minute - before.minute;
  if (here.next.some((at, place) => at - (before.next[place] ?? 0) !== period)) return 0;
  const ends = (entry: CacheEntry): Instant => later(entry.until, staleFor * SECOND);
  let end = horizon;
  for (const [id, entry] of here.cache.entries) {
    if (ends(entry) <= here.now) continue;
    const moved = entry.until - (before.cache.entries.get(id)?.until ?? Number.NaN);
    if (moved === period * MINUTE) continue;
    if (moved !== 0 || entry.until <= here.now !== entry.until <= before.now) return 0;
    end = Math.min(end, minuteFrom(entry.until > here.now ? entry.until : ends(entry)));
  }
  for (const [id, entry] of before.cache.entries) {
    const now = here.cache.entries.get(id);
    if (ends(entry) > before.now && (!now || ends(now) <= here.now)) return 0;
  }
  return Math.max(0, Math.floor((end - 1 - here.minute) / period)) * period;
}

/** What it remembers so many minutes later: what it has taken up again since the mark, taken up that much later. */
export function takenAhead(before: Mark, here: Mark, minutes: number): Cache {
  const entries = [...here.cache.entries].map(([id, entry]) => {
    const isNew = before.cache.entries.get(id)?.until !== entry.until;
    return [id, isNew ? shifted(entry, minutes * MINUTE) : entry] as const;
  });
  return { ...here.cache, entries: new Map(entries) };
}

const shifted = (entry: CacheEntry, span: DurationMs): CacheEntry => ({
  ...entry,
  since: later(entry.since, span),
  until: later(entry.until, span),
});
