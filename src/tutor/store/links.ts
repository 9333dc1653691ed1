import type { DurationMs, Instant } from '../../base/time.ts';
import type { Account, LearnerId } from './account.ts';

/** Accounts that are made one learner, and taken apart again. */
export interface LinkStore {
  /** Keeps a code, by its hash; those that the account has made before and are still open are closed. */
  addLinkCode(code: LinkCode): Promise<void>;
  /** What a code would join an account with. A code that is of no use counts as a wrong try. */
  lookUpLinkCode(hash: string, account: Account, at: Instant): Promise<LinkFound | LinkRefused>;
  /**
   * Uses a code up and makes both accounts, with all that are linked to either, one learner, or does neither. All that is
   * the younger learner's goes to the older, whose settings hold; what is derived is computed from both logs.
   */
  link(hash: string, account: Account, at: Instant): Promise<LinkFound | LinkRefused>;
  /**
   * Takes an account out of what it is linked with, with all that was its own before, and what was put to it since where
   * it is. If the learner is the account's own, all others are taken out. Returns how many were taken apart; 0 if it is
   * not linked.
   */
  unlink(account: Account): Promise<number>;
}

export interface LinkCode {
  readonly hash: string;
  readonly account: Account;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
}

/** The two learners of a code, as they are before they are one. */
export interface LinkFound {
  readonly kind: 'found';
  /** The account that made the code. */
  readonly with: Account;
  /** The older learner, which stays. */
  readonly older: LinkSide;
  readonly younger: LinkSide;
}
export interface LinkSide {
  readonly learner: LearnerId;
  readonly responses: number;
  /** Whether it is the learner who typed the code. */
  readonly isHere: boolean;
}

export type LinkRefused =
  /** `own`: made by this account; `linked`: both are one learner already; `same-space`: each has an account in one server. */
  | { readonly kind: 'unknown' | 'used' | 'expired' | 'own' | 'linked' | 'same-space' }
  | { readonly kind: 'too-many-tries'; readonly waitMs: DurationMs };
