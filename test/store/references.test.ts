import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/open-store.ts';
import { tablesOf } from '../support/privacy.ts';

test('what points to a row that is to be deleted is found by an index', async () => {
  const db = await openDatabase(':memory:');
  const read = async (pragma: string, name: string): Promise<readonly Record<string, string>[]> =>
    (await sql<Record<string, string>>`select * from ${sql.raw(pragma)}(${name})`.execute(db)).rows;
  const unfound: string[] = [];
  for (const table of (await tablesOf(db)).keys()) {
    const key = (await read('pragma_table_info', table)).filter(({ pk }) => Number(pk) === 1).map(({ name }) => name);
    const indexes = await Promise.all(
      (await read('pragma_index_list', table)).map(({ name = '' }) => read('pragma_index_info', name)),
    );
    const first = new Set([...key, ...indexes.map(([column]) => column?.name)]);
    const keys = Map.groupBy(await read('pragma_foreign_key_list', table), ({ id }) => id);
    for (const columns of keys.values())
      if (!columns.some(({ from }) => first.has(from))) unfound.push(`${table}.${columns[0]?.from}`);
  }
  expect(unfound).toEqual([]);
  await db.destroy();
});
