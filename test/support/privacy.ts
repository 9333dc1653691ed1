import { sql } from 'kysely';
import type { Db } from '../../src/store/schema.ts';

/** The tables as the database itself has them, each with its columns. */
export async function tablesOf(db: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = await db.introspection.getTables();
  return new Map(
    tables
      .filter(({ name }) => !name.startsWith('sqlite_'))
      .map(({ name, columns }) => [name, columns.map((column) => column.name)]),
  );
}

/** Every row of every table, as text. */
export async function rowsOf(db: Db): Promise<readonly string[]> {
  const all: string[] = [];
  for (const table of (await tablesOf(db)).keys()) {
    const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(db);
    all.push(...rows.map((row) => `${table} ${JSON.stringify(row)}`));
  }
  return all;
}
