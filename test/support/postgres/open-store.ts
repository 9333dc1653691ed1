import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Client } from 'pg';
import { inject } from 'vitest';
// @ts-expect-error only the configuration of these tests knows what that is
import * as itself from '../../../src/store/open-store.ts?own';
import type { Db } from '../../../src/store/schema.ts';
import type { Store } from '../../../src/tutor/store.ts';

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

export async function openDatabase(file: string, options: Options = {}): Promise<Db> {
  if (file.startsWith('postgres')) return own.openDatabase(file, options);
  const isForgotten = file === ':memory:';
  const name = isForgotten ? randomUUID().replaceAll('-', '') : createHash('md5').update(file).digest('hex');
  const schema = (isForgotten ? free.pop() : undefined) ?? `s${name}`;
  const url = `${inject('postgres')}/postgres`;
  const client = new Client(url);
  await client.connect();
  await client.query(`create schema if not exists ${schema}`);
  await client.end();
  const db = await own.openDatabase(url, { ...options, schema, connections: 3 });
  return isForgotten ? emptiedAtEnd(db, schema) : db;
}

function emptiedAtEnd(db: Db, schema: string): Db {
  const destroy = db.destroy.bind(db);
  let isAtEnd = false;
  return Object.assign(db, {
    async destroy() {
      if (isAtEnd) return;
      isAtEnd = true;
      const tables = (await db.introspection.getTables()).filter((table) => table.schema === schema);
      const names = tables.flatMap(({ name }) => (name === 'hostmaster_schema' ? [] : [sql.table(name)]));
      await sql`truncate ${sql.join(names)} restart identity cascade`.execute(db);
      free.push(schema);
      await destroy();
    },
  });
}

export const openStore = async (file: string, options?: Options): Promise<Store> =>
  storeOn(await openDatabase(file, options));
