import { join } from 'node:path';
import type { BackupPlan } from './backup-settings.ts';
import type { Log } from './base/log.ts';
import { type Instant, later, MINUTE, SECOND } from './base/time.ts';
import { copiesIn, dropOldCopies, makeFolder } from './store/backup/copies.ts';
import { copyElsewhere } from './store/backup/copy-elsewhere.ts';
import { copyName } from './store/backup/keepers.ts';

/**
 * Makes a copy if one is due, and then removes those that are not to be kept. What was copied is read off the folder, so
 * that a restart makes no difference, and a clock that is set back none but that the next copy is due by what it then
 * shows. After a failure, which is thrown, the next try comes a minute later.
 */
export function backupKeeper(
  database: string,
  { folder, everyMs, keep }: BackupPlan,
  now: () => Instant,
  log: Log,
): () => Promise<void> {
  /** Not to look at the folder each second. */
  let next: Instant | undefined;
  return async () => {
    const at = now();
    if (next !== undefined && at < next && next <= later(at, everyMs)) return;
    next = later(at, Math.min(MINUTE, everyMs));
    makeFolder(folder);
    const last = copiesIn(folder).find((copy) => copy.at <= at)?.at;
    if (last !== undefined && at < later(last, everyMs)) {
      next = later(last, everyMs);
      return;
    }
    // A name has no more than seconds.
    const to = join(folder, copyName(later(at, -(at % SECOND))));
    const { bytes } = await copyElsewhere(database, to);
    const dropped = dropOldCopies(folder, keep, now());
    next = later(at, everyMs);
    log(`backup: ${to} holds ${(bytes / 1_000_000).toFixed(1)} MB and was checked; ${dropped.length} older removed`);
  };
}
