import { closeSync, existsSync, openSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, type SqliteDatabase, type SqliteStatement, sql } from 'kysely';
import type { DialectWords } from './migration.ts';
import { loggedTo, type ObserveQuery } from './observe-query.ts';
import { PatientDialect } from './patient-dialect.ts';
import { placeOf } from './place.ts';
import type { Db } from './schema.ts';
import { StoreError, type StoreProblem } from './store-error.ts';

/** All that is SQLite's own stands in this file. */
export const SQLITE_WORDS: DialectWords = {
  rowNumber: 'integer primary key autoincrement',
  randomText: 'hex(randomblob(12))',
  indexesHoldTexts: true,
};

/**
 * A connection that shows what is in an existing file and leaves every byte of it as it is; undefined if there is no file.
 * Where a log (`-wal`) lies beside the file it must not be folded in, so reading is all that is allowed. Where none
 * lies, the connection may clear away the one it makes itself, which a reading one would leave behind.
 */
export function sqliteToLookAt(file: string, busyTimeoutMs: number): Db | undefined {
  const problem = problemOfPath(file);
  if (problem) throw new StoreError(file, problem);
  if (!existsSync(file)) return undefined;
  const readonly = existsSync(`${realpathSync(file)}-wal`);
  return kyselyOver(file, { readonly, fileMustExist: true, timeout: busyTimeoutMs });
}

/** A connection to work with. The file is made if there is none, for this user alone; its logs take the mode of it. */
export function sqlite(file: string, busyTimeoutMs: number, observe?: ObserveQuery): Db {
  if (file !== ':memory:') makeForOwner(file);
  return kyselyOver(file, { timeout: busyTimeoutMs }, observe);
}

function makeForOwner(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch {
    // It is there, and its mode is its owner's choice; or it cannot be made, which SQLite tells.
  }
}

/** What is read again and again stays with the program; by itself SQLite keeps two mebibytes. */
const CACHE_KIB = 64 * 1024;
/** Whether another connection is open to a file, of this process or another; false if there is no file. Changes nothing. */
export function isInUse(file: string): boolean {
  if (!existsSync(file)) return false;
  let connection: Database.Database | undefined;
  try {
    connection = new Database(file, { fileMustExist: true, timeout: 0 });
    // Not to be had while anybody else is connected, whether or not they are at work.
    connection.pragma('locking_mode = exclusive');
    connection.prepare('select count(*) from sqlite_schema').get();
    return false;
  } catch (error) {
    // What else is wrong with it is told by whoever opens it.
    return error instanceof Database.SqliteError && problemOfCode(error.code) === 'locked';
  } finally {
    connection?.close();
  }
}

/** Sets a connection so that programs can share the file, and what was committed outlives a crash of the machine. */
export async function setUpSqlite(db: Db): Promise<void> {
  await sql`pragma journal_mode = wal`.execute(db);
  await sql`pragma synchronous = full`.execute(db);
  await sql`pragma foreign_keys = on`.execute(db);
  await sql`pragma cache_size = ${sql.lit(-CACHE_KIB)}`.execute(db);
  // What is deleted is overwritten, and cannot be read out of the file. Source: SQLite, PRAGMA secure_delete.
  await sql`pragma secure_delete = on`.execute(db);
}

/**
 * Writes what need not be on the disk when it returns. The log is written in order, so that it outlives a crash of the
 * machine if anything does that is committed later; until then all programs on the file see it like the rest.
 */
export function withoutWaitingHere<Value>(db: Db, write: (db: Db) => Promise<Value>): Promise<Value> {
  return db.connection().execute(async (connection) => {
    await sql`pragma synchronous = normal`.execute(connection);
    try {
      return await write(connection);
    } finally {
      await sql`pragma synchronous = full`.execute(connection);
    }
  });
}

/** Lets foreign keys be wrong until the transaction that is going on ends. */
export async function deferForeignKeysHere(db: Db): Promise<void> {
  await sql`pragma defer_foreign_keys = on`.execute(db);
}

/** What SQLite would only call "unable to open". */
function problemOfPath(file: string): StoreProblem | undefined {
  if (!statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory()) return 'no-folder';
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ? 'is-folder' : undefined;
}

/** So long everything stands still while another program writes; longer waits let the rest go on. */
const STANDSTILL_MS = 20;

function kyselyOver(file: string, { timeout = 0, ...options }: Database.Options, observe?: ObserveQuery): Db {
  const standstill = Math.min(timeout, STANDSTILL_MS);
  const connection = explained(file, () => new Database(file, { ...options, timeout: standstill }));
  const refuseIfMoved = placeOf(file);
  // The program's statements are few and come again and again; a changed schema prepares them anew by itself.
  const prepared = new Map<string, Prepared>();
  const prepare = (text: string): Prepared => {
    const known = prepared.get(text);
    if (known) return known;
    const statement = explained(file, () => explainedStatement(file, connection.prepare(text)));
    prepared.set(text, statement);
    return statement;
  };
  const database: SqliteDatabase = {
    close: () => connection.close(),
    prepare(text) {
      const statement = prepare(spare(text, connection));
      // Nothing is lost by looking into a file that was moved, and there is a lot of looking.
      if (!statement.isLooking && !connection.inTransaction) refuseIfMoved();
      return statement;
    },
  };
  return new Kysely({ dialect: new PatientDialect({ database }, timeout - standstill), ...loggedTo(observe) });
}

/** A full disk makes SQLite roll back by itself; Kysely's own rollback would then fail and hide why. */
const spare = (text: string, { inTransaction }: Database.Database): string =>
  text === 'rollback' && !inTransaction ? 'select 1' : text;

interface Prepared extends SqliteStatement {
  /** Whether it only reads, and begins nothing. */
  readonly isLooking: boolean;
}

function explainedStatement(file: string, statement: Database.Statement<unknown[]>): Prepared {
  return {
    reader: statement.reader,
    isLooking: statement.reader && statement.readonly,
    all: (parameters) => explained(file, () => statement.all(...parameters)),
    run: (parameters) => explained(file, () => statement.run(...parameters)),
    iterate: (parameters) => statement.iterate(...parameters),
  };
}

/** Does it; a failure of the file or the disk becomes a `StoreError`, a bug of ours (a broken constraint) stays what it is. */
function explained<Value>(file: string, act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    const problem = error instanceof Database.SqliteError && problemOfCode(error.code);
    throw problem ? new StoreError(file, problem, error) : error;
  }
}

/** Source: SQLite result codes; the extended ones begin with the name of the primary one. */
function problemOfCode(code: string): StoreProblem | undefined {
  const [primary = ''] = code.match(/^SQLITE_[A-Z]+/) ?? [];
  return PROBLEMS[primary];
}
const PROBLEMS: Readonly<Record<string, StoreProblem>> = {
  SQLITE_BUSY: 'locked',
  SQLITE_LOCKED: 'locked',
  SQLITE_PROTOCOL: 'locked',
  SQLITE_CANTOPEN: 'no-permission',
  SQLITE_PERM: 'no-permission',
  SQLITE_AUTH: 'no-permission',
  SQLITE_READONLY: 'no-permission',
  SQLITE_NOTADB: 'not-a-database',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_FULL: 'disk',
  SQLITE_IOERR: 'disk',
};
