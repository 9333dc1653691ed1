import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { copyStore } from '../../src/store/copy-store.ts';
import { openDatabase } from '../../src/store/open-store.ts?own';
import type { Db } from '../../src/store/schema.ts';
import { tablesOf } from '../support/privacy.ts';
import { sharedPlace } from '../support/shared-place.ts';
import { temporaryFolder } from '../support/store.ts';
import { aWeek } from './a-week.ts';

/** Everything that stands in a database, table by table, as text. */
async function allOf(db: Db): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = [...(await tablesOf(db)).keys()].filter((name) => name !== 'hostmaster_schema');
  const all: Record<string, readonly string[]> = {};
  for (const table of tables) {
    const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(db);
    all[table] = rows.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).sort()))).sort();
  }
  return all;
}

test('a store goes from a file to a server and back, row for row, and goes on there', async () => {
  const [file, back] = [join(temporaryFolder(), 'a.db'), join(temporaryFolder(), 'b.db')];
  const here = await openDatabase(file);
  await aWeek(here);
  const before = await allOf(here);
  expect(Object.values(before).filter((rows) => rows.length > 0).length).toBeGreaterThan(8);

  const there = await openDatabase(await sharedPlace());
  const copied = await copyStore(here, there);
  expect(Object.fromEntries(copied.map(({ table, rows }) => [table, rows]))).toEqual(
    Object.fromEntries(Object.entries(before).map(([table, rows]) => [table, rows.length])),
  );
  expect(await allOf(there)).toEqual(before);
  await aWeek(there, 'ben');

  const again = await openDatabase(back);
  const returned = await copyStore(there, again);
  expect(returned.find(({ table }) => table === 'review')?.rows).toBeGreaterThan(before.review?.length ?? 0);
  await expect(copyStore(here, there)).rejects.toThrow(/The target is not empty: there is something in its table/);
  for (const db of [here, there, again]) await db.destroy();
});

test('what others keep in the same database, in schemas of their own, is left where it is', async () => {
  const place = await sharedPlace();
  const client = new Client(place);
  await client.connect();
  onTestFinished(() => client.end());
  await client.query(`create schema ours; create schema others; create table others.song (title text);
    create table others.learner (name text); insert into others.learner values ('Anna')`);
  const [there, here] = [
    await openDatabase(place, { schema: 'ours' }),
    await openDatabase(join(temporaryFolder(), 'a.db')),
  ];
  await aWeek(there);
  const copied = await copyStore(there, here);
  expect(new Set(copied.map(({ table }) => table)).size).toBe(copied.length);
  expect(await allOf(here)).toEqual(await allOf(there));
  for (const db of [there, here]) await db.destroy();
});
