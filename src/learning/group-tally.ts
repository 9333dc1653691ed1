import type { Recall } from './scores.ts';

/** Responses of one learner to one item that were alike: what of misconceptions they showed, and how many there were. */
export interface GroupTally extends Recall {
  readonly learner: string;
  readonly item: string;
  /** Of the item as it was put; absent where that was not kept. */
  readonly version?: string;
  readonly concept: string;
  readonly misconceptions: readonly string[];
}

/** Of what fewer did nothing is said: it would be easy to tell whose it is. */
export const LEAST_LEARNERS = 3;

/** How many learners and responses there are in some tallies, all together. */
export interface GroupRecall extends Recall {
  readonly learners: number;
}

export const groupRecallOf = (tallies: readonly GroupTally[]): GroupRecall => ({
  learners: learnersIn(tallies),
  responses: tallies.reduce((sum, { responses }) => sum + responses, 0),
  recalled: tallies.reduce((sum, { recalled }) => sum + recalled, 0),
});

/** A misconception, and how often it was shown by how many. */
export interface Shown {
  readonly misconception: string;
  readonly responses: number;
  readonly learners: number;
}

/** The misconceptions that enough learners showed to be spoken of, the one shown most often first. */
export function misconceptionsIn(tallies: readonly GroupTally[]): readonly Shown[] {
  const shown = tallies.flatMap((tally) => tally.misconceptions.map((misconception) => ({ misconception, tally })));
  const each = [...Map.groupBy(shown, ({ misconception }) => misconception)].map(([misconception, all]) => ({
    misconception,
    responses: all.reduce((sum, { tally }) => sum + tally.responses, 0),
    learners: learnersIn(all.map(({ tally }) => tally)),
  }));
  const told = each.filter(({ learners }) => learners >= LEAST_LEARNERS);
  return told.toSorted((one, other) => other.responses - one.responses || other.learners - one.learners);
}

const learnersIn = (tallies: readonly GroupTally[]): number => new Set(tallies.map(({ learner }) => learner)).size;
