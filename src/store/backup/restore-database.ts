import {
  chmodSync,
  chownSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { BackupError } from './backup-error.ts';
import { type Contents, contentsOf, explained } from './contents.ts';
import { BESIDE, syncToDisk, writeChecked } from './copy-database.ts';
import { examineCopy } from './examine-copy.ts';

export interface Restored {
  readonly contents: Contents;
  /** What stood there before, and where that is kept now; `contents` is missing where it could not be read. */
  readonly before?: { readonly file: string; readonly contents?: Contents };
}

/**
 * Puts a copy in the place of a database that nobody has open, and keeps what stood there beside it. At every moment there
 * is a whole database in that place, the old one or the new.
 * @param stamp tells the old file apart, as in `hostmaster.db.before-STAMP`
 * Throws a BackupError if the copy is no good or the place is taken; then nothing has changed.
 */
export async function restoreDatabase(copy: string, to: string, stamp: string): Promise<Restored> {
  const target = existsSync(to) ? realpathSync(to) : to;
  if (existsSync(copy) && realpathSync(copy) === target) throw new BackupError(copy, 'same');
  await examineCopy(copy);
  const fresh = `${target}.${process.pid}.restoring`;
  let held: Held | undefined;
  try {
    const contents = await writeChecked(copy, fresh);
    held = hold(target);
    const kept = freeName(`${target}.before-${stamp}`);
    likeBefore(target, fresh);
    const isKept = keepBeside(target, kept);
    renameSync(fresh, target);
    syncToDisk(dirname(target));
    await examineCopy(target);
    const { contents: before } = held;
    return isKept ? { contents, before: { file: kept, ...(before && { contents: before }) } } : { contents };
  } catch (error) {
    throw explained(target, error);
  } finally {
    held?.release();
    rmSync(fresh, { force: true });
  }
}

interface Held {
  /** Missing where there is nothing, or nothing that can be read. */
  readonly contents?: Contents;
  readonly release: () => void;
}

/** Keeps others from opening what stands there, with all of it folded into one file; refuses if somebody has it open. */
function hold(target: string): Held {
  if (!existsSync(target) || statSync(target).size === 0) return { release: () => {} };
  const connection = new Database(target, { fileMustExist: true, timeout: 0 });
  try {
    // Not to be had while anybody else is connected, whether or not they are at work.
    connection.pragma('journal_mode = delete');
    connection.exec('begin exclusive');
    return { contents: contentsOf(connection), release: () => connection.close() };
  } catch (error) {
    const why = explained(target, error);
    const problem = why instanceof BackupError ? why.problem : undefined;
    if (problem === 'damaged' || problem === 'not-a-database' || problem === 'empty')
      return { release: () => connection.close() };
    connection.close();
    const refused = problem === undefined ? undefined : REFUSED[problem];
    throw refused ? new BackupError(target, refused, error) : why;
  }
}
const REFUSED: Readonly<Record<string, 'in-use' | 'target-foreign' | 'target-newer'>> = {
  locked: 'in-use',
  foreign: 'target-foreign',
  newer: 'target-newer',
};

/** Whoever runs the program may not be whoever restores. */
function likeBefore(target: string, fresh: string): void {
  if (!existsSync(target)) return;
  const { mode, uid, gid } = statSync(target);
  chmodSync(fresh, mode & 0o777);
  if (process.getuid?.() === 0) chownSync(fresh, uid, gid);
}

/** Gives what stands there a second name, and moves aside what would be taken for the new one's log. */
function keepBeside(target: string, kept: string): boolean {
  const isThere = existsSync(target);
  if (isThere) {
    try {
      linkSync(target, kept);
    } catch {
      // Some file systems know no second names.
      copyFileSync(target, kept, constants.COPYFILE_EXCL);
      syncToDisk(kept);
    }
  }
  for (const end of BESIDE) if (existsSync(`${target}${end}`)) renameSync(`${target}${end}`, `${kept}${end}`);
  syncToDisk(dirname(target));
  return isThere;
}

function freeName(wanted: string): string {
  let name = wanted;
  for (let more = 2; existsSync(name); more++) name = `${wanted}-${more}`;
  return name;
}
