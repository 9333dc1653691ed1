import type { Generated } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Account, LearnerId } from '../../tutor/store/account.ts';
import type { Reason, StoredPresentation } from '../../tutor/store/presentations.ts';

/** `number` grows with every row, so that order never hangs on a clock. */
export interface PresentationTable {
  readonly number: Generated<number>;
  readonly id: string;
  readonly learner: LearnerId;
  readonly item: string;
  readonly concept: string;
  readonly world: string | null;
  /** JSON. */
  readonly body: string;
  readonly put_at: Instant;
  readonly origin: StoredPresentation['origin'];
  readonly hints: number;
  readonly reason: Reason | null;
  readonly platform: Account['platform'] | null;
  readonly space: string | null;
  readonly channel: string | null;
}
