import { sql } from 'kysely';
import type { Account, LearnerId, Space } from '../tutor/store/account.ts';
import { deferForeignKeys } from './dialects.ts';
import { LEARNER_COLUMNS, type LearnerColumn, type Moved } from './learner-columns.ts';
import { rebuildFor } from './rebuild.ts';
import type { Db } from './schema.ts';

/**
 * Makes all that is one learner's another's, in a transaction. Before, each row is marked with whose it is: what was put
 * in the server of an account is that account's, the rest is the learner's own. Settings stay with either, so that those
 * of the learner who goes come back with them.
 */
export async function joinLearners(db: Db, stays: LearnerId, goes: LearnerId): Promise<void> {
  await deferForeignKeys(db);
  const accounts = await db.selectFrom('account').selectAll().where('learner', '=', goes).execute();
  for (const moved of movedColumns()) {
    for (const account of accounts) await mark(db, moved, goes, account.home, account);
    await mark(db, moved, goes, goes);
    await move(db, moved, stays, goes);
  }
  await joinDesks(db, stays, goes);
  await db.updateTable('account').set({ learner: stays }).where('learner', '=', goes).execute();
  for (const learner of [stays, goes]) await rebuildFor(db, learner);
}

/** Gives a learner back, with the accounts that were theirs, what is marked as theirs and what was put there since. */
export async function partLearners(db: Db, from: LearnerId, home: LearnerId): Promise<void> {
  await deferForeignKeys(db);
  const accounts = await db.selectFrom('account').selectAll().where('home', '=', home).execute();
  for (const moved of movedColumns()) await moveBack(db, moved, from, home, accounts);
  await db.deleteFrom('linked_row').where('home', '=', home).execute();
  await db.updateTable('account').set({ learner: home }).where('home', '=', home).execute();
  await clearDesk(db, from);
  for (const learner of [from, home]) await rebuildFor(db, learner);
}

interface MovedColumn extends LearnerColumn {
  readonly fate: Moved;
}
const movedColumns = (): readonly MovedColumn[] =>
  LEARNER_COLUMNS.flatMap(({ fate, ...same }) => (fate.kind === 'moved' ? [{ ...same, fate }] : []));

/** By what a column's marks are known. */
const placeOf = ({ table, column }: LearnerColumn): string => `${table}.${column}`;

/** Marks rows that are not marked yet; only those of a server, if one is given. */
async function mark(db: Db, moved: MovedColumn, goes: LearnerId, home: LearnerId, space?: Space): Promise<void> {
  const { table, column, fate } = moved;
  const where = space ? fate.isPlacedIn(space) : sql`true`;
  await sql`insert into linked_row (place, key, home)
    select ${placeOf(moved)}, ${fate.key}, ${home} from ${sql.table(table)} where ${sql.ref(column)} = ${goes} and ${where}
    on conflict (place, key) do nothing`.execute(db);
}

async function move(db: Db, { table, column, fate }: MovedColumn, stays: LearnerId, goes: LearnerId): Promise<void> {
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${stays}
    where ${sql.ref(column)} = ${goes} and ${fate.canGoTo?.(stays) ?? sql`true`}`.execute(db);
}

async function moveBack(
  db: Db,
  moved: MovedColumn,
  from: LearnerId,
  home: LearnerId,
  spaces: readonly Space[],
): Promise<void> {
  const { table, column, fate } = moved;
  const marks = (of: ReturnType<typeof sql>) =>
    sql`select key from linked_row where place = ${placeOf(moved)} and ${of}`;
  const placed = sql.join([sql`false`, ...spaces.map(fate.isPlacedIn)], sql` or `);
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${home}
    where ${sql.ref(column)} = ${from}
    and (${fate.key} in (${marks(sql`home = ${home}`)}) or ((${placed}) and ${fate.key} not in (${marks(sql`true`)})))
    and ${fate.canGoTo?.(home) ?? sql`true`}`.execute(db);
}

/** Who has no sandbox, or no zones of their own, takes over the other's. */
async function joinDesks(db: Db, stays: LearnerId, goes: LearnerId): Promise<void> {
  const desk = await db.selectFrom('desk').selectAll().where('learner', '=', goes).executeTakeFirst();
  if (desk === undefined) return;
  await db
    .insertInto('desk')
    .values({ ...desk, learner: stays })
    .onConflict((conflict) =>
      conflict.column('learner').doUpdateSet(({ fn, ref, val }) => ({
        sandbox: fn.coalesce(ref('desk.sandbox'), val(desk.sandbox)),
        own: fn.coalesce(ref('desk.own'), val(desk.own)),
      })),
    )
    .execute();
}

/** Takes from a desk what has gone with somebody else. */
async function clearDesk(db: Db, learner: LearnerId): Promise<void> {
  for (const column of ['sandbox', 'own', 'focus'] as const)
    await db
      .updateTable('desk')
      .set({ [column]: null })
      .where('learner', '=', learner)
      .where(column, 'not in', ({ selectFrom }) => selectFrom('world').select('id').where('learner', '=', learner))
      .execute();
}

/** All accounts of a learner. */
export const accountsOf = async (db: Db, learner: LearnerId): Promise<readonly (Account & { home: LearnerId })[]> => {
  const rows = await db.selectFrom('account').selectAll().where('learner', '=', learner).execute();
  return rows.map(({ platform, space, user_id: user, home }) => ({ platform, space, user, home }));
};
