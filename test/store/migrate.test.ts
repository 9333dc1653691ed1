import { CompiledQuery, sql } from 'kysely';
import { expect, test } from 'vitest';
import { look, migrate } from '../../src/store/migrate.ts';
import type { Migration } from '../../src/store/migration.ts';
import { offered } from '../../src/store/migrations/offered.ts';
import { places } from '../../src/store/migrations/places.ts';
import { stepTokens } from '../../src/store/migrations/step-tokens.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import type { AskedQuery } from '../../src/store/observe-query.ts';
import { briefLogOf } from '../../src/store/review-log.ts';
import type { Db } from '../../src/store/schema.ts';
import { SQLITE_WORDS, sqlite } from '../../src/store/sqlite.ts';
import type { LearnerId } from '../../src/tutor/store/account.ts';

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

test('a review kept before its place was gets the place of its presentation', async () => {
  const db = sqlite(':memory:', 0);
  await migrate(db, SQLITE_WORDS, MIGRATIONS.slice(0, MIGRATIONS.indexOf(places)));
  const anna = "'anna', 'glue.1', 'glue'";
  for (const row of [
    "learner values ('anna', 1)",
    `presentation (id, learner, item, concept, body, put_at, platform, space) values ('p1', ${anna}, '{}', 1, 'slack', 'T1')`,
    `presentation (id, learner, item, concept, body, put_at) values ('p2', ${anna}, '{}', 1)`,
    ...['p1', 'p2'].map(
      (
        id,
      ) => `review (presentation, learner, item, concept, response, verdict, score, misconceptions, rating, reviewed_at)
      values ('${id}', ${anna}, 'b', 'correct', 1, '[]', 'good', 2)`,
    ),
  ])
    await sql`insert into ${sql.raw(row)}`.execute(db);
  await migrate(db, SQLITE_WORDS);
  const found = await db.selectFrom('review').select(['presentation', 'platform', 'space']).orderBy('number').execute();
  expect(found).toEqual([
    { presentation: 'p1', platform: 'slack', space: 'T1' },
    { presentation: 'p2', platform: null, space: null },
  ]);
});

test('a review kept before gets the misconceptions that its presentation offers, however many there are', async () => {
  const db = sqlite(':memory:', 0);
  await migrate(db, SQLITE_WORDS, MIGRATIONS.slice(0, MIGRATIONS.indexOf(offered)));
  const count = 1203;
  const bodyOf = (place: number) =>
    place % 2 === 0 ? '{}' : JSON.stringify({ misconceptions: { [`m${place}`]: { belief: 'b' }, other: {} } });
  await sql`insert into learner values ('anna', 1)`.execute(db);
  for (let place = 1; place <= count; place++) {
    await sql`insert into presentation (id, learner, item, concept, body, put_at)
      values (${`p${place}`}, 'anna', 'glue.1', 'glue', ${bodyOf(place)}, 1)`.execute(db);
    await sql`insert into review (presentation, learner, item, concept, response, verdict, score, misconceptions, rating, reviewed_at)
      values (${`p${place}`}, 'anna', 'glue.1', 'glue', 'b', 'correct', 1, '[]', 'good', 2)`.execute(db);
  }
  await migrate(db, SQLITE_WORDS);
  const found = await db.selectFrom('review').select('offered').orderBy('number').execute();
  expect(found.map((row) => row.offered)).toEqual(
    Array.from({ length: count }, (_, place) => (place % 2 === 1 ? '[]' : `["m${place + 1}","other"]`)),
  );
});

// biome-ignore format: a table reads down its columns
test.each([
  ['the latest presentation of a learner', "select * from presentation where learner = 'a' order by number desc limit 1", 'presentation_order'],
  ['the log of a learner',                 "select * from review where learner = 'a' order by number",                   'review_order'],
  ['the log of one concept',               "select * from review where learner = 'a' and concept = 'c' order by number",   'review_of_concept'],
  ['the memories of a learner',            "select * from memory where learner = 'a'",                                   'sqlite_autoindex_memory_1'],
  ['the rounds that run in a server',      "select * from round where platform = 'p' and space = 's' and ended_at is null",  'round_running'],
  ['the rounds that the clock closes',     "select * from round where ended_at is null and pace in ('timed', 'open') and (closes_at is null or closes_at <= 5)", 'round_by_the_clock'],
  ['the responses of a learner in a round', "select * from round_response where round = 'r' and learner = 'a'",              'sqlite_autoindex_round_response_1'],
  ['what counts for a server',             "select learner, concept, verdict from review where platform = 'p' and space = 's'",  'review_place'],
  ['whom something was put to in a channel', "select learner from presentation where platform = 'p' and space = 's' and channel = 'c' and put_at >= 1", 'presentation_place'],
  ['what took the place of a sandbox',     "select * from world where learner = 'a' and made_at >= 5 order by made_at",   'world_of_learner'],
  ['sandboxes that are old',               `select id from world where substr(recipe, 1, 16) = '{"kind":"sandbox' and made_at < 5 order by made_at`, 'world_by_kind'],
  ['the steps of a world',                 "select * from world_step where world = 'w' order by seq",                    'sqlite_autoindex_world_step_1'],
])('an index finds %s, in order', async (_, query, index) => {
  const db = sqlite(':memory:', 0);
  await migrate(db, SQLITE_WORDS);
  const { rows } = await sql<{ detail: string }>`explain query plan ${sql.raw(query)}`.execute(db);
  expect(rows.map(({ detail }) => detail)).toEqual([expect.stringMatching(`USING (COVERING )?INDEX ${index}`)]);
});

test('what scores and misconceptions are reckoned from is read from the index alone', async () => {
  const asked: AskedQuery[] = [];
  const db = sqlite(':memory:', 0, (_kind, _ms, _isFault, query) => asked.push(query));
  await migrate(db, SQLITE_WORDS);
  await briefLogOf(db, 'anna' as LearnerId);
  const { sql: text = '', parameters = [] } = asked.at(-1) ?? {};
  const plan = CompiledQuery.raw(`explain query plan ${text}`, [...parameters]);
  const { rows } = await db.executeQuery<{ detail: string }>(plan);
  expect(rows.map(({ detail }) => detail)).toContain('SEARCH review USING COVERING INDEX review_order (learner=?)');
  expect(rows.map(({ detail }) => detail)).not.toContainEqual(expect.stringContaining('TEMP B-TREE'));
});

test('steps kept before they had tokens get one each, that no other has', async () => {
  const db = sqlite(':memory:', 0);
  await migrate(db, SQLITE_WORDS, MIGRATIONS.slice(0, MIGRATIONS.indexOf(stepTokens)));
  for (const row of ["learner values ('anna', 1)", "world values ('w', 'anna', '{}', 1)"])
    await sql`insert into ${sql.raw(row)}`.execute(db);
  for (const seq of [0, 1])
    await sql`insert into world_step values ('w', ${sql.lit(seq)}, '/wait 1h', '[]', 1)`.execute(db);
  await migrate(db, SQLITE_WORDS);
  const steps = await db.selectFrom('world_step').select(['token', 'action']).execute();
  expect(steps).toEqual([
    { token: expect.stringMatching(/^[0-9A-F]{24}$/), action: null },
    { token: expect.stringMatching(/^[0-9A-F]{24}$/), action: null },
  ]);
  expect(new Set(steps.map(({ token }) => token)).size).toBe(2);
});
