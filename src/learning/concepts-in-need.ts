import {
  type GroupRecall,
  type GroupTally,
  groupRecallOf,
  LEAST_LEARNERS,
  misconceptionsIn,
  type Shown,
} from './group-tally.ts';
import { wilsonLowerBound } from './wilson.ts';

/** How a group does with one concept. */
export interface ConceptInNeed extends GroupRecall {
  readonly concept: string;
  /** Those shown in it, the one shown most often first. */
  readonly misconceptions: readonly Shown[];
}

/** So many responses are the least that something is said of. */
const LEAST_RESPONSES = 5;

/**
 * The concepts that enough was responded to by enough learners, the one first that sinks the group most: where the
 * share that was not right at first try is highest, as its Wilson lower bound, so that few responses alone put nothing
 * on top.
 */
export function conceptsInNeed(tallies: readonly GroupTally[]): readonly ConceptInNeed[] {
  const byConcept = [...Map.groupBy(tallies, ({ concept }) => concept)];
  const all = byConcept.map(([concept, own]) => ({
    ...{ concept, ...groupRecallOf(own), misconceptions: misconceptionsIn(own) },
  }));
  const told = all.filter(({ learners, responses }) => learners >= LEAST_LEARNERS && responses >= LEAST_RESPONSES);
  return told.toSorted((one, other) => missedBound(other) - missedBound(one));
}

const missedBound = ({ responses, recalled }: GroupRecall): number => wilsonLowerBound(responses - recalled, responses);
