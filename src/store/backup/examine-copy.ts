import { existsSync, realpathSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { BackupError } from './backup-error.ts';
import { type Contents, contentsOf, withConnection } from './contents.ts';

/** Longer than a program holds the file while it writes. */
const BUSY_MS = 5000;

/**
 * Reads a copy from end to end and gives what stands in it, leaving every byte as it is.
 * Throws a BackupError: `not-there`, `not-a-database`, `empty`, `foreign`, `newer`, `damaged`, `no-permission`.
 */
export async function examineCopy(file: string): Promise<Contents> {
  return reading(file, (connection) => {
    const contents = contentsOf(connection);
    // SQLite takes what is missing of the last page for zeros.
    const pageSize = connection.prepare<[], number>('pragma page_size').pluck().get() ?? 0;
    if (statSync(file).size % pageSize !== 0) throw new BackupError(file, 'damaged');
    checkIntegrity(connection);
    return contents;
  });
}

/** Does it on a connection that shows what is in a file and changes nothing in it. */
export async function reading<Value>(
  file: string,
  act: (connection: Database.Database) => Value | Promise<Value>,
): Promise<Value> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new BackupError(file, 'not-there');
  if (!found.isFile()) throw new BackupError(file, 'not-a-database');
  if (found.size === 0) throw new BackupError(file, 'empty');
  // A reading connection would leave behind the log that it makes itself; where one lies it must not be folded in.
  const readonly = existsSync(`${realpathSync(file)}-wal`);
  return withConnection(file, { readonly, fileMustExist: true, timeout: BUSY_MS }, act);
}

/** Throws a BackupError, `damaged`, if a page, an index or a reference is not as it should be. */
export function checkIntegrity(connection: Database.Database): void {
  const said = connection.prepare<[], string>('pragma integrity_check(5)').pluck().all();
  const dangling = connection.prepare('pragma foreign_key_check').all();
  if (said.join() !== 'ok') throw new BackupError(connection.name, 'damaged', new Error(said.join('; ')));
  if (dangling.length > 0) {
    const cause = new Error(`${dangling.length} rows refer to rows that are not there`);
    throw new BackupError(connection.name, 'damaged', cause);
  }
}
