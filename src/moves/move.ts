import type { DurationMs } from '../base/time.ts';
import type { Happening } from '../items/happening.ts';
import type { Hand } from '../labs/hand.ts';
import type { Recipe } from '../scenario/scenario.ts';

/**
 * moves/ has what people do with a domain in several steps, where the order of the steps decides whether anybody notices:
 * point a new domain somewhere, move it from one host or registrar to another. Start here for the shape of a move;
 * play-move.ts plays one in any order and measures the outage it causes.
 */

/** A move as its author wrote it. Texts may hold `{cast words}`, filled in from the world it begins in. */
export interface Move {
  /** Permanent and unique over all packs. */
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly scenario: Omit<Recipe, 'seed'>;
  /** The world in which its figures hold. */
  readonly seed: number;
  /** What happened before, while all was well. */
  readonly setup: readonly Happening[];
  /** What must not break meanwhile. */
  readonly lookUps: readonly MoveLookUp[];
  /** In the right order. */
  readonly steps: readonly MoveStep[];
  /** Minutes without at the worst resolver, in the right order. */
  readonly outage: number;
  readonly wrong: readonly WrongOrder[];
  /** What to take away, a sentence or two. */
  readonly lesson: string;
  readonly sources: readonly string[];
}

/** A look-up, as `{www} A`, and the data that may come of it; what came before the move, if none is named. */
export interface MoveLookUp {
  readonly ask: string;
  readonly expect?: readonly string[];
}

/** Something that somebody does, and how long they wait before they do the next thing. */
export interface MoveStep {
  readonly id: string;
  readonly text: string;
  /** Who has it in hand. */
  readonly party: Hand;
  readonly happenings: readonly Happening[];
  readonly wait: DurationMs;
}

/** An order that tempts. */
export interface WrongOrder {
  /** The steps by id, every one of them. */
  readonly order: readonly string[];
  readonly tempts: string;
  /** The step that a party refuses in this order, if one does; without it, the order costs more than the right one. */
  readonly refused?: string;
  /** Minutes without at the worst resolver. */
  readonly outage: number;
}
