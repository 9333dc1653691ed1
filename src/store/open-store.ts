/**
 * Keeps what learners do, in one SQLite file or in memory. It holds facts and no rules: what a response is worth is
 * decided in `items/` and `learning/`. Start at `openStore`; the tables stand in `schema.ts`, the queries in one file a subject.
 */
import { resolve } from 'node:path';
import type { Store } from '../tutor/store.ts';
import { askedWhyQueries } from './asked-why.ts';
import { boardQueries } from './boards.ts';
import { dailyPromptQueries } from './daily-prompts.ts';
import { dailyScheduleQueries } from './daily-schedules.ts';
import { kindOfDatabase } from './database-kind.ts';
import { draftQueries } from './drafts.ts';
import { groupQueries } from './group.ts';
import { installationQueries } from './installations.ts';
import { labRunQueries } from './lab-runs.ts';
import { learnerQueries } from './learners.ts';
import { lessonRunQueries } from './lesson-runs.ts';
import { linkQueries } from './links.ts';
import { memoryQueries } from './memories.ts';
import { look, migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import type { ObserveQuery } from './observe-query.ts';
import { organiserQueries } from './organisers.ts';
import { packQueries } from './packs.ts';
import { alone, POSTGRES_WORDS, type PostgresOptions, placeWords, postgres } from './postgres.ts';
import { postQueries } from './posts.ts';
import { presentationQueries } from './presentations.ts';
import { privacyQueries } from './privacy.ts';
import { receiptQueries } from './receipts.ts';
import { reportQueries } from './reports.ts';
import { reviewQueries } from './reviews.ts';
import { roundQueries } from './rounds.ts';
import type { Db } from './schema.ts';
import { settingQueries } from './settings.ts';
import { SQLITE_WORDS, setUpSqlite, sqlite, sqliteToLookAt } from './sqlite.ts';
import { standingQueries } from './standing.ts';
import { StoreError } from './store-error.ts';
import { withdrawalQueries } from './withdrawals.ts';
import { worldQueries } from './worlds.ts';

/** What a server takes, and what a file does. */
export interface OpenOptions extends PostgresOptions {
  /** How long to wait for another program to let go of the file. */
  readonly busyTimeoutMs?: number;
  /** Is told of each query. */
  readonly observe?: ObserveQuery;
}

/**
 * Opens the store kept in a file, in memory for `:memory:`, or by a PostgreSQL server for a `postgres://` URL; makes it, or brings it up to date, where needed.
 * Throws `StoreError` when that cannot be used, and then has changed nothing in it.
 */
export async function openStore(file: string, options: OpenOptions = {}): Promise<Store> {
  return storeOn(await openDatabase(file, options));
}

/** The database behind `openStore`, for what works on the tables themselves. */
export const openDatabase = (database: string, options: OpenOptions = {}): Promise<Db> =>
  kindOfDatabase(database.trim()) === 'server' ? openServer(database.trim(), options) : openFile(database, options);

/** A database of a PostgreSQL server, brought up to date. */
async function openServer(url: string, options: OpenOptions): Promise<Db> {
  const db = postgres(url, options);
  try {
    await alone(db, async (connection) => {
      const found = await look(connection);
      if (found.kind === 'foreign') throw new StoreError(placeWords(url), 'foreign');
      if (found.version > MIGRATIONS.length) throw new StoreError(placeWords(url), 'newer');
      if (found.version < MIGRATIONS.length) await migrate(connection, POSTGRES_WORDS);
    });
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function openFile(file: string, { busyTimeoutMs = 5000, observe }: OpenOptions = {}): Promise<Db> {
  const path = file === ':memory:' ? file : resolve(file.trim());
  await refuseUnusable(path, busyTimeoutMs);
  const db = sqlite(path, busyTimeoutMs, observe);
  try {
    await setUpSqlite(db);
    const version = await migrate(db, SQLITE_WORDS);
    // Only if a newer program came in between.
    if (version > MIGRATIONS.length) throw new StoreError(path, 'newer');
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** The store on a database that is open already; closing it closes the database. */
export function storeOn(db: Db): Store {
  return {
    ...learnerQueries(db),
    ...worldQueries(db),
    ...presentationQueries(db),
    ...reviewQueries(db),
    ...memoryQueries(db),
    ...withdrawalQueries(db),
    ...receiptQueries(db),
    ...organiserQueries(db),
    ...installationQueries(db),
    ...roundQueries(db),
    ...settingQueries(db),
    ...postQueries(db),
    ...boardQueries(db),
    ...askedWhyQueries(db),
    ...reportQueries(db),
    ...groupQueries(db),
    ...linkQueries(db),
    ...dailyScheduleQueries(db),
    ...dailyPromptQueries(db),
    ...lessonRunQueries(db),
    ...labRunQueries(db),
    ...packQueries(db),
    ...draftQueries(db),
    ...standingQueries(db),
    ...privacyQueries(db),
    close: () => db.destroy(),
  };
}

async function refuseUnusable(file: string, busyTimeoutMs: number): Promise<void> {
  const db = sqliteToLookAt(file, busyTimeoutMs);
  if (db === undefined) return;
  try {
    const found = await look(db);
    if (found.kind === 'foreign') throw new StoreError(file, 'foreign');
    if (found.version > MIGRATIONS.length) throw new StoreError(file, 'newer');
  } finally {
    await db.destroy();
  }
}
