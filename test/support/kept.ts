import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { doNow, dumpOf } from './postgres/server.ts';
import { placeOf } from './told-of.ts';

// What is in a database that a program has open, behind its back; it stands for a file, also where the tests are run on PostgreSQL.

/** Has a statement done in it. */
export function tamper(file: string, statement: string): void {
  const place = placeOf(file);
  if (place !== file) {
    doNow(place, statement);
    return;
  }
  const db = new Database(file);
  // What refers to a table goes on doing so by that name, whatever the table is called then.
  db.pragma('legacy_alter_table = on');
  db.exec(statement);
  db.close();
}

/** All that it has on the disk; what a server has there only the server can tell, so that it is asked for all. */
export function octetsOf(file: string): string {
  const place = placeOf(file);
  if (place !== file) return dumpOf(place);
  const folder = dirname(file);
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');
}
