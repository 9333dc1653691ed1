import { DAY, type DurationMs, type Instant, instant, later } from '../base/time.ts';
import { replay } from './apply.ts';
import { happens, upcoming } from './befall.ts';
import type { WorldEvent } from './event.ts';
import type { World } from './world.ts';

/** The longest wait at once: a hundred years. */
export const MOST_WAIT: DurationMs = 36_525 * DAY;
/** How much may happen in one wait, so that whoever has very many registrations keeps nobody else waiting. */
const MOST_HAPPENS = 5000;
/** The end of time, as far as dates of four-digit years go. */
export const LAST_INSTANT: Instant = instant(Date.UTC(9999, 11, 31));

/**
 * What happens while a span of time goes by: charges, renewals, publications and the like, each at its moment, and the
 * clock at the end. Where too much would happen it ends with the last moment that is not too much.
 * @param span zero or more
 */
export function passTime(world: World, span: DurationMs): readonly WorldEvent[] {
  const end = later(world.now, span);
  const events: WorldEvent[] = [];
  let current = world;
  const happen = (more: readonly WorldEvent[]) => {
    events.push(...more);
    current = replay(current, more);
  };
  for (let [due] = upcoming(current); due && due.at <= end; [due] = upcoming(current)) {
    if (events.length >= MOST_HAPPENS && due.at > current.now) return events;
    if (due.at > current.now) happen([{ kind: 'clock-moved', to: due.at }]);
    happen(happens(current, due));
  }
  if (end > current.now || events.length === 0) happen([{ kind: 'clock-moved', to: end }]);
  return events;
}
