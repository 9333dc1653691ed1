import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A seeded source of chance: the same seed gives the same draws, on every machine. */
export interface Rng {
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
}

/** The source of a seed, a whole number of which the lowest 32 bits count. Seeds side by side give unlike draws. */
export function seededRng(seed: number): Rng {
  const source = xoroshiro128plus(scatter(seed));
  return { integer: (low, high) => uniformInt(source, low, high) };
}

/** One of the items, each as likely as the next. The list must not be empty. */
export function pick<Item>(rng: Rng, items: readonly Item[]): Item {
  const item = items[rng.integer(0, items.length - 1)];
  if (item === undefined) throw new Error('pick from an empty list');
  return item;
}

/** The same items in a random order; the list given is left as it was. */
export function shuffle<Item>(rng: Rng, items: readonly Item[]): Item[] {
  const pool = [...items];
  const drawn: Item[] = [];
  while (pool.length > 0) drawn.push(...pool.splice(rng.integer(0, pool.length - 1), 1));
  return drawn;
}

/** Another number for each seed, with every bit mixed, as the generator's first draws otherwise follow its seed. MurmurHash3's `fmix32`. */
function scatter(seed: number): number {
  const once = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
