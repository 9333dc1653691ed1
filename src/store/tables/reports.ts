import type { Generated } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Account, LearnerId } from '../../tutor/store/account.ts';
import type { Report, ReportOutcome } from '../../tutor/store/reports.ts';

/** Of those without `settled_at` one presentation, learner and kind have one: a unique index makes a second harmless. */
export interface ReportTable {
  readonly number: Generated<number>;
  readonly id: string;
  readonly kind: Report['kind'];
  readonly presentation: string;
  readonly learner: LearnerId;
  readonly item: string;
  readonly platform: Account['platform'];
  readonly space: string;
  readonly channel: string | null;
  readonly reported_at: Instant;
  readonly settled_at: Instant | null;
  readonly settled_by: LearnerId | null;
  readonly outcome: ReportOutcome | null;
}
/** (report, words) is unique: what is delivered twice is said once. */
export interface ReportWordsTable {
  readonly number: Generated<number>;
  readonly report: string;
  readonly words: string;
  readonly said_at: Instant;
}
/** `presentation` is the primary key. What stands here counts as right, whatever its review says. */
export interface AppealAcceptedTable {
  readonly presentation: string;
  readonly report: string;
  readonly accepted_by: LearnerId;
  readonly accepted_at: Instant;
}
