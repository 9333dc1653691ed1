import type { Connection } from '../base/observe.ts';
import type { PoolStanding } from '../base/pool.ts';
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
  /** Absent where the database is a file. */
  readonly pool?: PoolStanding | undefined;
  readonly picturesWaiting: number;
}

/** Sets the meters of what is not told as it happens. */
export function collect(meters: Meters, standing: Standing, now: Instant): void {
  const { parts, backlog, connections, pool, picturesWaiting } = standing;
  const ageOf = (since: Instant | undefined): number => (since === undefined ? 0 : Math.max(0, now - since) / SECOND);
  for (const { name, fault } of parts) meters.ready.set({ part: name }, fault === undefined ? 1 : 0);
  if (backlog) {
    meters.outbox.set(backlog.outbox);
    meters.postsDue.set(backlog.postsDue);
    meters.postsOverdue.set(ageOf(backlog.postsDueSince));
    meters.schedulesDue.set(backlog.schedulesDue);
    meters.schedulesOverdue.set(ageOf(backlog.schedulesDueSince));
  }
  if (pool) {
    meters.databaseConnections.set({ state: 'in-use' }, pool.inUse);
    meters.databaseConnections.set({ state: 'idle' }, pool.idle);
    meters.databaseMost.set(pool.most);
    meters.databaseWaiting.set(pool.waiting);
  }
  meters.picturesWaiting.set(picturesWaiting);
  meters.connectionLost.reset();
  for (const [platform, all] of connections) {
    for (const { name: connection, isOpen, lost, pingMs } of all) {
      meters.connectionOpen.set({ platform, connection }, isOpen ? 1 : 0);
      meters.connectionLost.inc({ platform, connection }, lost);
      if (pingMs !== undefined) meters.connectionPing.set({ platform, connection }, pingMs / SECOND);
    }
  }
}
