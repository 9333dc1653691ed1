import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { deferForeignKeys } from './dialects.ts';
import { isPostgres } from './postgres.ts';
import type { Db } from './schema.ts';
import { tablesIn } from './tables-in.ts';

/** What was copied of a table. */
export interface CopiedTable {
  readonly table: string;
  readonly rows: number;
  /** Of all that stands in it, the same whatever the database: 16 hexadecimal digits of SHA-256. */
  readonly checksum: string;
}

/** Something is in the way of copying. The message is a sentence. */
export class CopyError extends Error {
  override readonly name = 'CopyError';
}

/** Rows in one statement: PostgreSQL takes 65,535 values, SQLite 32,766. */
const VALUES_AT_ONCE = 10_000;
const READ_AT_ONCE = 2000;
const NOT_COPIED: readonly string[] = ['hostmaster_schema'];

/**
 * Copies all that a database keeps into an empty one, in one transaction there, and compares each table with counts and
 * checksums before that ends. Throws a CopyError where the target is not empty, or something came out otherwise.
 */
export async function copyStore(from: Db, to: Db): Promise<readonly CopiedTable[]> {
  const tables = (await tablesIn(from)).filter(({ name }) => !NOT_COPIED.includes(name));
  for (const { name } of tables)
    if ((await countOf(to, name)) > 0)
      throw new CopyError(`The target is not empty: there is something in its table ${name}. Name an empty database.`);
  return to.transaction().execute(async (tx) => {
    await deferForeignKeys(tx);
    const copied: CopiedTable[] = [];
    for (const { name, columns: key } of tables) {
      for (let at = 0; ; at += READ_AT_ONCE) {
        const rows = await rowsOf(from, name, key, at);
        await addRows(tx, name, rows);
        if (rows.length < READ_AT_ONCE) break;
      }
      const [here, there] = [await summed(from, name, key), await summed(tx, name, key)];
      if (here.rows !== there.rows || here.checksum !== there.checksum)
        throw new CopyError(`The table ${name} came out otherwise than it went in, so nothing was copied.`);
      copied.push({ table: name, ...there });
      if (isPostgres(tx)) await countOn(tx, name);
    }
    return copied;
  });
}

type Row = Readonly<Record<string, string | number | null>>;

async function countOf(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ all: number }>`select count(*) as "all" from ${sql.table(table)}`.execute(db);
  return Number(rows[0]?.all ?? 0);
}

/** In the order of all columns, which is the same in every database. */
async function rowsOf(db: Db, table: string, key: readonly string[], offset: number): Promise<readonly Row[]> {
  const order = sql.join(key.map((column) => sql.ref(column)));
  const { rows } =
    await sql<Row>`select * from ${sql.table(table)} order by ${order} limit ${sql.lit(READ_AT_ONCE)} offset ${sql.lit(offset)}`.execute(
      db,
    );
  return rows;
}

async function addRows(db: Db, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const most = Math.max(1, Math.floor(VALUES_AT_ONCE / Math.max(1, columns.length)));
  for (let at = 0; at < rows.length; at += most) {
    const values = rows
      .slice(at, at + most)
      .map((row) => sql`(${sql.join(columns.map((column) => sql.val(row[column] ?? null)))})`);
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}`.execute(
      db,
    );
  }
}

async function summed(db: Db, table: string, key: readonly string[]): Promise<Omit<CopiedTable, 'table'>> {
  const hash = createHash('sha256');
  let count = 0;
  for (let at = 0; ; at += READ_AT_ONCE) {
    const rows = await rowsOf(db, table, key, at);
    for (const row of rows) hash.update(`${JSON.stringify(key.map((column) => row[column] ?? null))}\n`);
    count += rows.length;
    if (rows.length < READ_AT_ONCE) break;
  }
  return { rows: count, checksum: hash.digest('hex').slice(0, 16) };
}

/** What the database counts up by itself goes on after what was copied. */
async function countOn(db: Db, table: string): Promise<void> {
  const { rows } = await sql<{
    sequence: string | null;
  }>`select pg_get_serial_sequence(${`"${table}"`}, 'number') as sequence
    from information_schema.columns where table_schema = current_schema() and table_name = ${table} and column_name = 'number'`.execute(
    db,
  );
  const sequence = rows[0]?.sequence;
  if (!sequence) return;
  await sql`select setval(${sequence}::regclass, coalesce((select max(number) from ${sql.table(table)}), 0) + 1, false)`.execute(
    db,
  );
}
