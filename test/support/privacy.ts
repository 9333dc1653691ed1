import { sql } from 'kysely';
import { isPostgres } from '../../src/store/postgres.ts';
import type { Db } from '../../src/store/schema.ts';
import { tablesIn } from '../../src/store/tables-in.ts';

/** The tables as the database itself has them, each with its columns. */
export const tablesOf = async (db: Db): Promise<ReadonlyMap<string, readonly string[]>> =>
  new Map((await tablesIn(db)).map(({ name, columns }) => [name, columns]));

/** Every row of every table, as text. */
export async function rowsOf(db: Db): Promise<readonly string[]> {
  const all: string[] = [];
  for (const table of (await tablesOf(db)).keys()) {
    const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(db);
    all.push(...rows.map((row) => `${table} ${JSON.stringify(row)}`));
  }
  return all;
}

/** What a column of a foreign key refers to. */
export interface Reference {
  readonly table: string;
  readonly column: string;
  /** The foreign key that it is of; one may have several columns. */
  readonly key: string;
  readonly referredTable: string;
  readonly referredColumn: string;
}

/** What all foreign keys of the database refer to, those of one key in its order. */
export async function referencesIn(db: Db): Promise<readonly Reference[]> {
  const { rows } = await (isPostgres(db)
    ? sql<Reference>`select own.relname as "table", mine.attname as "column", conname as "key",
        other.relname as "referredTable", theirs.attname as "referredColumn"
      from pg_constraint join pg_class own on own.oid = conrelid join pg_class other on other.oid = confrelid
        cross join unnest(conkey, confkey) with ordinality as pair (mine, theirs, place)
        join pg_attribute mine on mine.attrelid = conrelid and mine.attnum = pair.mine
        join pg_attribute theirs on theirs.attrelid = confrelid and theirs.attnum = pair.theirs
      where contype = 'f' and own.relnamespace = current_schema()::regnamespace
      order by own.relname, conname, place`
    : sql<Reference>`select own.name as "table", "from" as "column", own.name || id as "key",
        "table" as "referredTable", "to" as "referredColumn"
      from sqlite_master own, pragma_foreign_key_list(own.name) where own.type = 'table' order by own.name, id, seq`
  ).execute(db);
  return rows;
}

/** By which column a row is found at once, as `table.column`: the first ones of all keys and indexes. */
export async function firstInIndexes(db: Db): Promise<ReadonlySet<string>> {
  const { rows } = await (isPostgres(db)
    ? sql<{ first: string }>`select relname || '.' || attname as "first"
      from pg_index join pg_class on pg_class.oid = indrelid
        join pg_attribute on attrelid = indrelid and attnum = indkey[0]
      where relnamespace = current_schema()::regnamespace`
    : sql<{ first: string }>`select own.name || '.' || found.name as "first"
        from sqlite_master own, pragma_index_list(own.name) made, pragma_index_info(made.name) found
        where own.type = 'table' and seqno = 0
      union select own.name || '.' || found.name from sqlite_master own, pragma_table_info(own.name) found
        where own.type = 'table' and pk = 1`
  ).execute(db);
  return new Set(rows.map(({ first }) => first));
}
