import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { look, migrate } from '../../src/store/migrate.ts';
import type { Migration } from '../../src/store/migration.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import type { Db } from '../../src/store/schema.ts';
import { SQLITE_WORDS, sqlite } from '../../src/store/sqlite.ts';

const added: Migration = (schema) => schema.createTable('added').addColumn('id', 'text').execute();
const broken: Migration = async (schema) => {
  await schema.createTable('half').addColumn('id', 'text').execute();
  throw new Error('broken half-way');
};

async function tables(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db);
  return rows.map(({ name }) => name).filter((name) => !name.startsWith('sqlite_'));
}

test('an empty database is version 0 and comes up to the newest', async () => {
  const db = sqlite(':memory:', 0);
  expect(await look(db)).toEqual({ kind: 'ours', version: 0 });
  expect(await migrate(db, SQLITE_WORDS)).toBe(0);
  expect(await look(db)).toEqual({ kind: 'ours', version: MIGRATIONS.length });
});

test('what was applied is not applied again; what is new comes on top', async () => {
  const db = sqlite(':memory:', 0);
  await migrate(db, SQLITE_WORDS);
  expect(await migrate(db, SQLITE_WORDS)).toBe(MIGRATIONS.length);
  await migrate(db, SQLITE_WORDS, [...MIGRATIONS, added]);
  expect(await look(db)).toEqual({ kind: 'ours', version: MIGRATIONS.length + 1 });
  expect(await tables(db)).toContain('added');
});

test('a migration that breaks leaves the database as it was, those before it undone too', async () => {
  const db = sqlite(':memory:', 0);
  await migrate(db, SQLITE_WORDS);
  const before = await tables(db);
  await expect(migrate(db, SQLITE_WORDS, [...MIGRATIONS, added, broken])).rejects.toThrow('broken half-way');
  expect(await tables(db)).toEqual(before);
  expect(await look(db)).toEqual({ kind: 'ours', version: MIGRATIONS.length });
});

test('nothing is applied to a version above all that are known', async () => {
  const db = sqlite(':memory:', 0);
  await migrate(db, SQLITE_WORDS, [...MIGRATIONS, added]);
  const before = await tables(db);
  expect(await migrate(db, SQLITE_WORDS)).toBe(MIGRATIONS.length + 1);
  expect(await tables(db)).toEqual(before);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['the latest presentation of a learner', "select * from presentation where learner = 'a' order by number desc limit 1", 'presentation_order'],
  ['the log of a learner',                 "select * from review where learner = 'a' order by number",                   'review_order'],
  ['the log of one concept',               "select * from review where learner = 'a' and concept = 'c' order by number",   'review_of_concept'],
  ['the memories of a learner',            "select * from memory where learner = 'a'",                                   'sqlite_autoindex_memory_1'],
  ['the rounds that run in a server',      "select * from round where platform = 'p' and space = 's' and ended_at is null",  'round_running'],
  ['the responses of a learner in a round', "select * from round_response where round = 'r' and learner = 'a'",              'sqlite_autoindex_round_response_1'],
  ['the steps of a world',                 "select * from world_step where world = 'w' order by seq",                    'sqlite_autoindex_world_step_1'],
])('an index finds %s, in order', async (_, query, index) => {
  const db = sqlite(':memory:', 0);
  await migrate(db, SQLITE_WORDS);
  const { rows } = await sql<{ detail: string }>`explain query plan ${sql.raw(query)}`.execute(db);
  expect(rows.map(({ detail }) => detail)).toEqual([expect.stringContaining(`USING INDEX ${index}`)]);
});
