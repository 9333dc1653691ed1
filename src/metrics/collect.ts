import type { Connection } from '../base/observe.ts';
import { type Instant, SECOND } from '../base/time.ts';
import type { Backlog } from '../tutor/store/standing.ts';
import type { Part } from '../web/health.ts';
import type { Meters } from './meters.ts';

/** What is looked up when somebody asks for the numbers. */
export interface Standing {
  readonly parts: readonly Part[];
  /** Absent where it cannot be read. */
  readonly backlog?: Backlog;
  readonly connections: ReadonlyMap<string, readonly Connection[]>;
}

/** Sets the meters of what is not told as it happens. */
export function collect(meters: Meters, { parts, backlog, connections }: Standing, now: Instant): void {
  const ageOf = (since: Instant | undefined): number => (since === undefined ? 0 : Math.max(0, now - since) / SECOND);
  for (const { name, fault } of parts) meters.ready.set({ part: name }, fault === undefined ? 1 : 0);
  if (backlog) {
    meters.outbox.set(backlog.outbox);
    meters.postsDue.set(backlog.postsDue);
    meters.postsOverdue.set(ageOf(backlog.postsDueSince));
    meters.schedulesDue.set(backlog.schedulesDue);
    meters.schedulesOverdue.set(ageOf(backlog.schedulesDueSince));
  }
  meters.connectionLost.reset();
  for (const [platform, all] of connections) {
    for (const { name: connection, isOpen, lost, pingMs } of all) {
      meters.connectionOpen.set({ platform, connection }, isOpen ? 1 : 0);
      meters.connectionLost.inc({ platform, connection }, lost);
      if (pingMs !== undefined) meters.connectionPing.set({ platform, connection }, pingMs / SECOND);
    }
  }
}
