import type { Generated } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Account, LearnerId } from '../../tutor/store/account.ts';

/** Whose a row was before accounts were linked. `place` is its table and `key` its key there; together they are the primary key. */
export interface LinkedRowTable {
  readonly place: string;
  readonly key: string;
  readonly home: LearnerId;
}
export interface LinkCodeTable {
  /** SHA-256, in hexadecimal. */
  readonly hash: string;
  /** The account that made it. */
  readonly platform: Account['platform'];
  readonly space: string;
  readonly user_id: string;
  readonly made_at: Instant;
  readonly expires_at: Instant;
  readonly used_at: Instant | null;
}
/** A code that was typed and was of no use. */
export interface LinkTryTable {
  readonly number: Generated<number>;
  readonly platform: Account['platform'];
  readonly space: string;
  readonly user_id: string;
  readonly tried_at: Instant;
}
