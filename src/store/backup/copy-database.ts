/**
 * Copies of a SQLite database and their way back. A copy counts once it was read from end to end and is on the disk; until
 * then it has another name. Start at `copyDatabase`; `restoreDatabase` puts one back, `keepers` says which are kept.
 */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { BackupError } from './backup-error.ts';
import { type Contents, contentsOf, explained, isSame, withConnection } from './contents.ts';
import { checkIntegrity, reading } from './examine-copy.ts';

/** What a copy is called until it counts ends in this, after the number of the process that writes it. */
export const PARTIAL = '.partial';

/**
 * Copies a database, in use or not, as it stands at one moment, and gives what was copied; a file that is there already
 * is replaced. Others can read and write the database meanwhile.
 * Throws a BackupError and leaves nothing behind.
 */
export async function copyDatabase(from: string, to: string): Promise<Contents> {
  const partial = `${to}.${process.pid}${PARTIAL}`;
  try {
    const contents = await writeChecked(from, partial);
    renameSync(partial, to);
    syncToDisk(dirname(to));
    return contents;
  } catch (error) {
    removeDatabase(partial);
    throw explained(to, error);
  }
}

/** Writes a copy that is on the disk, whole and without a log beside it. */
export async function writeChecked(from: string, to: string): Promise<Contents> {
  if (!existsSync(dirname(to))) throw new BackupError(to, 'no-folder');
  removeDatabase(to);
  // It holds what learners did, and is nobody else's business.
  closeSync(openSync(to, 'wx', 0o600));
  const contents = await reading(from, async (source) => {
    // The moment that is copied: without it, whoever writes meanwhile would have the copying begin anew.
    source.exec('begin');
    const standing = contentsOf(source);
    await source.backup(to).catch((error: unknown) => {
      throw explained(to, error);
    });
    source.exec('commit');
    return standing;
  });
  await withConnection(to, { fileMustExist: true }, (copy) => {
    copy.pragma('journal_mode = delete');
    checkIntegrity(copy);
    if (!isSame(contentsOf(copy), contents)) throw new BackupError(to, 'differs');
  });
  syncToDisk(to);
  return contents;
}

/** Has what was written to a file, or the names in a folder, on the disk before it returns. */
export function syncToDisk(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What SQLite may put beside a database. */
export const BESIDE = ['-wal', '-shm', '-journal'] as const;

function removeDatabase(file: string): void {
  for (const path of [file, ...BESIDE.map((end) => `${file}${end}`)]) rmSync(path, { force: true });
}
