import { chanceOf } from './chance.ts';

/** A value with the limits of its 95 % confidence interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The mean of what was measured of each learner, by the normal approximation. */
export function meanOf(values: readonly number[]): Estimate {
  const value = average(values);
  const squares = values.map((each) => (each - value) ** 2);
  const margin = 1.96 * Math.sqrt(average(squares) / Math.max(1, values.length - 1));
  return { value, low: value - margin, high: value + margin };
}

const RESAMPLES = 1000;

/**
 * The ratio of two means of the same learners, in the same order, by a percentile bootstrap that keeps each learner's
 * pair together. Source: Efron & Tibshirani (1993).
 */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): Estimate {
  const chance = chanceOf(ours.length);
  const ratios = Array.from({ length: RESAMPLES }, () => {
    let [mine, other] = [0, 0];
    for (let drawn = 0; drawn < ours.length; drawn++) {
      const place = chance.place(ours.length);
      mine += ours[place] ?? 0;
      other += theirs[place] ?? 0;
    }
    return mine / other;
  }).toSorted((a, b) => a - b);
  const at = (share: number) => ratios[Math.round(share * (RESAMPLES - 1))] ?? Number.NaN;
  return { value: average(ours) / average(theirs), low: at(0.025), high: at(0.975) };
}

const average = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
