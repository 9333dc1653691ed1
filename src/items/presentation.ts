import type { Recipe } from '../scenario/scenario.ts';
import type { WorldEvent } from '../world/event.ts';
import type { Value } from './value.ts';

/** An item as it was put to one learner at one moment, with its key. Plain data: it is stored as it is. */
export interface Presentation {
  readonly item: string;
  /** Of the item as it was put (`version.ts`); unknown of what was put before this was kept. */
  readonly version?: string;
  readonly pack: string;
  readonly concept: string;
  /** How to build its world again; absent where it has none. */
  readonly recipe?: Recipe;
  /** How long registries and hosts take in it after its story; at once, if absent. */
  readonly pace?: 'as-in-life';
  /** What had happened in it beside the recipe's story when it was put. Absent if nothing. */
  readonly happened?: readonly WorldEvent[];
  readonly story: readonly string[];
  readonly stem: string;
  readonly form: PresentedForm;
  readonly rationale: string;
  readonly sources: readonly string[];
  readonly evidence: readonly string[];
  /** What the item supposes to happen in its world; it does so once there is a response, for all to see. Absent if nothing. */
  readonly supposes?: readonly WorldEvent[];
  /** Those that its options detect, by id, as they stood then. */
  readonly misconceptions: Readonly<Record<string, PresentedMisconception>>;
}

/** A belief that leads to a wrong response. What was put before `tempts` and `sources` were kept has neither. */
export interface PresentedMisconception {
  readonly belief: string;
  readonly truth: string;
  /** Why people take it for true. */
  readonly tempts?: string;
  /** Where the truth can be checked. */
  readonly sources?: readonly string[];
}

/** The options and the key, or the key alone. Places count from 0, in the order in which the options were put. */
export type PresentedForm =
  | {
      readonly kind: 'single-choice' | 'true-false';
      readonly options: readonly PresentedOption[];
      readonly key: number;
    }
  | { readonly kind: 'select-all'; readonly options: readonly PresentedOption[]; readonly key: readonly number[] }
  | {
      readonly kind: 'order';
      readonly options: readonly PresentedOption[];
      /** The places of the options in the right order. */
      readonly key: readonly number[];
      readonly tempting: readonly { readonly order: readonly number[]; readonly misconception: string }[];
    }
  | {
      readonly kind: 'typed';
      readonly key: Value;
      readonly tempting: readonly { readonly value: Value; readonly misconception: string }[];
    };
/** What one can choose; `misconception` is the belief that leads to it, by id. */
export interface PresentedOption {
  readonly text: string;
  readonly misconception?: string;
}

/** The letter by which an option is named: `A` for place 0. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);
