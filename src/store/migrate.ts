import type { DialectWords } from './migration.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Db } from './schema.ts';
import { tablesIn } from './tables-in.ts';

/** What stands in a database: a schema of ours, of a number of migrations; or tables that are not ours. */
export type Found = { readonly kind: 'ours'; readonly version: number } | { readonly kind: 'foreign' };

/** Looks at what stands in a database and changes nothing. Version 0 is a database without tables. */
export async function look(db: Db): Promise<Found> {
  const tables = await tablesIn(db);
  if (tables.length === 0) return { kind: 'ours', version: 0 };
  if (!tables.some(({ name }) => name === 'hostmaster_schema')) return { kind: 'foreign' };
  const row = await db.selectFrom('hostmaster_schema').select('version').executeTakeFirst();
  return { kind: 'ours', version: row?.version ?? 0 };
}

/**
 * Applies the migrations that are still missing, all or none, and returns the version that stood there before.
 * Nothing is applied to a version above all of them: the caller must refuse to use that.
 */
export async function migrate(db: Db, words: DialectWords, migrations = MIGRATIONS): Promise<number> {
  await ensureVersionRow(db);
  return db.transaction().execute(async (tx) => {
    // The write comes first: it takes the lock, so that of two programs starting at once the second waits here.
    await tx
      .updateTable('hostmaster_schema')
      .set(({ ref }) => ({ version: ref('version') }))
      .execute();
    const { version } = await tx.selectFrom('hostmaster_schema').select('version').executeTakeFirstOrThrow();
    const pending = migrations.slice(version);
    for (const apply of pending) await apply(tx.schema, words, tx);
    if (pending.length > 0) await tx.updateTable('hostmaster_schema').set({ version: migrations.length }).execute();
    return version;
  });
}

async function ensureVersionRow(db: Db): Promise<void> {
  await db.schema
    .createTable('hostmaster_schema')
    .ifNotExists()
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
  await db
    .insertInto('hostmaster_schema')
    .values({ id: 1, version: 0 })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
