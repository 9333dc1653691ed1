import { sql, type Transaction } from 'kysely';
import type { LearnerId, Space } from '../tutor/store/account.ts';
import type { OwnPack } from '../tutor/store/packs.ts';
import type { Store } from '../tutor/store.ts';
import { draftQueries } from './drafts.ts';
import type { Db, Tables } from './schema.ts';
import type { OwnPackTable } from './tables/packs.ts';

type Queries = Pick<Store, 'packsAt' | 'switchPack' | 'offerPack' | 'ownPack' | 'keepPack' | 'removePack'>;

/** The packs of a place: what is switched off, and what is its own. */
export const packQueries = (db: Db): Queries => ({
  async packsAt({ platform, space }) {
    const off = await db
      .selectFrom('pack_switch')
      .select('pack')
      .where('platform', '=', platform)
      .where('space', '=', space)
      .where('is_on', '=', 0)
      .orderBy('pack')
      .execute();
    const own = await live(db, { platform, space })
      .select(['id', 'pack'])
      .orderBy('kept_at')
      .orderBy('number')
      .execute();
    const approved = await draftQueries(db).drafts({ platform, space }, 'approved');
    return { off: off.map(({ pack }) => pack), own, items: approved.map(({ id }) => id) };
  },

  async switchPack({ platform, space }, pack, isOn, by, at) {
    if (isOn) {
      const turned = await db
        .updateTable('pack_switch')
        .set({ is_on: 1, switched_by: by, switched_at: at })
        .where('platform', '=', platform)
        .where('space', '=', space)
        .where('pack', '=', pack)
        .where('is_on', '=', 0)
        .executeTakeFirst();
      return turned.numUpdatedRows !== 0n;
    }
    const row = { is_on: 0, switched_by: by, switched_at: at };
    const turned = await db
      .insertInto('pack_switch')
      .values({ platform, space, pack, ...row })
      .onConflict((conflict) =>
        conflict.columns(['platform', 'space', 'pack']).doUpdateSet(row).where('pack_switch.is_on', '=', 1),
      )
      .executeTakeFirst();
    return turned.numInsertedOrUpdatedRows !== 0n;
  },

  offerPack: ({ platform, space }, { id, pack, text, by, at }) =>
    db.transaction().execute(async (tx) => {
      await tx
        .deleteFrom('own_pack')
        .where('platform', '=', platform)
        .where('space', '=', space)
        .where('offered_by', '=', by)
        .where('kept_at', 'is', null)
        .execute();
      await tx
        .insertInto('own_pack')
        .values({ id, platform, space, pack, text, offered_by: by, offered_at: at })
        .execute();
    }),

  async ownPack({ platform, space }, id) {
    const row = await db
      .selectFrom('own_pack')
      .selectAll()
      .where('platform', '=', platform)
      .where('space', '=', space)
      .where('id', '=', id)
      .executeTakeFirst();
    return row && readOwn(row);
  },

  keepPack: (space, id, by, at, most) =>
    db.transaction().execute(async (tx) => {
      const offered = await offerTo(tx, space, id);
      if (!offered) return 'gone';
      if (offered.kept_at !== null) return 'kept-before';
      const others = await live(tx, space).select('id').where('pack', '<>', offered.pack).execute();
      if (others.length >= most) return 'too-many';
      await remove(tx, space, offered.pack, by, at);
      await tx.updateTable('own_pack').set({ kept_by: by, kept_at: at }).where('id', '=', id).execute();
      return 'kept';
    }),

  removePack: (space, pack, by, at) => remove(db, space, pack, by, at),
});

type Either = Db | Transaction<Tables>;

/** What a place has added and not removed. */
const live = (db: Either, { platform, space }: Space) =>
  db
    .selectFrom('own_pack')
    .where('platform', '=', platform)
    .where('space', '=', space)
    .where(sql<boolean>`kept_at is not null and removed_at is null`);

const offerTo = (db: Either, { platform, space }: Space, id: string) =>
  db
    .selectFrom('own_pack')
    .select(['pack', 'kept_at'])
    .where('platform', '=', platform)
    .where('space', '=', space)
    .where('id', '=', id)
    .executeTakeFirst();

async function remove(
  db: Either,
  { platform, space }: Space,
  pack: string,
  by: LearnerId,
  at: number,
): Promise<boolean> {
  const removed = await db
    .updateTable('own_pack')
    .set({ removed_by: by, removed_at: sql`${at}` })
    .where('platform', '=', platform)
    .where('space', '=', space)
    .where('pack', '=', pack)
    .where(sql<boolean>`kept_at is not null and removed_at is null`)
    .executeTakeFirst();
  return removed.numUpdatedRows !== 0n;
}

const readOwn = (row: Omit<OwnPackTable, 'number'>): OwnPack => ({
  ...{ id: row.id, pack: row.pack, text: row.text, by: row.offered_by, at: row.offered_at },
  ...(row.kept_at === null ? {} : { keptAt: row.kept_at }),
  ...(row.removed_at === null ? {} : { removedAt: row.removed_at }),
});
