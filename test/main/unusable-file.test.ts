import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { aProgram, run } from '../support/program.ts';
import { temporaryFolder } from '../support/store.ts';
import { TOP } from '../support/top.ts';

// A file of SQLite's that is not what the program is told that it is.

/** A database that another program holds locked until the test ends. */
function locked(file: string): void {
  const db = new Database(file);
  db.pragma('journal_mode = wal');
  db.exec('create table hostmaster_schema (id integer primary key, version integer); begin immediate');
  onTestFinished(() => void db.close()); // and until then it is not collected, which would let go of the lock
}
function newer(file: string): void {
  const db = new Database(file);
  db.exec(
    'create table hostmaster_schema (id integer primary key, version integer); insert into hostmaster_schema values (1, 99)',
  );
  db.close();
}
function foreign(file: string): void {
  const db = new Database(file);
  db.exec('create table song (title text)');
  db.close();
}

// biome-ignore format: a table reads down its columns
test.each([
  ['in a folder that is not there', 'no/such.db', () => {},                                  'cannot be made: its folder does not exist.'],
  ['that is a folder',              'folder',     (file: string) => mkdirSync(file),         'is a folder. Name a file in it instead.'],
  ['of a newer version',            'newer.db',   newer,                                     'was written by a newer version of this program, and was left as it is.'],
  ['of another program',            'songs.db',   foreign,                                   'belongs to another program, and was left as it is.'],
  ['that is no database',           'text.db',    (file: string) => writeFileSync(file, 'once upon a time, there was'.repeat(99)), 'is not a database, and was left as it is.'],
  ['locked by another program',     'locked.db',  locked,                                    'is locked by another program.'],
])('a database %s stops the start with a sentence', async (_, name, prepare, words) => {
  const file = join(temporaryFolder(), name);
  prepare(file);
  const { stdout, stderr, status } = await run(aProgram(), ['--database', file], '/quiz\n');
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^The database file .*\n$/);
  expect(stderr).toContain(`${file} ${words}`);
});

const rebuilt = (file: string) => run(TOP, ['rebuild', '--database', file]);

test('what is not there is not made by a rebuild', async () => {
  const file = join(temporaryFolder(), 'study.db');
  expect((await rebuilt(file)).stdout).toContain(`There is no database ${file}`);
  expect(existsSync(file)).toBe(false);
});

test('what is no database of ours is left alone by a rebuild', async () => {
  const { stderr, status } = await rebuilt(join(TOP, 'package.json'));
  expect([status, stderr]).toEqual([1, expect.stringContaining('is not a database')]);
});
