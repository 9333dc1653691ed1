import type { Instant } from '../../base/time.ts';
import type { LearnerId } from './account.ts';
import type { NewWorld, WorldStep } from './worlds.ts';

/** Lessons as learners walk through them. A run's world has the run's id. */
export interface LessonStore {
  /**
   * Keeps a run at its first step, with its world and what the step does there, and puts that world on the desk; false,
   * and does none of it, if the learner has begun the lesson that many times already.
   */
  addLessonRun(run: LessonRun, world: NewWorld, first: WorldStep): Promise<boolean>;
  /** A run of this learner's; nobody else's is ever given. */
  lessonRun(learner: LearnerId, id: string): Promise<LessonRun | undefined>;
  /** All that the learner has begun, the one that they were in last first. */
  lessonRuns(learner: LearnerId): Promise<readonly LessonRun[]>;
  /**
   * Takes a run from one step to another, and its world to what that step leaves, whatever else was done there; puts
   * the world on the desk. False, and does none of it, if the run is at another step by now.
   */
  moveLessonRun(move: LessonMove): Promise<boolean>;
  /** The learner is in this run again: its world is put on the desk. */
  resumeLessonRun(learner: LearnerId, id: string): Promise<void>;
}

/** A learner's walk through a lesson. */
export interface LessonRun {
  readonly id: string;
  readonly learner: LearnerId;
  readonly lesson: string;
  /** How often the learner has begun that lesson, this time included. */
  readonly attempt: number;
  /** Of the world that it is played in. */
  readonly seed: number;
  /** Where the learner is, from 1. */
  readonly step: number;
  readonly startedAt: Instant;
  /** When its last step was first reached. */
  readonly finishedAt?: Instant;
}

export interface LessonMove {
  readonly run: LessonRun;
  readonly to: number;
  /** What each step up to that one does to the world, from the first on. */
  readonly steps: readonly WorldStep[];
  readonly finishes: boolean;
  readonly at: Instant;
}
