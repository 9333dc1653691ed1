import { type DurationMs, type Instant, later } from '../base/time.ts';

/** Whether a key is seen for the first time, as far back as `span` goes; kept in memory. */
export function firstSight(span: DurationMs): (key: string, now: Instant) => boolean {
  const forgottenAt = new Map<string, Instant>();
  return (key, now) => {
    for (const [old, at] of forgottenAt) {
      if (at > now) break; // the rest came later
      forgottenAt.delete(old);
    }
    if (forgottenAt.has(key)) return false;
    forgottenAt.set(key, later(now, span));
    return true;
  };
}
