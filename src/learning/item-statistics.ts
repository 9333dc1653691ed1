import type { DurationMs } from '../base/time.ts';
import {
  type GroupRecall,
  type GroupTally,
  groupRecallOf,
  LEAST_LEARNERS,
  misconceptionsIn,
  type Shown,
} from './group-tally.ts';

/** What the database says of one version of an item beside the responses themselves. */
export interface ItemHandling {
  readonly item: string;
  readonly version?: string;
  /** From being asked for to the response, the median, of those put to one learner. */
  readonly time?: DurationMs;
  /** How many said that it is wrong, appeals among them, and how many of these are open still. */
  readonly reports: number;
  readonly open: number;
}

/** What the responses of a group say of one version of an item. */
export interface ItemStatistics extends GroupRecall {
  readonly item: string;
  /** Absent of responses from before versions were kept. */
  readonly version?: string;
  readonly concept: string;
  readonly time?: DurationMs;
  readonly reports: number;
  readonly open: number;
  /** The share that was right at first try, 0 to 1: high for what is easy. */
  readonly facility: number;
  /** −1 to 1; absent where there is nothing to correlate, as where all are right. */
  readonly discrimination?: number;
  /** The misconception whose distractor drew most. */
  readonly tempting?: Shown;
  readonly flag?: ItemFlag;
}

/** Why an item wants looking at. `reported` says that somebody called it wrong and nobody has dealt with that; `needs-more`, that too little is known: nothing else is then said. */
export type ItemFlag = 'reported' | 'does-not-discriminate' | 'too-easy' | 'too-hard' | 'needs-more';

const ENOUGH_RESPONSES = 10;
const TOO_EASY = 0.95;
const TOO_HARD = 0.2;
/** Up to this an item hardly tells those who know from those who do not, or tells them the wrong way round. */
const LEAST_DISCRIMINATION = 0.1;

/**
 * Classical statistics of each version of an item that enough learners responded to, by its id. A question is put again
 * and again, so that one learner may be in them more than once.
 */
export function itemStatistics(
  tallies: readonly GroupTally[],
  handled: readonly ItemHandling[] = [],
): readonly ItemStatistics[] {
  const handlings = new Map(handled.map((each) => [keyOf(each), each]));
  const byLearner = recallByLearner(tallies);
  const byVersion = [...Map.groupBy(tallies, keyOf)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return byVersion.flatMap(([key, own]) => {
    const recall = groupRecallOf(own);
    if (recall.learners < LEAST_LEARNERS) return [];
    const facility = recall.recalled / recall.responses;
    const discrimination = pointBiserial(own, byLearner);
    const [tempting] = misconceptionsIn(own);
    const [first] = own;
    if (!first) return [];
    const { time, reports = 0, open = 0 } = handlings.get(key) ?? {};
    const flag = flagOf(recall.responses, facility, discrimination, open);
    return [
      {
        ...{ item: first.item, concept: first.concept, ...recall, facility, reports, open },
        ...(first.version !== undefined && { version: first.version }),
        ...(time !== undefined && { time }),
        ...(discrimination !== undefined && { discrimination }),
        ...(tempting && { tempting }),
        ...(flag && { flag }),
      },
    ];
  });
}

const keyOf = ({ item, version = '' }: Pick<GroupTally, 'item' | 'version'>): string => `${item} ${version}`;

function flagOf(
  responses: number,
  facility: number,
  discrimination: number | undefined,
  open: number,
): ItemFlag | undefined {
  if (open > 0) return 'reported';
  if (responses < ENOUGH_RESPONSES) return 'needs-more';
  if (facility < TOO_HARD) return 'too-hard';
  if (facility > TOO_EASY) return 'too-easy';
  return discrimination !== undefined && discrimination <= LEAST_DISCRIMINATION ? 'does-not-discriminate' : undefined;
}

type Totals = ReadonlyMap<string, GroupRecall>;

const recallByLearner = (tallies: readonly GroupTally[]): Totals =>
  new Map([...Map.groupBy(tallies, ({ learner }) => learner)].map(([learner, own]) => [learner, groupRecallOf(own)]));

/**
 * The point-biserial correlation between being right on an item and the learner's share right on all others, which
 * leaves the item itself out of what it is held against. Who responded to nothing else is left out. Undefined if fewer
 * than three learners remain, or if one of the two never varies.
 * Source: S. Henrysson, "Correction of Item-Total Correlations in Item Analysis", Psychometrika 28 (1963), 211–218.
 */
function pointBiserial(own: readonly GroupTally[], totals: Totals): number | undefined {
  const points = [...recallByLearner(own)].flatMap(([learner, { responses, recalled }]) => {
    const total = totals.get(learner);
    const others = (total?.responses ?? 0) - responses;
    return total && others > 0 ? [{ responses, recalled, rest: (total.recalled - recalled) / others }] : [];
  });
  if (points.length < LEAST_LEARNERS) return undefined;
  const sum = (of: (point: (typeof points)[number]) => number) => points.reduce((all, point) => all + of(point), 0);
  const all = sum(({ responses }) => responses);
  const right = sum(({ recalled }) => recalled) / all;
  const rest = sum((point) => point.responses * point.rest) / all;
  const covariance = sum((point) => (point.recalled - point.responses * right) * (point.rest - rest)) / all;
  const varianceOfRest = sum((point) => point.responses * (point.rest - rest) ** 2) / all;
  const variances = right * (1 - right) * varianceOfRest;
  return variances < 1e-12 ? undefined : covariance / Math.sqrt(variances);
}
