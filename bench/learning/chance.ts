import { type Rng, seededRng } from '../../src/base/random.ts';

/** A seeded source of the draws that a simulation needs. */
export interface Chance extends Rng {
  /** From 0 up to, not including, 1. */
  share(): number;
  /** From `low` up to, not including, `high`. */
  between(low: number, high: number): number;
  /** A standard normal draw, by Box and Muller (1958). */
  normal(): number;
  /** A place in a list of so many. */
  place(length: number): number;
  /** True with this probability. */
  happens(probability: number): boolean;
}

const STEPS = 2 ** 30;

/** The source of a seed: the same draws on every machine. */
export function chanceOf(seed: number): Chance {
  const rng = seededRng(seed);
  const share = () => rng.integer(0, STEPS - 1) / STEPS;
  return {
    ...rng,
    share,
    between: (low, high) => low + share() * (high - low),
    normal: () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share()),
    place: (length) => rng.integer(0, length - 1),
    happens: (probability) => share() < probability,
  };
}
