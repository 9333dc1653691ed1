import { sql } from 'kysely';
import { Client } from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/open-store.ts?own';
import { POSTGRES_WORDS, placeWords, postgres } from '../../src/store/postgres.ts';
import type { Store } from '../../src/tutor/store.ts';
import { startServer } from '../support/postgres/server.ts';
import { sharedPlace } from '../support/shared-place.ts';
import { NOON } from '../support/store.ts';

const ANNA = { platform: 'terminal', space: '', user: 'anna' } as const;

test('it goes forward from every earlier schema', async () => {
  for (const [version] of MIGRATIONS.entries()) {
    const url = await sharedPlace();
    const db = postgres(url);
    await migrate(db, POSTGRES_WORDS, MIGRATIONS.slice(0, version));
    await db.destroy();
    const store = await openStore(url);
    expect(await store.learnerOf(ANNA, NOON)).toEqual(expect.any(String));
    await store.close();
  }
});

test('of several programs that start at once on an empty database one makes the tables, and all go on', async () => {
  const url = await sharedPlace();
  const stores = await Promise.all(Array.from({ length: 5 }, () => openStore(url)));
  const learners = await Promise.all(stores.map((store: Store) => store.learnerOf(ANNA, NOON)));
  expect(new Set(learners).size).toBe(1);
  for (const store of stores) await store.close();
});

test.each([
  ['newer', 'update hostmaster_schema set version = 9999', 'was written by a newer version of this program'],
  ['of another program', 'drop table hostmaster_schema', 'belongs to another program'],
])('one that is %s is refused, and left as it is', async (_, change, said) => {
  const url = await sharedPlace();
  await (await openStore(url)).close();
  const client = new Client(url);
  await client.connect();
  onTestFinished(() => client.end());
  await client.query(change);
  await expect(openStore(url)).rejects.toThrow(said);
});

test('tables of others in the same database, and of the same names, are not taken for its own', async () => {
  const url = await sharedPlace();
  const client = new Client(url);
  await client.connect();
  onTestFinished(() => client.end());
  await client.query('create schema others; create table others.hostmaster_schema (id integer); create schema ours');
  const store = await openStore(url, { schema: 'ours' });
  expect(await store.learnerOf(ANNA, NOON)).toEqual(expect.any(String));
  await store.close();
});

test('one that is up to date is not written to at a start', async () => {
  const url = await sharedPlace();
  await (await openStore(url)).close();
  const client = new Client(url);
  await client.connect();
  onTestFinished(() => client.end());
  const wrote = async () => (await client.query('select xmin from hostmaster_schema')).rows;
  const before = await wrote();
  await (await openStore(url)).close();
  expect(await wrote()).toEqual(before);
});

test('options of its URL are asked for beside its own, and do not take their place', async () => {
  const url = await sharedPlace();
  const options = '-c search_path=ours -c default_transaction_isolation=read\\ committed';
  const db = postgres(`${url}?options=${encodeURIComponent(options)}`);
  await sql`create schema ours`.execute(db);
  const { rows } = await sql`select current_schema() as place, current_setting('transaction_isolation') as isolation,
    current_setting('statement_timeout') as longest`.execute(db);
  expect(rows).toEqual([{ place: 'ours', isolation: 'serializable', longest: '30s' }]);
  await db.destroy();
});

test.each([
  ['a server that is not there', 'postgres://anna:s3cret@127.0.0.1:1/study', 'unreachable'],
  ['a database that is not there', 'nowhere', 'no-database'],
])('%s is refused in a sentence without the password', async (_, where, problem) => {
  const url = where.startsWith('postgres') ? where : `${inject('postgres')}/${where}`;
  const error = await openStore(url).catch((each: unknown) => each);
  expect(error).toMatchObject({ name: 'StoreError', problem });
  expect(String(error)).not.toMatch(/s3cret|anna/);
});

test('where a PostgreSQL is, is told without user and password', () => {
  expect(placeWords('postgres://anna:s3cret@db.example:5433/study')).toBe('study at db.example, port 5433');
});

test('a server that is killed and started again is used again, and what it acknowledged is there', async () => {
  const server = await startServer();
  onTestFinished(() => server.stop());
  const store = await openStore(`${server.url}/postgres`);
  const learner = await store.learnerOf(ANNA, NOON);
  for (let kills = 0; kills < 3; kills++) {
    server.kill();
    await expect(store.learnerOf({ ...ANNA, user: `b${kills}` }, NOON)).rejects.toMatchObject({ name: 'StoreError' });
    server.start();
    expect(await store.learnerOf(ANNA, NOON)).toBe(learner);
    await store.learnerOf({ ...ANNA, user: `c${kills}` }, NOON);
  }
  await store.close();
});

test('texts are in the order of their letters, as SQLite has them', async () => {
  const url = await sharedPlace();
  await (await openStore(url)).close();
  const db = postgres(url);
  for (const user of ['b', 'B', 'a', 'Z', 'ä'])
    await sql`insert into learner (id, made_at) values (${user}, 0)`.execute(db);
  const { rows } = await sql<{ id: string }>`select id from learner order by id`.execute(db);
  expect(rows.map(({ id }) => id)).toEqual(['B', 'Z', 'a', 'b', 'ä']);
  await db.destroy();
});
