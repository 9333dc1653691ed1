import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { HOUR, type Instant, later } from '../../base/time.ts';
import { PARTIAL } from './copy-database.ts';
import { type Keep, keepers, madeAt } from './keepers.ts';

/** A copy in the folder of copies. */
export interface Copy {
  readonly file: string;
  readonly at: Instant;
  readonly bytes: number;
}

/** The copies in a folder, newest first; none where the folder is not there yet. */
export function copiesIn(folder: string): readonly Copy[] {
  return namesIn(folder)
    .flatMap((name) => {
      const at = madeAt(name);
      const file = join(folder, name);
      const found = at === undefined ? undefined : statSync(file, { throwIfNoEntry: false });
      return at !== undefined && found ? [{ file, at, bytes: found.size }] : [];
    })
    .toSorted((one, other) => other.at - one.at);
}

/** Makes the folder if need be, readable by this user alone. */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** Longer than a copy takes to be written. */
const GIVEN_UP_MS = 6 * HOUR;

/** Removes the copies that are not to be kept, and what is left of some that were never finished; gives their files. */
export function dropOldCopies(folder: string, keep: Keep, now: Instant): readonly string[] {
  const copies = copiesIn(folder);
  const kept = keepers(
    copies.map(({ at }) => at),
    keep,
  );
  const given = namesIn(folder)
    .filter((name) => name.startsWith('hostmaster-') && name.includes(PARTIAL))
    .map((name) => join(folder, name))
    .filter((file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now) < later(now, -GIVEN_UP_MS));
  const dropped = [...copies.filter(({ at }) => !kept.has(at)).map(({ file }) => file), ...given];
  for (const file of dropped) rmSync(file, { force: true });
  return dropped;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
