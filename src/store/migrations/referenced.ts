import { sql } from 'kysely';
import type { Migration } from '../migration.ts';
import type { Tables } from '../schema.ts';

/** What grows, and points to rows that are deleted; where few do, only those that do are in the index. */
const POINTERS: readonly (readonly [table: keyof Tables, column: string, ofFew?: 'of few'])[] = [
  ['account', 'home'],
  ['asked_why', 'learner'],
  ['daily_response', 'learner'],
  ['desk', 'focus', 'of few'],
  ['desk', 'own', 'of few'],
  ['desk', 'sandbox', 'of few'],
  ['lab_seat', 'learner'],
  ['presentation', 'world', 'of few'],
  ['report', 'learner'],
  ['round', 'host'],
  ['round_response', 'learner'],
  ['round_seat', 'learner'],
  ['withdrawal', 'learner'],
  ['world', 'learner'],
];

/**
 * What finds the rows that point to one that is to be deleted. Without it, each row of those tables is read for each that
 * goes. Source: SQLite Foreign Key Support, §3; PostgreSQL 17, §5.5.5.
 */
export const referenced: Migration = async (schema) => {
  for (const [table, column, ofFew] of POINTERS) {
    const index = schema.createIndex(`${table}_of_${column}`).on(table).column(column);
    await (ofFew ? index.where(sql.ref(column), 'is not', null) : index).execute();
  }
};
