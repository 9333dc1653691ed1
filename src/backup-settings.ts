import { resolve } from 'node:path';
import { fail, ok, type Result } from './base/result.ts';
import { DAY, type DurationMs, HOUR, MINUTE, parseDuration } from './base/time.ts';
import type { Keep } from './store/backup/keepers.ts';

/** Copies that are made by the clock while platforms are served. */
export interface BackupPlan {
  /** An absolute path. */
  readonly folder: string;
  readonly everyMs: DurationMs;
  readonly keep: Keep;
}

/** What is to be done with copies now; paths are absolute. */
export type BackupOrder =
  | { readonly kind: 'copy'; readonly to?: string }
  | { readonly kind: 'list' }
  | { readonly kind: 'restore'; readonly copy: string; readonly to?: string };

const DEFAULT_EVERY = '1h';
const DEFAULT_KEEP = '24h 7d 4w';
const LONGEST: DurationMs = 31 * DAY;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads `BACKUP_FOLDER`, `BACKUP_EVERY` and `BACKUP_KEEP`; nothing where no folder is named. Refuses with a sentence for each that cannot be meant. */
export function readBackupPlan(environment: Environment): Result<BackupPlan | undefined, readonly string[]> {
  const folder = environment.BACKUP_FOLDER?.trim() || undefined;
  const every = parseDuration(environment.BACKUP_EVERY?.trim() || DEFAULT_EVERY, HOUR);
  const keep = readKeep(environment.BACKUP_KEEP?.trim() || DEFAULT_KEEP);
  const isSpan = every.ok && every.value >= MINUTE && every.value <= LONGEST;
  const problems = [
    ...(isSpan ? [] : ['BACKUP_EVERY needs a span from a minute to 31 days, as in `1h` or `30m`.']),
    ...(keep ? [] : ['BACKUP_KEEP needs how many hourly, daily and weekly copies are kept, as in `24h 7d 4w`.']),
  ];
  if (!isSpan || !keep) return fail(problems);
  return ok(folder === undefined ? undefined : { folder: resolve(folder), everyMs: every.value, keep });
}

/** `24h 7d 4w`, any of them left out for none; undefined if it cannot be read. */
function readKeep(text: string): Keep | undefined {
  const parts = text.split(/[\s,]+/).map((part) => /^(\d{1,4})([hdw])$/.exec(part));
  const units = parts.map((part) => part?.[2]);
  if (parts.includes(null) || new Set(units).size < units.length) return undefined;
  const count = (unit: string): number => Number(parts.find((part) => part?.[2] === unit)?.[1] ?? 0);
  return { hourly: count('h'), daily: count('d'), weekly: count('w') };
}

/**
 * Reads what `backup` and `restore` are to do; nothing where the task is another.
 * @param words what stands on the command line beside options and the task
 */
export function readBackupOrder(
  { to }: Readonly<Record<string, string | boolean | undefined>>,
  words: readonly string[],
  task: string,
): Result<BackupOrder | undefined, readonly string[]> {
  if (task !== 'backup' && task !== 'restore') return ok(undefined);
  const [file, ...more] = words;
  const problems = [
    ...(more.length > 0 ? [`\`${task}\` takes one file, and \`${more[0]}\` is a second.`] : []),
    ...(task === 'backup' && to !== undefined
      ? ['`backup` takes its file without `--to`: `npm start -- backup FILE`.']
      : []),
    ...(task === 'restore' && file === undefined ? [NO_COPY] : []),
    ...(to === '' || typeof to === 'boolean' ? ['`--to` needs the path of a file, as in `--to study.db`.'] : []),
  ];
  if (problems.length > 0) return fail(problems);
  if (file === undefined) return ok({ kind: 'copy' });
  if (task === 'backup') return ok(file === 'list' ? { kind: 'list' } : { kind: 'copy', to: resolve(file) });
  return ok({ kind: 'restore', copy: resolve(file), ...(to === undefined ? {} : { to: resolve(String(to)) }) });
}

const NO_COPY =
  '`restore` needs the copy to put back: `npm start -- restore FILE`. `npm start -- backup list` names the copies.';
