import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BackupOrder } from './backup-settings.ts';
import { formatInstant, type Instant } from './base/time.ts';
import { BackupError } from './store/backup/backup-error.ts';
import type { Contents } from './store/backup/contents.ts';
import { copiesIn, makeFolder } from './store/backup/copies.ts';
import { copyDatabase } from './store/backup/copy-database.ts';
import { copyName, stampOf } from './store/backup/keepers.ts';
import { restoreDatabase } from './store/backup/restore-database.ts';
import { type DatabaseKind, kindOfDatabase } from './store/database-kind.ts';
import { MIGRATIONS } from './store/migrations.ts';
import { counted } from './tutor/names.ts';

/** Nothing can be copied or put back, with what to do instead. */
export class NoBackupError extends Error {
  override readonly name = 'NoBackupError';
}

/**
 * Copies the database, lists the copies, or puts one back, and says what was done.
 * Throws a BackupError or a NoBackupError, and then has changed nothing.
 * @param folder where copies are kept that are given no name; beside the database if absent
 */
export async function backUp(
  database: string,
  order: BackupOrder,
  now: Instant,
  folder = join(dirname(database), 'backups'),
): Promise<string> {
  const target = order.kind === 'restore' ? (order.to ?? database) : database;
  const kind = kindOfDatabase(target);
  if (kind !== 'file') throw new NoBackupError(INSTEAD[kind]);
  switch (order.kind) {
    case 'list':
      return listOf(folder);
    case 'copy':
      return copied(database, order.to ?? join(folder, copyName(now)), order.to === undefined ? folder : undefined);
    case 'restore':
      return restored(order.copy, target, now);
  }
}

const INSTEAD: Readonly<Record<Exclude<DatabaseKind, 'file'>, string>> = {
  memory: 'A database in memory is gone when the program ends: there is nothing to copy, and nothing to restore into.',
  server:
    'PostgreSQL keeps this database, and has its own tools for copies: `pg_dump --format=custom --file=hostmaster.dump "$DATABASE_URL"` makes one, ' +
    '`pg_restore --clean --if-exists --single-transaction --dbname="$DATABASE_URL" hostmaster.dump` puts it back. See docs/operating.md, Back-ups.',
};

async function copied(database: string, to: string, folder: string | undefined): Promise<string> {
  if (!existsSync(database)) throw new NoBackupError(`There is no database ${database}, and so nothing to copy.`);
  if (folder !== undefined) makeFolder(folder);
  else if (existsSync(to)) throw new BackupError(to, 'is-there');
  const contents = await copyDatabase(database, to);
  return `Copied ${database} to ${to}, and read it again from end to end: ${describe(contents)}.\n`;
}

async function restored(copy: string, target: string, now: Instant): Promise<string> {
  const { contents, before } = await restoreDatabase(copy, target, stampOf(now));
  const older = contents.version < MIGRATIONS.length ? ' The next start brings its tables up to date.' : '';
  const kept =
    before === undefined
      ? ''
      : `What stood there before (${before.contents ? describe(before.contents) : 'it could not be read'}) is kept as ${before.file}.\n`;
  return `Restored ${copy} to ${target}: ${describe(contents)}.${older}\n${kept}`;
}

function listOf(folder: string): string {
  const copies = copiesIn(folder);
  if (copies.length === 0) return `There are no copies in ${folder}. \`npm start -- backup\` makes one.\n`;
  const lines = copies.map(
    ({ file, at, bytes }) => `${formatInstant(at)} UTC  ${megabytes(bytes).padStart(10)}  ${file}`,
  );
  return `${lines.join('\n')}\n`;
}

/** `23 tables with 1,204 rows, 0.4 MB`. */
function describe({ rows, bytes }: Contents): string {
  const all = [...rows.values()].reduce((sum, count) => sum + count, 0);
  return `${counted(rows.size, 'table')} with ${counted(all, 'row')}, ${megabytes(bytes)}`;
}
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
