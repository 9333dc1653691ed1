import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { copyDatabase } from '../../../src/store/backup/copy-database.ts';
import { examineCopy } from '../../../src/store/backup/examine-copy.ts';
import { restoreDatabase } from '../../../src/store/backup/restore-database.ts';
import { MIGRATIONS } from '../../../src/store/migrations.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { aPresentation, aReview, NOON, temporaryFolder } from '../../support/store.ts';

const STAMP = '20260301T120000Z';
const ANNA = { platform: 'terminal', space: '', user: 'anna' } as const;

/** A database in which Anna has responded so many times, closed. */
async function aDatabase(responses = 3, folder = temporaryFolder()): Promise<string> {
  const file = join(folder, 'hostmaster.db');
  await respond(file, responses);
  return file;
}

async function respond(file: string, responses: number): Promise<void> {
  const store = await openStore(file);
  const anna = await store.learnerOf(ANNA, NOON);
  for (let i = 0; i < responses; i++) {
    const put = aPresentation(anna, `p${crypto.randomUUID()}`);
    await store.addPresentation(put);
    await store.addReview(aReview(put));
  }
  await store.close();
}

async function reviewsIn(file: string): Promise<number> {
  const store = await openStore(file);
  const reviews = await store.reviews(await store.learnerOf(ANNA, NOON));
  await store.close();
  return reviews.length;
}

function opened(file: string): Database.Database {
  const connection = new Database(file);
  onTestFinished(() => void connection.close());
  return connection;
}

/** Overwrites octets in the middle of a file. */
function scribble(file: string, at: number, length: number): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(length, 0x5a), 0, length, at);
  closeSync(descriptor);
}

const problemOf = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'problem' in error ? error.problem : error),
  );
const bytesOf = (folder: string) =>
  readdirSync(folder)
    .toSorted()
    .map((name) => [name, readFileSync(join(folder, name))]);

test('a copy of a database in use, written to meanwhile, is of one moment, and one file that only its owner reads', async () => {
  const file = await aDatabase(20);
  const other = opened(file);
  other.exec("begin immediate; insert into learner (id, made_at) values ('unfinished', 0)");
  const copying = copyDatabase(file, `${file}.copy`);
  other.exec('commit');
  const { rows } = await copying;
  const before = await examineCopy(`${file}.copy`);
  expect([...before.rows]).toEqual([...rows]);
  expect(before.rows.get('review')).toBe(20);
  expect(statSync(`${file}.copy`).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(file, '..')).filter((name) => name.includes('copy'))).toEqual(['hostmaster.db.copy']);
});

test('restored, the learner goes on from where the copy was made, and what was there since is kept beside', async () => {
  const file = await aDatabase(3);
  await copyDatabase(file, `${file}.copy`);
  await respond(file, 2);
  const { contents, before } = await restoreDatabase(`${file}.copy`, file, STAMP);
  expect([contents.rows.get('review'), before?.contents?.rows.get('review')]).toEqual([3, 5]);
  await respond(file, 1);
  expect([await reviewsIn(file), await reviewsIn(before!.file)]).toEqual([4, 5]);
  expect(before?.file).toBe(`${file}.before-${STAMP}`);
});

test('restored where nothing is, and through a link to where the database is', async () => {
  const file = await aDatabase(3);
  const elsewhere = join(temporaryFolder(), 'new.db');
  expect(await restoreDatabase(file, elsewhere, STAMP)).not.toHaveProperty('before');
  const link = join(temporaryFolder(), 'link.db');
  symlinkSync(elsewhere, link);
  await respond(elsewhere, 1);
  await restoreDatabase(file, link, STAMP);
  expect([await reviewsIn(elsewhere), await reviewsIn(link)]).toEqual([3, 3]);
});

test('restored twice in one second, each old file has a name of its own', async () => {
  const file = await aDatabase(1);
  await copyDatabase(file, `${file}.copy`);
  await restoreDatabase(`${file}.copy`, file, STAMP);
  await restoreDatabase(`${file}.copy`, file, STAMP);
  expect(readdirSync(join(file, '..')).filter((name) => name.includes('before'))).toHaveLength(2);
});

test('a database that is damaged is replaced and kept, and a log that was left beside it is not taken for the new one’s', async () => {
  const file = await aDatabase(3);
  await copyDatabase(file, `${file}.copy`);
  await respond(file, 2);
  // What a program leaves behind that is killed at work.
  const other = opened(file);
  other.exec("insert into learner (id, made_at) values ('late', 0)");
  const folder = temporaryFolder();
  const target = join(folder, 'hostmaster.db');
  copyFileSync(file, target);
  copyFileSync(`${file}-wal`, `${target}-wal`);
  scribble(target, 0, 100);
  const { before } = await restoreDatabase(`${file}.copy`, target, STAMP);
  expect(before).toEqual({ file: `${target}.before-${STAMP}` });
  expect(existsSync(`${target}.before-${STAMP}-wal`)).toBe(true);
  expect(await reviewsIn(target)).toBe(3);
});

type Spoil = (copy: string) => void;
// biome-ignore format: a table reads down its columns
test.each<readonly [string, Spoil, string]>([
  ['cut off in a page',          (copy) => truncateSync(copy, statSync(copy).size - 1000),      'damaged'],
  ['cut off between pages',      (copy) => truncateSync(copy, statSync(copy).size - 4096 * 3),  'damaged'],
  ['cut off to its first page',  (copy) => truncateSync(copy, 4096),                            'damaged'],
  ['cut off to nothing',         (copy) => truncateSync(copy, 0),                               'empty'],
  ['without its beginning',      (copy) => scribble(copy, 0, 100),                              'not-a-database'],
  ['with a page overwritten',    (copy) => scribble(copy, 4096 * 8, 4096),                      'damaged'],
  ['a text',                     (copy) => writeFileSync(copy, 'dear diary\n'.repeat(999)),     'not-a-database'],
  ['another program’s',          (copy) => emptied(copy).exec('create table song (title text)'), 'foreign'],
  ['a database without tables',  (copy) => void emptied(copy).pragma('user_version = 1'),       'empty'],
  ['of a newer program',         (copy) => opened(copy).exec(`update hostmaster_schema set version = ${MIGRATIONS.length + 1}`), 'newer'],
  ['with a row that refers to none', (copy) => void orphaned(copy),                             'damaged'],
])('a copy %s is refused, and the database untouched', async (_, spoil, problem) => {
  const file = await aDatabase(30);
  const copy = join(temporaryFolder(), 'copy.db');
  await copyDatabase(file, copy);
  spoil(copy);
  const before = bytesOf(join(file, '..'));
  expect(await problemOf(restoreDatabase(copy, file, STAMP))).toBe(problem);
  expect(bytesOf(join(file, '..'))).toEqual(before);
});

function emptied(copy: string): Database.Database {
  truncateSync(copy, 0);
  return opened(copy);
}
function orphaned(copy: string): void {
  const connection = opened(copy);
  connection.pragma('foreign_keys = off');
  connection.exec("update presentation set learner = 'nobody'");
}

// biome-ignore format: a table reads down its columns
test.each<readonly [string, (file: string) => void, string]>([
  ['that somebody has open',        (file) => void opened(file).pragma('user_version'),                    'in-use'],
  ['that somebody is writing to',   (file) => opened(file).exec('begin immediate'),                        'in-use'],
  ['of another program',            (file) => emptied(file).exec('create table song (title text)'),        'target-foreign'],
  ['of a newer program',            (file) => opened(file).exec('update hostmaster_schema set version = 999').close(), 'target-newer'],
])('a database %s is not written over', async (_, make, problem) => {
  const file = await aDatabase(3);
  const copy = join(temporaryFolder(), 'copy.db');
  await copyDatabase(file, copy);
  make(file);
  expect(await problemOf(restoreDatabase(copy, file, STAMP))).toBe(problem);
  expect(readdirSync(join(file, '..')).filter((name) => /before|restoring/.test(name))).toEqual([]);
});

test.each(['the database itself', 'a file that is not there', 'a folder'])('%s is no copy', async (which) => {
  const file = await aDatabase(1);
  const copy = { 'the database itself': file, 'a folder': join(file, '..') }[which] ?? `${file}.nowhere`;
  expect(await problemOf(restoreDatabase(copy, file, STAMP))).toMatch(/^(same|not-there|not-a-database)$/);
});

test('where there is no folder nothing is copied to, and what is there is left if a copy fails', async () => {
  const file = await aDatabase(1);
  expect(await problemOf(copyDatabase(file, join(file, '..', 'no', 'copy.db')))).toBe('no-folder');
  writeFileSync(`${file}.copy`, 'earlier');
  scribble(file, 0, 100);
  expect(await problemOf(copyDatabase(file, `${file}.copy`))).toBe('not-a-database');
  expect(readFileSync(`${file}.copy`, 'utf8')).toBe('earlier');
  expect(readdirSync(join(file, '..')).filter((name) => name.includes('partial'))).toEqual([]);
});

test('the mode of the database stays what it was', async () => {
  const file = await aDatabase(1);
  await copyDatabase(file, `${file}.copy`);
  chmodSync(file, 0o640);
  await restoreDatabase(`${file}.copy`, file, STAMP);
  expect(statSync(file).mode & 0o777).toBe(0o640);
});
