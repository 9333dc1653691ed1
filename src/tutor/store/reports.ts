import type { Instant } from '../../base/time.ts';
import type { LearnerId, Space } from './account.ts';
import type { Where } from './presentations.ts';

/** What learners say is wrong, and what became of it. */
export interface ReportStore {
  /**
   * Keeps what a learner says: with the report of that kind on that presentation that is open still, or else as a new
   * one. `said-before` if those very words stand there.
   */
  addReport(report: NewReport, words: string): Promise<'new' | 'added' | 'said-before'>;
  /** All of one learner's, oldest first. */
  reportsBy(learner: LearnerId): Promise<readonly Report[]>;
  /** Those of a server or workspace that are open, oldest first. */
  openReports(space: Space): Promise<readonly Report[]>;
  /** A report of this server or workspace; no other's is ever given. */
  report(space: Space, id: string): Promise<Report | undefined>;
  /** Closes a report. False if it was closed before. */
  settleReport(space: Space, id: string, settled: Settlement): Promise<boolean>;
  /** Closes an appeal; from then on its response counts as right, and the learner's memories follow. False if it was closed before. */
  acceptAppeal(space: Space, id: string, settled: Omit<Settlement, 'outcome'>): Promise<boolean>;
}

export interface NewReport {
  readonly id: string;
  /** `report`: the question is wrong; `appeal`: it was graded wrongly. */
  readonly kind: 'report' | 'appeal';
  readonly presentation: string;
  readonly learner: LearnerId;
  readonly item: string;
  /** Where it is dealt with. */
  readonly where: Where;
  readonly at: Instant;
}

export interface Report extends NewReport {
  /** The learner's id on their platform, as an account there has it; absent if they have none there. */
  readonly user?: string;
  /** Each as it was said, oldest first; none once they were deleted. */
  readonly words: readonly string[];
  /** Absent while it is open. */
  readonly outcome?: ReportOutcome;
}

/** `right`: the question is right as it is; `mend`: it will be mended; `accepted`: the appeal was. */
export type ReportOutcome = 'right' | 'mend' | 'accepted';

export interface Settlement {
  readonly outcome: Exclude<ReportOutcome, 'accepted'>;
  readonly by: LearnerId;
  readonly at: Instant;
}
