import { type Estimate, meanOf, ratioOf } from './estimate.ts';
import { type Diary, type Morning, type Plan, practise } from './practise.ts';
import type { MakeScheduler } from './scheduler.ts';

/** What became of one learner: a diary without its questions. */
type Outcome = Omit<Diary, 'asked'> & { readonly questions: number };

/** How all learners fared under one scheduler. Recall is 0 to 1. */
export interface Arm {
  readonly name: string;
  readonly questions: Estimate;
  readonly recallAtEnd: Estimate;
  readonly recallNextDay: Estimate;
  readonly recallAWeekLater: Estimate;
  /** Questions until a recall of 0.9, and the share of learners who came to it. See `countUntil`. */
  readonly untilNinety: Estimate;
  readonly reachedNinety: number;
  /** Questions until a recall, as a share of those that the first scheduler needs until the same. */
  readonly shareOfFirst: {
    readonly half: Estimate;
    readonly threeQuarters: Estimate;
    readonly ninety: Estimate;
    /** Until the recall to which the first scheduler has brought the same learner at the end. */
    readonly firstsLast: Estimate;
  };
}

/** The same learners under each scheduler; the first is what the others are compared with. */
export function study(
  plan: Plan,
  learners: number,
  schedulers: readonly (readonly [name: string, make: MakeScheduler])[],
): readonly Arm[] {
  const seeds = Array.from({ length: learners }, (_, place) => place + 1);
  const runs = schedulers.map(([name, make]) => ({ name, outcomes: seeds.map((seed) => outcomeOf(plan, make, seed)) }));
  const first = runs[0]?.outcomes ?? [];
  const most = seeds.map((_, place) => Math.max(...runs.map(({ outcomes }) => outcomes[place]?.questions ?? 0)));
  const lasts = first.map(({ mornings }) => mornings.at(-1)?.recall ?? 0);

  return runs.map(({ name, outcomes }) => {
    const counts = (all: readonly Outcome[], target: (place: number) => number) =>
      all.map(({ mornings }, place) => countUntil(mornings, target(place)) ?? most[place] ?? 0);
    const share = (target: (place: number) => number) => ratioOf(counts(outcomes, target), counts(first, target));
    return {
      name,
      questions: meanOf(outcomes.map(({ questions }) => questions)),
      recallAtEnd: meanOf(outcomes.map(({ recallAtEnd }) => recallAtEnd)),
      recallNextDay: meanOf(outcomes.map(({ mornings }) => mornings.at(-1)?.recall ?? 0)),
      recallAWeekLater: meanOf(outcomes.map(({ recallAWeekLater }) => recallAWeekLater)),
      untilNinety: meanOf(counts(outcomes, () => 0.9)),
      reachedNinety: outcomes.filter(({ mornings }) => countUntil(mornings, 0.9) !== undefined).length / learners,
      shareOfFirst: {
        half: share(() => 0.5),
        threeQuarters: share(() => 0.75),
        ninety: share(() => 0.9),
        firstsLast: share((place) => lasts[place] ?? 1),
      },
    };
  });
}

function outcomeOf(plan: Plan, make: MakeScheduler, seed: number): Outcome {
  const { asked, ...rest } = practise(plan, make, seed);
  return { ...rest, questions: asked.length };
}

/**
 * How many questions had been put when recall, measured cold each morning, first came to `target`; between two mornings
 * by the straight line. Undefined if it never did; such learners are counted in means as having needed as many as were
 * put to them by the scheduler that put most, which is too few for all alike (a restricted mean).
 */
export function countUntil(mornings: readonly Morning[], target: number): number | undefined {
  const place = mornings.findIndex(({ recall }) => recall >= target);
  const [before, after] = [mornings[place - 1], mornings[place]];
  if (after === undefined) return undefined;
  if (before === undefined) return after.questions;
  const share = (target - before.recall) / (after.recall - before.recall);
  return before.questions + share * (after.questions - before.questions);
}
