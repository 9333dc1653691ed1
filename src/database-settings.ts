import { resolve } from 'node:path';
import { fail, ok, type Result } from './base/result.ts';
import { kindOfDatabase } from './store/database-kind.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A path made absolute; `:memory:` stays what it is. */
export const pathOf = (path: string): string => (path === ':memory:' ? path : resolve(path));

/** The database that `DATABASE_URL` names: a file, as `sqlite:study.db` or by its path alone, or a PostgreSQL; undefined where it is not set. */
export function readDatabaseUrl({ DATABASE_URL }: Environment): Result<string | undefined, readonly string[]> {
  const url = DATABASE_URL?.trim() || undefined;
  if (url === undefined) return ok(undefined);
  const read = readDatabase(url);
  return read.ok ? read : fail([`DATABASE_URL ${read.problem}`]);
}

/** A file, or the URL of a PostgreSQL. Refuses with the end of a sentence, without the password. */
function readDatabase(url: string): Result<string, string> {
  if (/^postgres(?:ql)?:/i.test(url)) return isPostgresUrl(url) ? ok(url) : fail(NO_POSTGRES);
  const [, scheme, rest = ''] = /^([a-z][a-z0-9+.-]+):(?:\/\/)?(.*)$/i.exec(url) ?? [];
  if (scheme === undefined || url === ':memory:') return ok(pathOf(url));
  return ['sqlite', 'file'].includes(scheme.toLowerCase()) && rest !== '' ? ok(pathOf(rest)) : fail(NO_DATABASE);
}

const NO_DATABASE =
  'needs a SQLite file, as in `sqlite:/var/lib/hostmaster/study.db`, or a PostgreSQL, as in `postgres://user:password@host:5432/hostmaster`.';
const NO_POSTGRES =
  'needs a PostgreSQL as in `postgres://user:password@host:5432/hostmaster`, with the name of the database at its end; in user and password `@`, `:`, `/`, `#` and `%` are written `%40`, `%3A`, `%2F`, `%23` and `%25`.';

/** Whether it can be read, and names a database. */
function isPostgresUrl(url: string): boolean {
  if (!URL.canParse(url) || kindOfDatabase(url) !== 'server') return false;
  const { pathname, username, password } = new URL(url);
  const canDecode = [pathname, username, password].every((part) => !/%(?![0-9a-f]{2})/i.test(part));
  return canDecode && /^\/[^/]+$/.test(pathname);
}

/** What is copied where to. */
export interface CopyOrder {
  readonly from: string;
  readonly to: string;
}

/** The option of the command line that only `copy` takes, beside `--to`. */
export const COPY_FLAGS = { from: { type: 'string' } } as const;

/** Reads between which databases all is copied; nothing where the task is another. Refuses with a sentence for each that cannot be meant. */
export function readCopyOrder(
  { from, to }: Readonly<Record<string, string | boolean | undefined>>,
  task: string,
): Result<CopyOrder | undefined, readonly string[]> {
  if (task !== 'copy') return from === undefined ? ok(undefined) : fail([ELSEWHERE]);
  const [source, target] = [readDatabase(String(from ?? '').trim()), readDatabase(String(to ?? '').trim())];
  if (!from || !to)
    return fail([
      '`copy` needs both ends, as in `npm start -- copy --from sqlite:study.db --to postgres://user@host/hostmaster`.',
    ]);
  const problems = [
    ...(source.ok ? [] : [`\`--from\` ${source.problem}`]),
    ...(target.ok ? [] : [`\`--to\` ${target.problem}`]),
    ...(source.ok && target.ok && source.value === target.value ? ['`--from` and `--to` name one database.'] : []),
  ];
  return source.ok && target.ok && problems.length === 0
    ? ok({ from: source.value, to: target.value })
    : fail(problems);
}

const ELSEWHERE = '`--from` is for copying a database: `npm start -- copy --from … --to …`.';
