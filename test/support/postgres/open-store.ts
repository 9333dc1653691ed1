import { Pool } from 'pg';
import { expect, inject, onTestFinished } from 'vitest';
import * as itself from '../../../src/store/open-store.ts?own';
import type { Db } from '../../../src/store/schema.ts';
import type { Store } from '../../../src/tutor/store.ts';
import { schemaFor } from '../told-of.ts';

/**
 * Stands in the place of `src/store/open-store.ts` where the tests are run on PostgreSQL: what would be in memory is in a
 * schema of its own, and each file is a schema that is the same whenever it is opened.
 */
export const { storeOn } = itself as Own;
const own = itself as Own;
type Own = typeof import('../../../src/store/open-store.ts');

type Options = Parameters<Own['openDatabase']>[1];

/** Schemas that were emptied again, so that few have to be made. */
const free: string[] = [];
const schemas = new WeakMap<Db, string>();

/** The server's database in which the schemas are, for somebody whose connections can be told by a name. */
export const serverUrl = (name: string): string => `${inject('postgres')}/postgres?application_name=${name}`;

export async function openDatabase(file: string, options: Options = {}): Promise<Db> {
  if (file.startsWith('postgres')) return own.openDatabase(file, options);
  const isForgotten = file === ':memory:';
  const schema = (isForgotten ? free.pop() : undefined) ?? schemaFor(file);
  await ask(`create schema if not exists ${schema}`);
  const db = await own.openDatabase(serverUrl(schema), { ...options, schema, connections: 3 });
  schemas.set(db, schema);
  if (!isForgotten) return db;
  shape ??= await shapeOf(schema);
  const emptied = emptiedAtEnd(db, schema);
  // A test that leaves its store open would have the next one wait for tables to be made.
  if (expect.getState().currentTestName !== undefined) onTestFinished(() => emptied.destroy());
  return emptied;
}

/** The schema that a database was opened on. */
export function schemaOf(db: Db): string {
  const schema = schemas.get(db);
  if (schema === undefined) throw new Error('that database was opened elsewhere');
  return schema;
}

/** Ends all connections that were opened to a schema, whatever they are doing. */
export async function cutOff(schema: string): Promise<void> {
  await ask(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${schema}'`);
}

/** For what is done around the tests; it is let go of each time, as PGlite has but one session. */
let aside: Pool | undefined;

async function ask(statement: string): Promise<readonly Readonly<Record<string, string>>[]> {
  aside ??= new Pool({ connectionString: `${inject('postgres')}/postgres`, max: 1 });
  const client = await aside.connect();
  try {
    return (await client.query<Record<string, string>>(statement)).rows;
  } finally {
    client.release();
  }
}

/** How a schema looks that no test has changed: what else there is of it than rows, which outlives those. */
let shape: string | undefined;

const shapeOf = async (schema: string): Promise<string> =>
  JSON.stringify(
    await ask(`select (select count(*) from pg_class where relnamespace = '${schema}'::regnamespace) as tables,
      (select count(*) from pg_trigger join pg_class on pg_class.oid = tgrelid
        where relnamespace = '${schema}'::regnamespace and not tgisinternal) as triggers,
      (select json_agg(version) from ${schema}.hostmaster_schema) as version`).catch(() => 'no longer ours'),
  );

async function emptied(schema: string): Promise<void> {
  const tables = await ask(
    `select tablename from pg_tables where schemaname = '${schema}' and tablename <> 'hostmaster_schema'`,
  );
  const all = tables.map(({ tablename }) => `${schema}.${tablename}`);
  const filled = await ask(
    all.map((name) => `select '${name}' as name where exists (select from ${name})`).join(' union all '),
  );
  if (filled.length === 0) return;
  const counting = await ask(
    `select sequencename from pg_sequences where schemaname = '${schema}' and last_value is not null`,
  );
  // To truncate them would make the files of each anew, which takes far longer.
  await ask(
    [
      'set session_replication_role = replica',
      ...filled.map(({ name }) => `delete from ${name}`),
      ...counting.map(({ sequencename }) => `alter sequence ${schema}.${sequencename} restart`),
      'reset session_replication_role',
    ].join(';'),
  );
}

function emptiedAtEnd(db: Db, schema: string): Db {
  const destroy = db.destroy.bind(db);
  let isAtEnd = false;
  return Object.assign(db, {
    async destroy() {
      if (isAtEnd) return;
      isAtEnd = true;
      await destroy();
      // Not by its own connections: those of one that was killed may be gone.
      await emptied(schema);
      if ((await shapeOf(schema)) === shape) free.push(schema);
    },
  });
}

export const openStore = async (file: string, options?: Options): Promise<Store> =>
  storeOn(await openDatabase(file, options));
