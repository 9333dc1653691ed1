import { type RawBuilder, sql } from 'kysely';
import type { Account, LearnerId } from '../../tutor/store/account.ts';
import { accountsOf } from '../join-learners.ts';
import type { Db } from '../schema.ts';

/** A learner as they stand in the tables: by the ids of all learners that were made one, and by all their accounts. */
export interface Person {
  /** The learner's own first. */
  readonly ids: readonly LearnerId[];
  readonly accounts: readonly Account[];
}

export async function personOf(db: Db, learner: LearnerId): Promise<Person> {
  const accounts = await accountsOf(db, learner);
  return { ids: [...new Set([learner, ...accounts.map(({ home }) => home)])], accounts };
}

/** Whether a column holds one of the person's ids. */
export const isOf =
  (column: string) =>
  ({ ids }: Person): RawBuilder<boolean> =>
    sql<boolean>`(${sql.ref(column)} in (${sql.join(ids)}))`;

/** Whether something is so of one of the accounts. */
export const ofAccount =
  (isSo: (account: Account) => RawBuilder<boolean>) =>
  ({ accounts }: Person): RawBuilder<boolean> =>
    sql<boolean>`(${accounts.length === 0 ? sql`false` : sql.join(accounts.map(isSo), sql` or `)})`;
