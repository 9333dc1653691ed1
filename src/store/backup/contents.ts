import Database from 'better-sqlite3';
import { MIGRATIONS } from '../migrations.ts';
import { BackupError, type BackupProblem } from './backup-error.ts';

/** What stands in a database, as far as two of them are compared by it. */
export interface Contents {
  /** How many migrations its schema has had. */
  readonly version: number;
  /** How many rows each table has. */
  readonly rows: ReadonlyMap<string, number>;
  readonly bytes: number;
}

/**
 * What stands in a database of ours.
 * Throws a BackupError: `empty`, `foreign` or `newer`.
 */
export function contentsOf(connection: Database.Database): Contents {
  const tables = connection
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'",
    )
    .pluck()
    .all();
  if (tables.length === 0) throw new BackupError(connection.name, 'empty');
  if (!tables.includes('hostmaster_schema')) throw new BackupError(connection.name, 'foreign');
  const version = connection.prepare<[], number>('select version from hostmaster_schema').pluck().get() ?? 0;
  if (version > MIGRATIONS.length) throw new BackupError(connection.name, 'newer');
  const count = (table: string): number =>
    connection
      .prepare<[], number>(`select count(*) from "${table.replaceAll('"', '""')}"`)
      .pluck()
      .get() ?? 0;
  const size = 'select page_count * page_size from pragma_page_count, pragma_page_size';
  return {
    version,
    rows: new Map(tables.toSorted().map((table) => [table, count(table)])),
    bytes: connection.prepare<[], number>(size).pluck().get() ?? 0,
  };
}

/** Whether both hold the same tables with as many rows. */
export const isSame = (one: Contents, other: Contents): boolean =>
  one.version === other.version && JSON.stringify([...one.rows]) === JSON.stringify([...other.rows]);

/** Does it on a connection, which is closed after it; what SQLite objects to becomes a BackupError of that file. */
export async function withConnection<Value>(
  file: string,
  options: Database.Options,
  act: (connection: Database.Database) => Value | Promise<Value>,
): Promise<Value> {
  let connection: Database.Database | undefined;
  try {
    connection = new Database(file, options);
    return await act(connection);
  } catch (error) {
    throw explained(file, error);
  } finally {
    connection?.close();
  }
}

/** The same as a BackupError, if it is of SQLite or of the file system and has a word. */
export function explained(file: string, error: unknown): unknown {
  if (error instanceof BackupError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  const problem = PROBLEMS[/^SQLITE_[A-Z]+/.exec(code)?.[0] ?? code];
  return problem === undefined ? error : new BackupError(file, problem, error);
}
const PROBLEMS: Readonly<Record<string, BackupProblem>> = {
  SQLITE_BUSY: 'locked',
  SQLITE_LOCKED: 'locked',
  SQLITE_CANTOPEN: 'no-permission',
  SQLITE_PERM: 'no-permission',
  SQLITE_READONLY: 'no-permission',
  SQLITE_NOTADB: 'not-a-database',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_ERROR: 'damaged',
  SQLITE_FULL: 'disk',
  SQLITE_IOERR: 'disk',
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  ENOSPC: 'disk',
  EDQUOT: 'disk',
  EFBIG: 'disk',
  EIO: 'disk',
};
