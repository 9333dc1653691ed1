import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { openDatabase, openStore } from '../../src/store/open-store.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { NOON, storeChild, temporaryFolder } from '../support/store.ts';

const ANNA = { platform: 'terminal', space: '', user: 'anna' } as const;
const refusal = (file: string): Promise<unknown> =>
  openStore(file, { busyTimeoutMs: 0 }).then(
    () => 'opened',
    (error: unknown) => error,
  );
const newFile = (): string => join(temporaryFolder(), 'hostmaster.db');

/** Every file of a folder with its bytes. */
const contents = (folder: string) => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]);

async function madeAndClosed(): Promise<string> {
  const file = newFile();
  await (await openStore(file)).close();
  return file;
}

function connect(file: string): Database.Database {
  const connection = new Database(file);
  onTestFinished(() => void connection.close());
  return connection;
}

test('what was kept is there when the file is opened again', async () => {
  const file = newFile();
  const store = await openStore(file);
  const anna = await store.learnerOf(ANNA, NOON);
  await store.close();
  const again = await openStore(file);
  expect(await again.learnerOf(ANNA, NOON)).toBe(anna);
  await again.close();
});

test('a file in use has a write-ahead log, full synchronisation and foreign keys; one file is left when it is closed', async () => {
  const file = newFile();
  const db = await openDatabase(file);
  const settings = sql`select * from pragma_journal_mode, pragma_synchronous, pragma_foreign_keys, pragma_busy_timeout`;
  const { rows } = await settings.execute(db);
  expect(rows).toEqual([{ journal_mode: 'wal', synchronous: 2, foreign_keys: 1, timeout: 20 }]);
  await db.destroy();
  expect(readdirSync(join(file, '..'))).toEqual(['hostmaster.db']);
});

test('an empty file is filled', async () => {
  const file = newFile();
  writeFileSync(file, '');
  await (await openStore(file)).close();
  expect(readFileSync(file, 'latin1')).toContain('SQLite format 3');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a text',                              Buffer.from('dear diary\n')],
  ['a long text',                         Buffer.from('dear diary\n'.repeat(10_000))],
  ['a database whose first bytes are lost', Buffer.concat([Buffer.alloc(100, 1), Buffer.alloc(4096)])],
])('not a database, and left as it is: %s', async (_, bytes) => {
  const file = newFile();
  writeFileSync(file, bytes);
  const error = await refusal(file);
  expect(error).toBeInstanceOf(StoreError);
  expect(error).toMatchObject({ problem: 'not-a-database', cause: { code: 'SQLITE_NOTADB' } });
  expect(contents(join(file, '..'))).toEqual([['hostmaster.db', bytes]]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a folder that does not exist',  'nowhere/hostmaster.db', 'no-folder'],
  ['a file where a folder should be', 'file/hostmaster.db',  'no-folder'],
  ['a folder',                      '.',                     'is-folder'],
])('refused: %s', async (_, path, problem) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(await refusal(join(folder, path))).toMatchObject({ problem });
  expect(readdirSync(folder)).toEqual(['file']);
});

test('an empty name is the folder that it stands for, not a store that nobody finds again', async () => {
  expect(await refusal(' ')).toMatchObject({ problem: 'is-folder' });
});

test('a damaged database is refused', async () => {
  const file = await madeAndClosed();
  writeFileSync(
    file,
    Buffer.concat([readFileSync(file).subarray(0, 4096), Buffer.alloc(readFileSync(file).length - 4096, 0xff)]),
  );
  expect(await refusal(file)).toMatchObject({ problem: 'damaged', cause: { code: 'SQLITE_CORRUPT' } });
});

test('the message names the file and says what to do', async () => {
  const file = join(temporaryFolder(), 'nowhere/hostmaster.db');
  expect(await refusal(file)).toMatchObject({
    name: 'StoreError',
    message: `The database file ${file} cannot be made: its folder does not exist. Make the folder, or name another file.`,
  });
});

test('a newer schema is refused, and not a byte is changed', async () => {
  const file = await madeAndClosed();
  const newer = new Database(file);
  newer.exec(`update hostmaster_schema set version = ${MIGRATIONS.length + 1}`);
  newer.close();
  const before = contents(join(file, '..'));
  expect(before).toHaveLength(1);
  expect(await refusal(file)).toMatchObject({ problem: 'newer' });
  expect(contents(join(file, '..'))).toEqual(before);
});

test('a newer schema that stands only in the log of a program that crashed is refused, and neither file is changed', async () => {
  const running = await madeAndClosed();
  connect(running).exec(`update hostmaster_schema set version = ${MIGRATIONS.length + 1}`);
  const file = newFile();
  for (const end of ['', '-wal']) copyFileSync(`${running}${end}`, `${file}${end}`);
  const before = [readFileSync(file), readFileSync(`${file}-wal`)];
  expect(await refusal(file)).toMatchObject({ problem: 'newer' });
  expect([readFileSync(file), readFileSync(`${file}-wal`)]).toEqual(before);
});

test('a database of another program is refused, and not a byte is changed', async () => {
  const file = newFile();
  const other = new Database(file);
  other.exec('create table song (title text)');
  other.close();
  const before = contents(join(file, '..'));
  expect(await refusal(file)).toMatchObject({ problem: 'foreign' });
  expect(contents(join(file, '..'))).toEqual(before);
});

test.each(['wal', 'delete'])('a file that another program has locked is refused, journal mode %s', async (mode) => {
  const file = await madeAndClosed();
  const other = connect(file);
  other.pragma(`journal_mode = ${mode}`);
  other.exec('begin exclusive');
  const error = await refusal(file);
  expect(error).toMatchObject({ problem: 'locked', cause: { code: 'SQLITE_BUSY' } });
  other.exec('rollback');
  expect(await refusal(file)).toBe('opened');
});

test('a lock that comes later is a StoreError as well, and nothing is half kept', async () => {
  const file = newFile();
  const store = await openStore(file, { busyTimeoutMs: 0 });
  const other = connect(file);
  other.exec('begin exclusive');
  await expect(store.learnerOf(ANNA, NOON)).rejects.toMatchObject({ problem: 'locked' });
  other.exec('rollback');
  expect(await store.learnerOf(ANNA, NOON)).toBe(await store.learnerOf(ANNA, NOON));
  await store.close();
});

test('a full disk is a StoreError, and what comes after works again', async () => {
  const db = await openDatabase(newFile());
  const { rows } = await sql<{ page_count: number }>`select page_count from pragma_page_count`.execute(db);
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(db);
  const big = { id: 'w', recipe: 'x'.repeat(100_000), made_at: NOON, learner: 'anna' as never };
  const write = () =>
    db.transaction().execute(async (tx) => {
      await tx.insertInto('learner').values({ id: big.learner, made_at: NOON }).execute();
      await tx.insertInto('world').values(big).execute();
    });
  await expect(write()).rejects.toMatchObject({ problem: 'disk', cause: { code: 'SQLITE_FULL' } });
  expect(await db.selectFrom('learner').selectAll().execute()).toEqual([]);
  await sql`pragma max_page_count = 100000`.execute(db);
  await write();
  await db.destroy();
});

test('a folder in which this user may not write is refused', async () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o555);
  const child = storeChild(join(folder, 'hostmaster.db'), 'anna', 0, true);
  await child.ended;
  expect(child.lines).toEqual(['no-permission']);
  expect(readdirSync(folder)).toEqual([]);
});

test('a file that this user may read and not write is refused, and not a byte is changed', async () => {
  const file = await madeAndClosed();
  const folder = join(file, '..');
  chmodSync(file, 0o444);
  chmodSync(folder, 0o555);
  const before = contents(folder);
  const child = storeChild(file, 'anna', 1, true);
  await child.ended;
  expect(child.lines).toEqual(['no-permission']);
  expect(contents(folder)).toEqual(before);
});

test('in memory, nothing is put on disk and two stores are two', async () => {
  const [one, other] = [await openStore(':memory:'), await openStore(':memory:')];
  expect(await one.learnerOf(ANNA, NOON)).not.toBe(await other.learnerOf(ANNA, NOON));
  expect(existsSync(':memory:')).toBe(false);
});
