import { sql } from 'kysely';
import type { ExportedRow } from '../../tutor/store/privacy.ts';
import type { Db } from '../schema.ts';
import { COVERAGE, type Coverage } from './coverage.ts';
import type { Person } from './person.ts';

/** Every row of a person, by its table; tables without any are left out. */
export async function everythingOf(db: Db, person: Person): Promise<ReadonlyMap<string, readonly ExportedRow[]>> {
  const all = new Map<string, readonly ExportedRow[]>();
  for (const covered of COVERAGE) {
    const order = sql.join(covered.key.map((column) => sql.ref(column)));
    const { rows } = await sql<ExportedRow>`select * from ${sql.table(covered.table)}
      where ${covered.own(person)} order by ${order}`.execute(db);
    if (rows.length > 0)
      all.set(
        covered.table,
        rows.map((row) => exported(row, covered, person)),
      );
  }
  return all;
}

const exported = (row: ExportedRow, { json = [] }: Coverage, person: Person): ExportedRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const told = typeof value === 'string' ? withoutOthers(value, person) : value;
      return [column, json.includes(column) && typeof told === 'string' ? JSON.parse(told) : told];
    }),
  );

/** Nothing but the ids of learners looks like a UUID. */
const withoutOthers = (text: string, { ids }: Person): string =>
  text.replace(UUID, (id) => (ids.some((own) => own === id) ? id : 'somebody else'));
const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;
