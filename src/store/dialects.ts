import { deferForeignKeysThere, isPostgres, withoutWaitingThere } from './postgres.ts';
import type { Db } from './schema.ts';
import { deferForeignKeysHere, withoutWaitingHere } from './sqlite.ts';

/** What SQLite and PostgreSQL do each in their own way. */

/** Writes what need not be on the disk when it returns. */
export const withoutWaiting = <Value>(db: Db, write: (db: Db) => Promise<Value>): Promise<Value> =>
  isPostgres(db) ? withoutWaitingThere(db, write) : withoutWaitingHere(db, write);

/** Lets foreign keys be wrong until the transaction that is going on ends. */
export const deferForeignKeys = (db: Db): Promise<void> =>
  isPostgres(db) ? deferForeignKeysThere(db) : deferForeignKeysHere(db);
