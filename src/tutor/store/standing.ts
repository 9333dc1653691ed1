import type { Instant } from '../../base/time.ts';

/** How the store itself stands, for whoever runs the program. */
export interface StandingStore {
  /** Writes something that means nothing, and says of what version the tables are. Throws if it cannot be written. */
  prove(now: Instant): Promise<SchemaAge>;
  backlog(now: Instant): Promise<Backlog>;
}

/** Whether the tables are those of this program, or of an older or newer one. */
export type SchemaAge = 'current' | 'older' | 'newer';

/** What is not done yet. The instants are the earliest; absent where there is none. */
export interface Backlog {
  /** Posts that are not settled, due or not. */
  readonly outbox: number;
  /** Posts that are due and not settled. */
  readonly postsDue: number;
  readonly postsDueSince?: Instant;
  /** Daily schedules whose time has come. */
  readonly schedulesDue: number;
  readonly schedulesDueSince?: Instant;
}
