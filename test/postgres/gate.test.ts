import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/store/open-store.ts?own';
import type { Db } from '../../src/store/schema.ts';
import { BEGIN } from '../../src/store/serial-driver.ts';
import type { LearnerId } from '../../src/tutor/store/account.ts';
import { sharedPlace } from '../support/shared-place.ts';
import { NOON } from '../support/store.ts';

const OTHERS = 6;
const [ANNA, BEN] = ['anna' as LearnerId, 'ben' as LearnerId];

test('a long transaction gets through though short ones that break it off never cease, and none of them is lost', async () => {
  const url = await sharedPlace();
  const [db, elsewhere]: readonly [Db, Db] = [await openDatabase(url), await openDatabase(url)];
  onTestFinished(() => Promise.all([db.destroy(), elsewhere.destroy()]).then(() => {}));
  await sql`create table counter (id integer primary key, at integer not null)`.execute(db);
  await sql`insert into counter select id, 0 from generate_series(0, ${sql.lit(OTHERS)}) as id`.execute(db);
  let isOver = false;
  // Each reads what the long one writes, and writes what it reads.
  const others = Array.from({ length: OTHERS }, async (_, at) => {
    let times = 0;
    for (; !isOver; times += 1)
      await (at % 2 === 0 ? db : elsewhere).transaction().execute(async (tx) => {
        await sql`select at from counter where id = 0`.execute(tx);
        await sql`update counter set at = at + 1 where id = ${at + 1}`.execute(tx);
      });
    return times;
  });
  const long = () =>
    db.transaction().execute(async (tx) => {
      await sql`select sum(at) from counter`.execute(tx);
      await pause(20);
      await sql`update counter set at = at + 1 where id = 0`.execute(tx);
    });
  try {
    for (let times = 0; times < 3; times += 1) await long();
  } finally {
    isOver = true;
  }
  const times = await Promise.all(others);
  const { rows } = await sql<{ at: number }>`select at from counter order by id`.execute(db);
  expect(rows.map(({ at }) => at)).toEqual([3, ...times]);
});

test('who stands still in a transaction is not waited for', async () => {
  const url = await sharedPlace();
  const client = new Client(url);
  await client.connect();
  onTestFinished(() => client.end());
  const db: Db = await openDatabase(url);
  onTestFinished(() => db.destroy());
  await client.query(BEGIN);
  let tries = 0;
  const done = db.transaction().execute(async (tx) => {
    tries += 1;
    if (tries < 8) throw Object.assign(new Error('broken off'), { code: '40001' });
    return (await sql<{ told: number }>`select 1 as told`.execute(tx)).rows;
  });
  expect(await done).toEqual([{ told: 1 }]);
  // Nor is the next one hindered.
  await db.transaction().execute((tx) => sql`select 1`.execute(tx));
});

test('a statement by itself that is broken off again and again passes the gate, and is done alone in the end', async () => {
  const db: Db = await openDatabase(await sharedPlace());
  onTestFinished(() => db.destroy());
  // As the server does where others never cease: unless they are kept out.
  await sql`create sequence tries`.execute(db);
  await sql`create function unless_alone() returns trigger language plpgsql as ${sql.lit(`begin
    perform nextval('tries');
    if not exists (select from pg_locks where pid = pg_backend_pid() and mode = 'ExclusiveLock'
        and relation = 'hostmaster_schema'::regclass) then
      raise 'broken off' using errcode = '40001';
    end if;
    return new;
  end`)}`.execute(db);
  await sql`create trigger unless_alone before insert on learner for each row execute function unless_alone()`.execute(
    db,
  );
  const row = await db.insertInto('learner').values({ id: ANNA, made_at: NOON }).returning('id').executeTakeFirst();
  expect(row).toEqual({ id: ANNA });
  const { rows } = await sql<{ last: number }>`select last_value as "last" from tries`.execute(db);
  expect(rows).toEqual([{ last: 7 }]);
  // What is in a transaction of its own is no part of the next, and the next needs none.
  await sql`drop trigger unless_alone on learner`.execute(db);
  await db.insertInto('learner').values({ id: BEN, made_at: NOON }).execute();
  expect(await db.selectFrom('learner').select('id').orderBy('id').execute()).toEqual([{ id: ANNA }, { id: BEN }]);
});
