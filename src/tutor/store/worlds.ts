import type { Instant } from '../../base/time.ts';
import type { LearnerId } from './account.ts';

/** The worlds that learners work in. */
export interface WorldStore {
  /** Keeps a new world, as the recipe that builds it and no steps yet; one that is there already stays as it is. */
  addWorld(world: NewWorld, at: Instant): Promise<void>;
  world(id: string): Promise<StoredWorld | undefined>;
  /** Appends step number `seq` (0 first); false if that number is taken already. */
  addStep(world: string, seq: number, step: WorldStep, at: Instant): Promise<boolean>;
  /** Drops every step from number `seq` on. */
  dropSteps(world: string, seq: number): Promise<void>;
  /** The ids of the worlds a learner works in. */
  desk(learner: LearnerId): Promise<Desk>;
  setDesk(learner: LearnerId, desk: Desk): Promise<void>;
}

export interface NewWorld {
  readonly id: string;
  readonly learner: LearnerId;
  /** How to build the start of it again, as JSON text. */
  readonly recipe: string;
}

export interface StoredWorld extends NewWorld {
  readonly steps: readonly WorldStep[];
}

/** One command carried out in a world: its text as typed, and the events it led to, as JSON text. */
export interface WorldStep {
  readonly command: string;
  readonly events: string;
}

export interface StepInWorld extends WorldStep {
  readonly world: string;
}

/** `sandbox` is where the learner does things; `own` is that of their own zones; `focus` is the one that `/dig` and the like ask now. */
export interface Desk {
  readonly sandbox?: string;
  readonly own?: string;
  readonly focus?: string;
}
