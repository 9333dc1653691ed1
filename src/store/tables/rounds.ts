import type { Generated } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Account, LearnerId } from '../../tutor/store/account.ts';
import type { Pace, PauseReason } from '../../tutor/store/rounds.ts';

/** `number` grows with every row. Of those without `ended_at` one channel has one: a unique index makes a second start harmless. */
export interface RoundTable {
  readonly number: Generated<number>;
  readonly id: string;
  readonly platform: Account['platform'];
  readonly space: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly host: LearnerId;
  /** Ids with a space between; null for all there are. */
  readonly concept: string | null;
  readonly questions: number;
  readonly pace: Pace['kind'];
  /** How long a question is open in a round that is timed. */
  readonly pace_ms: number | null;
  /** When a round closes that is open for all its questions at once. */
  readonly closes_at: Instant | null;
  readonly teams: number | null;
  readonly speed_bonus: number;
  readonly started_at: Instant;
  readonly paused_at: Instant | null;
  readonly paused_why: PauseReason | null;
  readonly resumed_at: Instant | null;
  readonly ended_at: Instant | null;
}
/** (round, number) is the primary key: that is what makes a second press of Next harmless. (round, item) is unique. */
export interface RoundQuestionTable {
  readonly round: string;
  readonly number: number;
  readonly item: string;
  readonly concept: string;
  /** JSON. */
  readonly body: string;
  readonly put_at: Instant;
  readonly pace_ms: number | null;
  readonly least_ms: number | null;
  readonly closes_at: Instant | null;
  /** What is left of the time, while no clock runs. */
  readonly left_ms: number | null;
  readonly onward_at: Instant | null;
  readonly revealed_at: Instant | null;
  readonly skipped: number;
}
/** (round, learner, number) is the primary key. The first is null where it was not kept yet. */
export interface RoundResponseTable {
  readonly round: string;
  readonly number: number;
  readonly learner: LearnerId;
  readonly response: string;
  readonly responded_at: Instant;
  readonly left_ms: number | null;
  readonly first_response: string | null;
  readonly first_at: Instant | null;
}
/** (round, learner) is the primary key, (round, seat) is unique. `number` is the first question responded to. */
export interface RoundSeatTable {
  readonly round: string;
  readonly learner: LearnerId;
  readonly seat: number;
  readonly number: number;
}
