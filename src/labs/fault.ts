import type { DurationMs } from '../base/time.ts';
import type { FactCall, Predicate } from '../items/expression.ts';
import type { Happening } from '../items/happening.ts';
import type { Recipe } from '../scenario/scenario.ts';
import type { Hand } from './hand.ts';

/**
 * labs/ has what breaks and how it is repaired: faults, each an event with its symptoms and its fixes, and labs, in
 * which a learner repairs one or builds something. Start here for the shape of a fault and in lab.ts for that of a lab;
 * play-fault.ts plays one, open-lab.ts the other, and judge.ts says which checks of a lab hold.
 */

/** Something that breaks, as its author wrote it. Texts may hold `{cast words}` and `{=facts}`, filled in from the world. */
export interface Fault {
  /** Permanent and unique over all packs. */
  readonly id: string;
  readonly pack: string;
  /** Faults of one family are told apart by what is looked up, not by how they are complained of. */
  readonly family: string;
  readonly title: string;
  readonly scenario: Omit<Recipe, 'seed'>;
  /** What happened before, while all was well. */
  readonly setup: readonly Happening[];
  /** What a warm resolver was asked right before the cause, each as `{www} A`. */
  readonly warm: readonly string[];
  readonly cause: readonly Happening[];
  /** Who has to act. */
  readonly acts: Hand;
  readonly symptoms: readonly Symptom[];
  readonly wrongFix: WrongFix;
  /** Nothing, where only time helps. */
  readonly rightFix: readonly Happening[];
  /** How long after the right fix until every resolver agrees, even one that asked everything right before it took effect. */
  readonly agreedAfter: Span;
  readonly agreeOn: { readonly lookUp: string; readonly expect: readonly string[] };
  /** Real threads or documents of people whom it hit. */
  readonly found: readonly string[];
}

/** What a look at the broken world shows. */
export interface Symptom {
  /** What is asked, as `dig {www} A`, `dig {www} A @{=delegated-server}`, `trace {www} A` or `whois {domain}`. */
  readonly ask: string;
  /** At which resolver; a name server that is named, a trace and the registry know of no difference. */
  readonly at: 'fresh' | 'warm' | 'any';
  /** How long after the cause. */
  readonly wait: DurationMs;
  readonly seen: Seen;
}
export type Seen =
  | { readonly kind: 'expectation'; readonly expect: readonly string[] }
  | { readonly kind: 'predicate'; readonly holds: Predicate };

/** What people try that does not help. */
export interface WrongFix {
  readonly happenings: readonly Happening[];
  /** Why it tempts, and what it does instead. */
  readonly why: string;
}

/** A span of time: written out, a fact, or several of them added up or the longest of them. */
export type Span =
  | { readonly kind: 'span'; readonly span: DurationMs }
  | { readonly kind: 'fact'; readonly call: FactCall }
  | { readonly kind: 'sum' | 'longest'; readonly of: readonly Span[] };
