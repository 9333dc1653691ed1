import type { Name } from '../name.ts';
import type { RRType } from '../record.ts';

/**
 * Why something is bogus. `zone` is the one whose keys should have signed; `owner` and `type` say what was checked.
 * For the keys of a zone `tags` are those that its DS name, else the key's that signed.
 */
export interface Fault {
  readonly problem: FaultProblem;
  readonly zone: Name;
  readonly owner: Name;
  readonly type: RRType;
  readonly tags: readonly number[];
}

/** What can be wrong with a set, with a denial, and with the keys of a zone; then what was too much to check. */
export const FAULT_PROBLEMS = [
  'not-signed',
  'expired',
  'not-yet-valid',
  'no-such-key',
  'wrong-signature',
  'wrong-signer',
  'not-denied',
  'ds-unknown',
  'no-dnskey',
  'ds-matches-no-key',
  'too-much-work',
] as const;
export type FaultProblem = (typeof FAULT_PROBLEMS)[number];
