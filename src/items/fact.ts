import type { Scenario } from '../scenario/scenario.ts';
import type { Value, ValueType } from './value.ts';

/**
 * items/ turns packs of YAML into presentations whose keys are computed from simulated worlds. Facts, listed here, are
 * all that a pack may ask a world; a pack runs no code. Start with item.ts for the shape of an item, present.ts for
 * how one is put, grade.ts for how a response is judged.
 */

/** Something true of a world, computed from it. */
export interface Fact {
  readonly type: ValueType;
  /** What it says, with its arguments, in a sentence. */
  readonly about: string;
  readonly args: Readonly<Record<string, ArgumentKind>>;
  /** The value in a scenario; a `FactProblem` where the scenario has no such thing. */
  compute(scenario: Scenario, args: Arguments): Value | FactProblem;
}
/**
 * `host`: which DNS host of the cast, the one moved to or the one before. `where`: whom a question is put to.
 * `happening`: something that happens, as `delegate-to host`. `reason`: of a refusal, as `too-soon`.
 */
export type ArgumentKind =
  | 'name'
  | 'rr-type'
  | 'host'
  | 'where'
  | 'purpose'
  | 'event'
  | 'status'
  | 'number'
  | 'happening'
  | 'reason';
/** What a fact was given, by the name of the argument. */
export type Arguments = Readonly<Record<string, string>>;
/** Why a fact cannot be had in a scenario, a sentence for the pack's author. */
export interface FactProblem {
  readonly problem: string;
}

/** Whether a fact could not be had. */
export const isProblem = (value: Value | FactProblem): value is FactProblem => 'problem' in value;
