import { sql } from 'kysely';
import { isPostgres } from './postgres.ts';
import type { Db } from './schema.ts';

/** A table or view, and its columns in their order. */
export interface TableIn {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * Those that are ours, or that are in the place of ours: of the schema that names without one are looked for in, as elsewhere
 * in a database there may be thousands of others'. In the order of their names. Source: PostgreSQL 15, §53.11 and §53.7.
 */
export async function tablesIn(db: Db): Promise<readonly TableIn[]> {
  const tables = isPostgres(db) ? await tablesThere(db) : await db.introspection.getTables();
  return tables
    .map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

interface Named {
  readonly name: string;
}

async function tablesThere(db: Db): Promise<readonly (Named & { readonly columns: readonly Named[] })[]> {
  const { rows } = await sql<Named & { column: string }>`select relname as name, attname as "column"
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace join pg_attribute on attrelid = pg_class.oid
    where nspname = current_schema() and relkind in ('r', 'p', 'v', 'f') and attnum > 0 and not attisdropped
    order by relname, attnum`.execute(db);
  const tables = Map.groupBy(rows, ({ name }) => name);
  return [...tables].map(([name, all]) => ({ name, columns: all.map(({ column }) => ({ name: column })) }));
}
