import type { Instant } from '../../base/time.ts';
import type { LearnerId } from '../../tutor/store/account.ts';

export interface WorldTable {
  readonly id: string;
  readonly learner: LearnerId;
  /** JSON. */
  readonly recipe: string;
  readonly made_at: Instant;
}
/** (world, seq) is the primary key; `seq` counts from 0 without gaps. */
export interface WorldStepTable {
  readonly world: string;
  readonly seq: number;
  readonly command: string;
  /** JSON. */
  readonly events: string;
  readonly taken_at: Instant;
}
