import type { Instant } from '../../src/base/time.ts';
import type { Concept } from '../../src/learning/concept.ts';
import type { Chance } from './chance.ts';
import type { Course } from './course.ts';
import type { Verdict } from './learner.ts';

/** Decides which concept a learner is asked next, from verdicts alone. */
export interface Scheduler {
  /** Undefined to stop for the day. */
  next(now: Instant): string | undefined;
  learn(concept: string, verdict: Verdict, now: Instant): void;
}
/**
 * A scheduler for one learner who has not practised yet. `chance` is its own. Only `allKnowing` may look at `recallOf`,
 * the chance that the learner would now recall a concept.
 */
export type MakeScheduler = (course: Course, chance: Chance, recallOf: (concept: string) => number) => Scheduler;

/** Round and round in prerequisite order, going on each day where the last one stopped. */
export const fixedOrder: MakeScheduler = ({ concepts }) => {
  let asked = 0;
  return {
    next: () => concepts[asked % concepts.length]?.id,
    learn() {
      asked += 1;
    },
  };
};

/** Any concept, each as likely as the next. */
export const atRandom: MakeScheduler = ({ concepts }, chance) => ({
  next: () => concepts[chance.place(concepts.length)]?.id,
  learn: () => undefined,
});

/**
 * Reads the learner's mind, as nobody can: asks what is least likely to be recalled, of that whose prerequisites would
 * more likely than not be. It shows what knowing the learner perfectly is worth; it looks no further than one question.
 */
export const allKnowing: MakeScheduler = ({ concepts }, _, recallOf) => ({
  next() {
    const recalls = new Map(concepts.map(({ id }) => [id, recallOf(id)]));
    const recall = ({ id }: Concept) => recalls.get(id) ?? 0;
    const ready = concepts.filter(({ requires }) => requires.every((id) => (recalls.get(id) ?? 0) > 0.5));
    return ready.toSorted((a, b) => recall(a) - recall(b))[0]?.id;
  },
  learn: () => undefined,
});
