import { HOUR, type Instant, later } from '../../base/time.ts';
import type { DueWork } from '../due-work.ts';
import type { Store } from '../store.ts';
import { PERIODS, type Period } from './periods.ts';

/** So many rows at a time, so that whoever wants to write next waits for no more than these. */
export const BATCH = 50;
const EVERY = HOUR;

/** How far a process has come with a store. */
interface Progress {
  readonly next: Instant;
  readonly left: readonly Period[];
}
const progressOf = new WeakMap<Store, Progress>();

/** Deletes what has been kept long enough: once an hour kind after kind, a batch at each tick. */
export const deleteOutdated: DueWork = async ({ store }, now) => {
  const { next, left } = progressOf.get(store) ?? { next: now, left: PERIODS };
  const [period, ...others] = left;
  if (now < next || !period) return;
  const deleted = await store.deleteOutdated(period.kind, later(now, -period.keptFor), BATCH);
  const rest = deleted < BATCH ? others : left;
  progressOf.set(store, rest.length > 0 ? { next: now, left: rest } : { next: later(now, EVERY), left: PERIODS });
};
