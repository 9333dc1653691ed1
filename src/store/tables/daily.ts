import type { Generated } from 'kysely';
import type { LocalDate, LocalTime } from '../../base/local-time.ts';
import type { Instant } from '../../base/time.ts';
import type { Zone } from '../../base/zone.ts';
import type { Account, LearnerId } from '../../tutor/store/account.ts';
import type { Prompt } from '../../tutor/store/daily.ts';

/** Of those without `removed_at`, (platform, space, kind, place, time) is unique: setting one twice changes it. */
export interface DailyScheduleTable {
  readonly id: string;
  readonly platform: Account['platform'];
  readonly space: string;
  readonly kind: 'channel' | 'direct';
  /** The channel or the person, by the platform's id. */
  readonly place: string;
  /** JSON. */
  readonly address: string;
  readonly zone: Zone;
  readonly time: LocalTime;
  /** The numbers of the days, as `12345`. */
  readonly days: string;
  readonly concept: string | null;
  readonly until: string | null;
  readonly made_by: LearnerId;
  readonly made_at: Instant;
  /** Both are null as long as it is paused, and once it is removed. */
  readonly next_run: Instant | null;
  readonly next_date: LocalDate | null;
  /** JSON. */
  readonly pause: string | null;
  /** 1 as long as whoever set it has not been told that it was paused. */
  readonly untold: Generated<number>;
  readonly resumed_at: Instant | null;
  readonly removed_at: Instant | null;
}
/** (schedule, local_date) is unique: that is what makes a date have one prompt. `number` grows with every row. */
export interface DailyPromptTable {
  readonly number: Generated<number>;
  readonly id: string;
  readonly schedule: string;
  readonly local_date: LocalDate;
  readonly kind: Prompt['kind'];
  readonly at: Instant;
  /** This and the next three are there if it was put. */
  readonly item: string | null;
  readonly concept: string | null;
  /** JSON. */
  readonly body: string | null;
  /** The key of the post that puts it. */
  readonly post: string | null;
  /** JSON: how that post was settled. */
  readonly outcome: string | null;
  readonly closes_at: Instant | null;
  readonly closed_at: Instant | null;
}
/** (prompt, learner) is the primary key: a later response takes the place of an earlier one, and the first stays beside it. */
export interface DailyResponseTable {
  readonly prompt: string;
  readonly learner: LearnerId;
  readonly first: string;
  readonly first_at: Instant;
  readonly response: string;
  readonly responded_at: Instant;
}
