import Database from 'better-sqlite3';
import { Client } from 'pg';
import type { AskedQuery } from '../../src/store/observe-query.ts';

/** A database's own library, and nothing above it. */
export interface Bare {
  /** Does the same statements with the same values, each prepared once. */
  readonly replay: (queries: readonly AskedQuery[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** As our connection is set up; the durability is that of the statements themselves. */
export function bareSqlite(file: string): Bare {
  const db = new Database(file);
  for (const pragma of [
    'journal_mode = wal',
    'synchronous = full',
    'foreign_keys = on',
    'cache_size = -65536',
    'secure_delete = on',
  ])
    db.pragma(pragma);
  const prepared = new Map<string, Database.Statement<unknown[]>>();
  return {
    async replay(queries) {
      for (const { sql, parameters } of queries) {
        const statement = prepared.get(sql) ?? db.prepare<unknown[]>(sql);
        prepared.set(sql, statement);
        if (statement.reader) statement.all(...parameters);
        else statement.run(...parameters);
      }
    },
    close: async () => void db.close(),
  };
}

/** Each statement has a name, so that the server has it prepared. */
export async function barePostgres(url: string): Promise<Bare> {
  const client = new Client({ connectionString: url, options: '-c default_transaction_isolation=serializable' });
  await client.connect();
  const names = new Map<string, string>();
  return {
    async replay(queries) {
      for (const { sql: text, parameters } of queries) {
        if (text.includes(';')) {
          // Of several statements, as at the beginning of a transaction, none can be named.
          await client.query(text);
          continue;
        }
        const name = names.get(text) ?? `s${names.size}`;
        names.set(text, name);
        await client.query({ name, text, values: [...parameters] });
      }
    },
    close: () => client.end(),
  };
}
