import { type Instant, instant } from '../base/time.ts';
import type { Internet } from '../dns/resolver/internet.ts';

/** What answers from a moment on, until the next phase. */
export interface Phase {
  readonly from: Instant;
  readonly internet: Internet;
}

/** A phase, or the time before the beginning, in which nothing changes that answers. */
export interface Stretch extends Phase {
  readonly until: Instant;
}

/** The phases of a timeline, each with its end, and before them the time in which the first stood already. */
export function stretchesOf(phases: readonly Phase[], start: Instant): readonly Stretch[] {
  const stretches = phases.map((phase, place) => ({ ...phase, until: phases[place + 1]?.from ?? FOREVER }));
  const [first] = phases;
  if (!first) throw new Error('a timeline has no beginning');
  return [{ internet: first.internet, from: instant(Number.NEGATIVE_INFINITY), until: start }, ...stretches];
}

/** The one in which a moment lies. */
export function stretchAt(stretches: readonly Stretch[], now: Instant): Stretch {
  const stretch = stretches.findLast(({ from }) => from <= now);
  if (!stretch) throw new Error('no stretch begins that early');
  return stretch;
}

const FOREVER = instant(Number.POSITIVE_INFINITY);
