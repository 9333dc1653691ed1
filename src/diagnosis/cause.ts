import type { Instant } from '../base/time.ts';

/**
 * What it comes to. `act`: somebody has to do something. `decide`: somebody has to say first what is meant. `advice`: it
 * works, and something could be better. `wait`: time does the rest. `fine`: nothing is wrong.
 */
export type Verdict = 'act' | 'decide' | 'advice' | 'wait' | 'fine';

/** The one thing to say first. */
export interface Cause {
  readonly verdict: Verdict;
  /** What it is, in a word that never changes. */
  readonly kind: CauseKind;
  /** Who must act or decide, if that is a person here. */
  readonly by?: string;
  /** Who must do what where, and why; or that nothing is wrong. */
  readonly sentence: string;
  /** When time has done the rest, where that can be computed. */
  readonly until?: Instant;
}

export type CauseKind =
  | 'unknown-suffix'
  | 'not-registered'
  | 'deleted'
  | 'held-by-registrar'
  | 'held-by-registry'
  | 'parked'
  | 'expired'
  | 'no-name-servers'
  | 'not-yet-published'
  | 'update-pending'
  | 'never-delegated'
  | 'private-name-servers'
  | 'no-zone'
  | 'zone-not-yet-served'
  | 'account-closed'
  | 'other-name-servers'
  | 'several-zones'
  | 'mixed-name-servers'
  | 'mistyped-name-server'
  | 'dead-name-server'
  | 'missing-glue'
  | 'stale-glue'
  | 'alias-as-name-server'
  | 'ds-without-key'
  | 'ds-of-other-key'
  | 'signed-in-part'
  | 'signatures-not-valid'
  | 'missing-name-server'
  | 'own-name-servers-differ'
  | 'too-few-name-servers'
  | 'versions-differ'
  | 'delegations-differ'
  | 'cname-beside-data'
  | 'dangling-delegation'
  | 'undelegated-subdomain'
  | 'hidden-below-cut'
  | 'doubled-name'
  | 'mail-to-alias'
  | 'mail-to-nowhere'
  | 'edited-elsewhere'
  | 'not-copied'
  | 'hidden-inside'
  | 'added-inside'
  | 'key-without-ds'
  | 'idle-ds'
  | 'unverified-contact'
  | 'no-www'
  | 'caches'
  | 'nothing';
