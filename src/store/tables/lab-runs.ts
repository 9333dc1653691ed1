import type { Instant } from '../../base/time.ts';
import type { LearnerId } from '../../tutor/store/account.ts';
import type { LabSeat } from '../../tutor/store/lab-runs.ts';

/** `id` is that of its world. (learner, lab, attempt) is unique: that is what makes a second press of Start harmless. */
export interface LabRunTable {
  readonly id: string;
  readonly learner: LearnerId;
  readonly lab: string;
  readonly fault: string | null;
  readonly attempt: number;
  readonly seed: number;
  /** Grows with each time that the learner is in any of their labs, so that order never hangs on a clock. */
  readonly turn: number;
  readonly started_at: Instant;
  readonly finished_at: Instant | null;
  /** In how many steps it was finished, and with how many hints taken by then. */
  readonly finished_in: number | null;
  readonly finished_with: number | null;
  readonly solution_at: Instant | null;
}
/** Each hint is taken once: (run, check_number, rung) is the primary key. */
export interface LabHintTable {
  readonly run: string;
  readonly check_number: number;
  readonly rung: number;
  readonly taken_at: Instant;
}
/** The code by which others join a run. */
export interface LabPairTable {
  readonly run: string;
  readonly code: string;
}
/** Who has which role in a run: (run, role) is the primary key, and (run, learner) is unique. */
export interface LabSeatTable {
  readonly run: string;
  readonly role: LabSeat['role'];
  readonly learner: LearnerId;
  readonly joined_at: Instant;
}
