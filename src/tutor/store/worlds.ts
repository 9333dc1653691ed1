import type { Instant } from '../../base/time.ts';
import type { LearnerId } from './account.ts';

/** The worlds that learners work in. */
export interface WorldStore {
  /** Keeps a new world, as the recipe that builds it and no steps yet; one that is there already stays as it is. */
  addWorld(world: NewWorld, at: Instant): Promise<void>;
  world(id: string): Promise<StoredWorld | undefined>;
  /** A world without its steps. */
  worldHead(id: string): Promise<WorldHead | undefined>;
  /** The steps from number `from` on (0 is the first), those below `below` if it is given; oldest first. */
  worldSteps(id: string, from: number, below?: number): Promise<readonly TakenStep[]>;
  /**
   * Appends step number `seq` (0 first) and gives its token; undefined if that number is taken already, or the step
   * before it is gone, or is no longer the one with the token `after`.
   */
  addStep(world: string, seq: number, step: WorldStep, at: Instant, after?: string): Promise<string | undefined>;
  /** Appends steps after whatever steps there are, all of them or none. */
  addSteps(world: string, steps: readonly WorldStep[], at: Instant): Promise<void>;
  /** Drops every step from number `seq` on; false, and drops none, if that step is no longer the one with the token. */
  dropSteps(world: string, seq: number, token?: string): Promise<boolean>;
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

/** A world as far as it can be told without reading its steps. */
export interface WorldHead extends NewWorld {
  /** How many steps it has. */
  readonly length: number;
  /** That of the last step; absent where there is none. */
  readonly token?: string;
}

/**
 * One command carried out in a world: its text as typed, and the events it led to, as JSON text; likewise the action
 * that it was, where it was one.
 */
export interface WorldStep {
  readonly command: string;
  readonly events: string;
  readonly action?: string;
}

/** A step as it was kept. Steps never change and a token never comes twice, so that it names all steps before too. */
export interface TakenStep extends WorldStep {
  readonly token: string;
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
