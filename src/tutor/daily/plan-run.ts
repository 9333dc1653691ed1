import { type DurationMs, type Instant, later, MINUTE, SECOND } from '../../base/time.ts';
import type { Zone } from '../../base/zone.ts';
import { isQuiet, type QuietHours, quietEnd, quietStart } from './quiet-hours.ts';
import type { Due } from './rhythm.ts';

/** What decides over a prompt whose time has come, besides the time. */
export interface Circumstances {
  readonly zone: Zone;
  /** How late a prompt may come. */
  readonly lateWindow: DurationMs;
  readonly quietHours: QuietHours | undefined;
  /** How long after the time it comes, within the minute. */
  readonly spread: DurationMs;
}

/** What to do about a date: put its prompt, unless that cannot be posted before it lapses; wait; or leave it out. */
export type Plan =
  | { readonly kind: 'put'; readonly lapsesAt: Instant }
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'late' | 'quiet' };

/** Nothing is put in quiet hours: what falls in them comes when they end, if that is not too late. */
export function planRun(due: Due, { zone, lateWindow, quietHours, spread }: Circumstances, now: Instant): Plan {
  // The minute that it is due at is never late.
  const last = later(due.at, lateWindow + MINUTE);
  if (now > last) return { kind: 'late' };
  if (quietHours === undefined) return { kind: 'put', lapsesAt: last };
  if (!isQuiet(quietHours, zone, now)) {
    const quiet = quietStart(quietHours, zone, now);
    return { kind: 'put', lapsesAt: quiet < last ? quiet : last };
  }
  const until = later(quietEnd(quietHours, zone, now), spread);
  return until <= last ? { kind: 'wait', until } : { kind: 'quiet' };
}

const LONGEST_SPREAD: DurationMs = 40 * SECOND;

/** How long after its minute begins a schedule's prompts come: always the same for one, and spread over many. FNV-1a. */
export function spreadOf(schedule: string): DurationMs {
  let hash = 0x811c9dc5;
  for (const octet of new TextEncoder().encode(schedule)) hash = Math.imul(hash ^ octet, 0x01000193);
  return (hash >>> 0) % (LONGEST_SPREAD + 1);
}
