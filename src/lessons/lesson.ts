import type { Predicate } from '../items/expression.ts';
import type { Happening } from '../items/happening.ts';
import type { Form } from '../items/item.ts';
import type { Recipe } from '../scenario/scenario.ts';

/**
 * lessons/ has guided walks: what happens at each step happens in a simulated world, and whatever a step says of it is
 * looked up there. Start here for the shape of a lesson; play.ts walks through one, claims.ts holds it to what it says,
 * and expectation.ts compares what somebody expects of a look-up with what comes of it.
 */

/** A walk as its author wrote it. Texts may hold `{cast words}` and `{=facts}`, filled in at each step from its world. */
export interface Lesson {
  /** Permanent and unique over all packs. */
  readonly id: string;
  readonly pack: string;
  readonly title: string;
  readonly about: string;
  /** The concepts it teaches, by id; the first is the main one. */
  readonly concepts: readonly [main: string, ...others: string[]];
  /** The world it begins in. */
  readonly scenario: Omit<Recipe, 'seed'>;
  readonly steps: readonly LessonStep[];
}

/** One step: what happens, what is said of it, and what there is to see and to do. */
export interface LessonStep {
  readonly text: string;
  /** What happens before anything else of the step, by the registrant's hand. */
  readonly happenings: readonly Happening[];
  /** What happens is for the learner to find out, so it is not told. */
  readonly untold?: true;
  /** What is shown, each as `dig {www} A`; who holds what, if nothing is said and something happened. */
  readonly show: readonly string[];
  readonly prediction?: Prediction;
  /** Commands worth trying in the world of the step. */
  readonly tries: readonly string[];
  /** What has to hold in the world of the step, for its text to be true. */
  readonly claims: readonly Predicate[];
  readonly sources: readonly string[];
}

/** What the learner is to say before it is seen. */
export type Prediction =
  /** What a look-up returns. `lookUp` is as after `/dig`; right is the one option that meets what comes of it. */
  | {
      readonly kind: 'look-up';
      readonly lookUp: string;
      readonly ask: string;
      readonly options: readonly ExpectedOption[];
      readonly why: string;
    }
  /** Anything else of the world, in a form that items have. */
  | { readonly kind: 'form'; readonly ask: string; readonly form: Form; readonly why: string };

/** What one may expect of a look-up, as `readExpectation` reads it; `text` is how the option reads, if not so. */
export interface ExpectedOption {
  readonly expect: string;
  readonly text?: string;
  /** The belief that leads to it, by id; absent where it is right. */
  readonly misconception?: string;
}
