import type { Generated } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Account, LearnerId } from '../../tutor/store/account.ts';

/** `number` grows with every row. Of those without `ended_at` one channel has one: a unique index makes a second start harmless. */
export interface RoundTable {
  readonly number: Generated<number>;
  readonly id: string;
  readonly platform: Account['platform'];
  readonly space: string;
  readonly channel: string;
  readonly host: LearnerId;
  readonly concept: string | null;
  readonly questions: number;
  readonly started_at: Instant;
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
  readonly revealed_at: Instant | null;
}
/** (round, learner, number) is the primary key. */
export interface RoundResponseTable {
  readonly round: string;
  readonly number: number;
  readonly learner: LearnerId;
  readonly response: string;
  readonly responded_at: Instant;
}
