import type { Instant } from '../../base/time.ts';
import type { Role } from '../../labs/lab.ts';
import type { LearnerId } from './account.ts';
import type { NewWorld, WorldStep } from './worlds.ts';

/** Labs as learners work in them. A run's world has the run's id; its first step is the story that the lab begins with. */
export interface LabStore {
  /**
   * Keeps a run with its world and the story in it, and puts that world on the desk; false, and does none of it, if the
   * learner has begun the lab that many times already.
   */
  addLabRun(run: NewLabRun, world: NewWorld, story: WorldStep): Promise<boolean>;
  /** A run that this learner began or has a role in; nobody else's is ever given. */
  labRun(learner: LearnerId, id: string): Promise<LabRun | undefined>;
  /** All that the learner has begun or has a role in, the one that they were in last first; those of others come after. */
  labRuns(learner: LearnerId): Promise<readonly LabRun[]>;
  /** The learner is in this run again: its world is put on the desk. */
  resumeLabRun(learner: LearnerId, id: string): Promise<void>;
  /** The goal is reached, in so many steps; false if it was before, and then that stands. */
  finishLabRun(id: string, steps: number, at: Instant): Promise<boolean>;
  /** The model solution is shown; false if it was before. */
  showLabSolution(id: string, at: Instant): Promise<boolean>;
  /** A hint is taken; false if it was before, and then it costs nothing. */
  takeLabHint(hint: LabHint, at: Instant): Promise<boolean>;
  /** The hints that were taken in a run. */
  labHints(run: string): Promise<readonly LabHint[]>;
  /** Opens a run to others by a code, with a role for whoever began it. */
  openLabRun(run: string, code: string, seat: LabSeat, at: Instant): Promise<void>;
  /** The run that a code opens. */
  labRunByCode(code: string): Promise<{ readonly id: string; readonly lab: string } | undefined>;
  /** Gives a learner a role and puts the world on their desk; false if somebody has it, or the learner has another. */
  takeLabSeat(run: string, seat: LabSeat, at: Instant): Promise<boolean>;
  /** Who has which role in a run, in the order in which they came; none where one person has all logins. */
  labSeats(run: string): Promise<readonly LabSeat[]>;
}

export interface NewLabRun {
  readonly id: string;
  readonly learner: LearnerId;
  readonly lab: string;
  /** The fault that it repairs, by id; absent where the lab begins with a world of its own. */
  readonly fault?: string;
  /** How often the learner has begun that lab, this time included. */
  readonly attempt: number;
  readonly seed: number;
  readonly startedAt: Instant;
}

/** A learner's work on a lab. */
export interface LabRun extends NewLabRun {
  /** When the goal was first reached, in how many steps, and with how many hints until then. */
  readonly finished?: { readonly at: Instant; readonly steps: number };
  readonly hints: number;
  readonly solutionShownAt?: Instant;
}

/** A role in a lab for several people, and who has it. */
export interface LabSeat {
  readonly role: Role;
  readonly learner: LearnerId;
}

/** A rung of the ladder of hints, from 1, for a check of the lab, by its place from 1. */
export interface LabHint {
  readonly run: string;
  readonly check: number;
  readonly rung: number;
}
