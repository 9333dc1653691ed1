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
  /** Never comes twice, so that it names the step together with all before it. */
  readonly token: string;
  /** JSON; null where it is not known. */
  readonly action: string | null;
  readonly taken_at: Instant;
}
