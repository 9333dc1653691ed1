import type { Recipe } from '../scenario/scenario.ts';
import type { WorldEvent } from '../world/event.ts';
import type { Expression, FactCall, Literal, Predicate } from './expression.ts';
import type { Happening } from './happening.ts';
import type { ValueType } from './value.ts';

/** A task as its author wrote it. Texts may hold `{cast words}` and `{=facts}`, filled in when the item is put. */
export interface Item {
  /** Permanent and unique over all packs. */
  readonly id: string;
  readonly pack: string;
  /** The item, gone from its pack, whose place this one takes: what it asks is another thing. */
  readonly replaces?: string;
  readonly concept: string;
  /** The world it is about; an item without one has a typed key, and its sources vouch for it. */
  readonly scenario?: ItemScenario;
  /** Whether the world's story is told before the stem. */
  readonly story: boolean;
  readonly stem: string;
  /** Whether the stem describes a situation at length, in the manner of a certification. */
  readonly long?: true;
  readonly form: Form;
  readonly rationale: string;
  /** Where to check it: an RFC with its section, a document with its date. */
  readonly sources: readonly string[];
  /** What of the domain it teaches, by the ids of `questions/coverage.yaml`; nothing if absent. */
  readonly teaches?: readonly string[];
  /** Commands that show the truth of the key in the item's own world. */
  readonly evidence: readonly string[];
}

/** The world of an item, but for its seed: a scenario, and what has happened in it since. */
export interface ItemScenario extends Omit<Recipe, 'seed'> {
  /** How long registries and hosts take from then on; at once, if absent. */
  readonly pace?: 'as-in-life';
  readonly since?: readonly Sequel[];
  readonly recorded?: RecordedWorld;
}
/** A world that somebody made, as what happened in it after an empty scenario: it is the same whenever the item is put. */
export interface RecordedWorld {
  readonly seed: number;
  /** How long registries and hosts take in it; at once, if absent. */
  readonly pace?: 'as-in-life';
  readonly events: readonly WorldEvent[];
  /** How it came about, a sentence or a command each. */
  readonly tells: readonly string[];
}
/** What happened after the scenario's story, and the sentence that tells it. */
export interface Sequel {
  readonly tells: string;
  readonly happenings: readonly Happening[];
}

/** The kinds of item, with what makes the key of each. */
export type Form =
  /** One value is right; the others are what people take for it. */
  | {
      readonly kind: 'single-choice';
      readonly of: 'values';
      readonly key: FactCall & Worded;
      readonly distractors: readonly Distractor[];
    }
  /** Statements, of which one (`single-choice`) or any number but none (`select-all`) hold. */
  | {
      readonly kind: 'single-choice' | 'select-all';
      readonly of: 'statements';
      readonly statements: readonly Statement[];
    }
  | { readonly kind: 'true-false'; readonly holds: Predicate | boolean; readonly misconception: string }
  /** Steps, to be put in the order of their places. Places are computed, or are the order as written. */
  | { readonly kind: 'order'; readonly steps: readonly Step[]; readonly tempting: readonly TemptingOrder[] }
  | { readonly kind: 'typed'; readonly key: FactCall | TypedKey; readonly tempting: readonly Distractor[] };

interface Worded {
  /** How the option reads; the value in words if absent. */
  readonly text?: string;
}
/** A value that is wrong, and the belief that leads to it. */
export interface Distractor extends Worded {
  readonly value: Expression;
  readonly misconception: string;
}
/** `holds` is computed from the world, or typed where there is none. Those that do not hold name their misconception. */
export interface Statement {
  readonly text: string;
  readonly holds: Predicate | boolean;
  readonly misconception?: string;
}
/** What happens, and the fact that says when: a count, lower for earlier. */
export interface Step {
  readonly text: string;
  readonly place?: FactCall;
}
/** Step numbers, 1 for the first as written, in the wrong order that a misconception leads to. */
export interface TemptingOrder {
  readonly order: readonly number[];
  readonly misconception: string;
}
/** A key that no world has to compute. */
export interface TypedKey {
  readonly type: ValueType;
  readonly value: Literal;
}

/** A belief that is wrong, and that distractors detect. */
export interface Misconception {
  readonly id: string;
  readonly belief: string;
  readonly truth: string;
  readonly tempts: string;
  readonly sources: readonly string[];
}

/** What memory attaches to. */
export interface PackConcept {
  readonly id: string;
  readonly title: string;
  readonly requires: readonly string[];
  /** Where to look, in a sentence that names no key of any item about it. */
  readonly hint: string;
  /** What holds, in a sentence or two, with where to check it. */
  readonly rule: string;
  readonly sources: readonly string[];
}

/** A folder of `questions/`: concepts, misconceptions and items that belong together. */
export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly concepts: readonly PackConcept[];
  readonly misconceptions: readonly Misconception[];
  readonly items: readonly Item[];
  /** The concepts and misconceptions of the packs that it builds on, which it may name as its own. */
  readonly borrowed: Pick<Pack, 'concepts' | 'misconceptions'>;
}

/** What a pack may name: its own, and what it borrows. */
export const namedBy = ({ concepts, misconceptions, borrowed }: Pack): Pack['borrowed'] => ({
  concepts: [...borrowed.concepts, ...concepts],
  misconceptions: [...borrowed.misconceptions, ...misconceptions],
});
