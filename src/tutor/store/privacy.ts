import type { Instant } from '../../base/time.ts';
import type { LearnerId } from './account.ts';

/** What is kept of a learner: told, given away whole, and deleted; and what nobody needs any more. */
export interface PrivacyStore {
  /** How much is kept of a learner, with all accounts that are linked, a table each; tables without any are left out. */
  holdings(learner: LearnerId): Promise<readonly Holding[]>;
  /**
   * All rows that are kept of a learner, by their table, in the order of their keys. What is kept as JSON is read; other
   * learners' ids are left out.
   */
  everythingOf(learner: LearnerId): Promise<ReadonlyMap<string, readonly ExportedRow[]>>;
  /**
   * Deletes a learner, with all accounts that are linked, or does nothing: what counts for a group stays under an id that
   * means nobody, without a word that was typed. False, and nothing has changed, if what is held is no longer as expected.
   */
  forget(learner: LearnerId, isExpected: (holdings: readonly Holding[]) => boolean, at: Instant): Promise<boolean>;
  /**
   * Deletes some of what is older than a period, at most so many rows, and returns how many.
   * Called again and again it deletes all.
   */
  deleteOutdated(kind: OutdatedKind, before: Instant, most: number): Promise<number>;
}

/** How many rows of a table go when a learner is deleted, and how many stay without them. */
export interface Holding {
  readonly table: string;
  readonly goes: number;
  readonly stays: number;
}
export type ExportedRow = Readonly<Record<string, unknown>>;

/** What is deleted once it is old. */
export type OutdatedKind =
  | ('receipts' | 'posts' | 'link-codes' | 'link-tries' | 'question-worlds' | 'put-aside')
  | ('report-words' | 'pack-offers' | 'removed-packs' | 'drafts');
