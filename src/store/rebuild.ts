import type { LearnerId } from '../tutor/store/account.ts';
import { recomputeMastered } from './mastered.ts';
import { recomputeMemories } from './memories.ts';
import type { Db } from './schema.ts';

/** A table that is computed from the log, and so may be dropped and computed again. Its rows are of a learner each. */
export interface Derived {
  readonly table: 'memory' | 'mastered';
  /** The columns that, besides the learner, tell its rows apart. */
  readonly key: readonly string[];
  /** Computes a learner's rows, where there are none of theirs. */
  readonly compute: (db: Db, learner: LearnerId) => Promise<void>;
}

/** All that there are. */
const DERIVED: readonly Derived[] = [
  { table: 'memory', key: ['concept'], compute: recomputeMemories },
  { table: 'mastered', key: ['platform', 'space', 'concept'], compute: recomputeMastered },
];

/**
 * Computes all that is derived again, all or none, and returns how many rows of each table have changed, gone or come
 * by it; none if all agreed.
 */
export const rebuild = (db: Db): Promise<ReadonlyMap<Derived['table'], number>> =>
  db.transaction().execute(async (tx) => {
    // The write comes first: it takes the lock, so that nothing is logged between what is read and what is kept.
    await tx
      .updateTable('hostmaster_schema')
      .set(({ ref }) => ({ version: ref('version') }))
      .execute();
    const learners = await tx.selectFrom('learner').select('id').orderBy('id').execute();
    const changed = new Map(DERIVED.map(({ table }) => [table, 0]));
    for (const { id } of learners)
      for (const derived of DERIVED) {
        const rows = await rebuildTable(tx, derived, id);
        changed.set(derived.table, (changed.get(derived.table) ?? 0) + rows);
      }
    return changed;
  });

/** The same for one learner; for use in a transaction. */
export async function rebuildFor(db: Db, learner: LearnerId): Promise<void> {
  for (const derived of DERIVED) await rebuildTable(db, derived, learner);
}

async function rebuildTable(db: Db, derived: Derived, learner: LearnerId): Promise<number> {
  const { table, compute } = derived;
  const before = await rowsOf(db, derived, learner);
  await db.deleteFrom(table).where('learner', '=', learner).execute();
  await compute(db, learner);
  const after = await rowsOf(db, derived, learner);
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key)).length;
}

/** The rows as text, by their keys. */
async function rowsOf(db: Db, { table, key }: Derived, learner: LearnerId): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom(table).selectAll().where('learner', '=', learner).execute();
  const written = (row: object, columns: readonly string[]) =>
    JSON.stringify(Object.entries(row).filter(([column]) => columns.includes(column)));
  return new Map(rows.map((row) => [written(row, key), written(row, Object.keys(row))]));
}
