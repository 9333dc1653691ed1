import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { expect, inject } from 'vitest';
import { isPostgres } from '../../src/store/postgres.ts';
import type { Db } from '../../src/store/schema.ts';
import { temporaryFolder } from './store.ts';

/** What is one thing on SQLite and another on PostgreSQL, for tests that run on both. */

/** Whether all that one program asks of its database goes over one connection, one after the other. */
export const isOverOneConnection = (): boolean => (inject('postgres') as string | undefined) === undefined;

/** Where several programs can open one store: a file that goes with the test, or a database of its own on the tests' server. */
export async function sharedPlace(): Promise<string> {
  const server: string | undefined = inject('postgres');
  if (server === undefined) return join(temporaryFolder(), 'shared.db');
  const name = `d${randomUUID().replaceAll('-', '')}`;
  const client = new Client(`${server}/postgres`);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return `${server}/${name}`;
}

/** From now on nothing can be added to a table. */
export async function closeTable(db: Db, table: string): Promise<void> {
  if (!isPostgres(db)) {
    await sql`create trigger full before insert on ${sql.table(table)} begin select raise(abort, 'full'); end`.execute(
      db,
    );
    return;
  }
  await sql`create or replace function is_full() returns trigger language plpgsql as 'begin raise exception ''full''; end'`.execute(
    db,
  );
  await sql`create trigger is_full before insert on ${sql.table(table)} for each row execute function is_full()`.execute(
    db,
  );
}

/** It can be added to again. */
export async function openTable(db: Db, table: string): Promise<void> {
  if (isPostgres(db)) await sql`drop trigger is_full on ${sql.table(table)}`.execute(db);
  else await sql`drop trigger full`.execute(db);
}

/** Codes of broken constraints. Sources: SQLite result codes; PostgreSQL 15, Appendix A. */
export const broken = {
  unique: { code: expect.toBeOneOf(['SQLITE_CONSTRAINT_UNIQUE', '23505']) },
  foreignKey: { code: expect.toBeOneOf(['SQLITE_CONSTRAINT_FOREIGNKEY', '23503']) },
  trigger: { code: expect.toBeOneOf(['SQLITE_CONSTRAINT_TRIGGER', 'P0001']) },
};
