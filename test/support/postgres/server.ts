import { execFile, execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { kill9 } from './kill-9.ts';

/** A PostgreSQL server of the tests' own, in a folder that goes with it. */
export interface Server {
  /** Without a database at its end. */
  readonly url: string;
  /** As a crash: nothing is flushed, and nobody is told. */
  readonly kill: () => void;
  /** By `kill -9` of all its processes; resolves once they are gone. */
  readonly kill9: () => Promise<void>;
  readonly start: () => void;
  /** The same, while this process goes on with other things. */
  readonly startMeanwhile: () => Promise<void>;
  readonly stop: () => void;
}

const DEBIAN = '/usr/lib/postgresql';

/** In the folder that `POSTGRES_BINARIES` names, or where Debian puts what its packages do not put into the path: the newest. */
function binaries(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0];
  const folder = process.env.POSTGRES_BINARIES ?? (newest && join(DEBIAN, newest, 'bin'));
  return folder && existsSync(join(folder, 'pg_ctl')) ? folder : undefined;
}

/** Whether there is a server on this machine that can be started. */
export const isThere = (): boolean => binaries() !== undefined;

/** Has a statement done at once, for whoever cannot wait. */
export function doNow(url: string, statement: string): void {
  execFileSync(join(binaries() ?? '', 'psql'), ['--quiet', '--no-psqlrc', '--command', statement, url], {
    env: { PATH: process.env.PATH, PGOPTIONS: '-c client_min_messages=warning' },
  });
}

/** All rows of the schema that the address of a database has searched, as text. */
export function dumpOf(url: string): string {
  const [, schema = 'public'] = /search_path=(\w+)/.exec(decodeURIComponent(url)) ?? [];
  const words = ['--data-only', '--inserts', `--schema=${schema}`, url.split('?')[0] ?? ''];
  return execFileSync(join(binaries() ?? '', 'pg_dump'), words, { encoding: 'latin1', maxBuffer: 2 ** 30 });
}

/**
 * Starts one that takes nobody in but from this machine; without durability nothing is waited for, and a crash may lose all.
 * PostgreSQL will not run as root, so there it runs as `postgres`.
 */
export async function startServer(isDurable = true): Promise<Server> {
  const bin = binaries();
  if (bin === undefined) throw new Error('These tests need PostgreSQL: apt-get install postgresql');
  const folder = mkdtempSync(join(tmpdir(), 'hostmaster-postgres-'));
  const data = join(folder, 'data');
  const isRoot = process.getuid?.() === 0;
  const called = (program: string, words: readonly string[]): readonly [command: string, words: string[]] =>
    isRoot ? ['runuser', ['-u', 'postgres', '--', join(bin, program), ...words]] : [join(bin, program), [...words]];
  const run = (program: string, words: readonly string[]): void => {
    execFileSync(...called(program, words), { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  if (isRoot)
    chownSync(folder, Number(execFileSync('id', ['-u', 'postgres'])), Number(execFileSync('id', ['-g', 'postgres'])));
  // Sorted as people of a language sort, as most databases are, so that ours has to say how it sorts.
  run('initdb', ['-D', data, '-U', 'hostmaster', '--auth=trust', '--locale=C.UTF-8', '--encoding=UTF8', '--no-sync']);
  const port = await freePort();
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200 -c max_locks_per_transaction=256${isDurable ? '' : ' -c fsync=off -c full_page_writes=off -c synchronous_commit=off'}`;
  const starting = ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start'];
  const start = (): void => run('pg_ctl', starting);
  const stop = (how: string) => (): void => run('pg_ctl', ['-D', data, '-w', '-m', how, 'stop']);
  start();
  return {
    ...{ url: `postgres://hostmaster@127.0.0.1:${port}`, start, kill: stop('immediate') },
    kill9: () => kill9(data),
    async startMeanwhile() {
      await promisify(execFile)(...called('pg_ctl', starting), { cwd: folder });
    },
    stop() {
      stop('fast')();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
