import { createHash } from 'node:crypto';
import { type Rng, seededRng } from '../base/random.ts';
import type { World } from '../world/world.ts';

/**
 * The chance of what is done next in a world: it follows from the world's seed and how much has happened there, so that
 * the same things done again bring the same.
 */
export const chanceIn = (world: World, seed: number): Rng =>
  seededRng(seed ^ Math.imul(world.history.length + 1, 0x9e3779b1));

/** The seed of a new sandbox: 16 bits, so that a code of it stays short. */
export const sandboxSeed = (newSeed: () => number): number => newSeed() & 0xffff;

/** The seed of a world whose recipe has none, of its id: 16 bits, which tell nothing of the id. */
export const seedOfId = (id: string): number => createHash('sha256').update(`world ${id}`).digest().readUInt16BE();
