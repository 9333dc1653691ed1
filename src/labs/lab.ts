import type { Predicate } from '../items/expression.ts';
import type { Happening } from '../items/happening.ts';
import type { Recipe } from '../scenario/scenario.ts';
import type { WrongFix } from './fault.ts';
import type { Hand } from './hand.ts';

/** A task in a world: something to repair or to build, and the checks that have to hold at its end. */
export interface Lab {
  /** Permanent and unique over all packs. */
  readonly id: string;
  readonly pack: string;
  readonly title: string;
  /** One line, which gives nothing away. */
  readonly about: string;
  /** The concepts it is about, by id; the first is the main one. */
  readonly concepts: readonly [main: string, ...others: string[]];
  /** The labs and concepts that come before it, by id. */
  readonly requires: readonly string[];
  readonly start: LabStart;
  /** The complaint as it reaches the learner. */
  readonly story: string;
  readonly goal: readonly Check[];
  /** The model solution; that of the fault, if none is given. */
  readonly solution?: readonly Happening[];
  /** How many steps the model solution claims; looking and waiting are none. */
  readonly steps?: number;
  /** What people try that does not help, besides the fault's own. */
  readonly wrong: readonly WrongFix[];
  /** Who may do what, in a lab for several people. */
  readonly roles: readonly Role[];
  readonly sources: readonly string[];
}

/** What a lab begins with: a fault, one of a family of faults or only of those of it that fit, or a world of its own. */
export type LabStart =
  | { readonly kind: 'fault'; readonly fault: string }
  | { readonly kind: 'family'; readonly family: string; readonly only?: readonly string[] }
  | ({ readonly kind: 'own' } & OwnStart);
export interface OwnStart {
  readonly scenario: Omit<Recipe, 'seed'>;
  readonly setup: readonly Happening[];
  readonly warm: readonly string[];
  readonly cause: readonly Happening[];
}

/** The part that one person has in a lab for several: the login at the registrar, that at the DNS host, or a resolver and no login. */
export const ROLES = ['registrar', 'host', 'resolver'] as const;
export type Role = (typeof ROLES)[number];

/** One thing that has to come true. Goal text, progress, hints and verdict are all made of these. */
export type Check = {
  /** Why it has to be so, a sentence. */
  readonly why: string;
  readonly party: Hand;
} & (LookUpCheck | HoldsCheck | UnbrokenCheck);

/** A look-up, and what it has to bring: any of what is expected. */
export interface LookUpCheck {
  readonly kind: 'look-up';
  /** As after `/dig`; it may name a server. */
  readonly lookUp: string;
  readonly at: Asked;
  readonly expect: readonly string[];
}
/**
 * A resolver that remembers nothing; the one that the learner asks, with what it remembers; every one that could have
 * asked at any moment so far; or one that remembers nothing and checks signatures.
 */
export const ASKED = ['fresh', 'warm', 'every', 'validating'] as const;
export type Asked = (typeof ASKED)[number];

export interface HoldsCheck {
  readonly kind: 'holds';
  readonly holds: Predicate;
  /** What has to hold, in words. */
  readonly says: string;
}

/** Whatever resolver is asked, and whenever, from the start of the lab: it gets any of what is expected. */
export interface UnbrokenCheck {
  readonly kind: 'unbroken';
  readonly lookUp: string;
  readonly expect: readonly string[];
}
