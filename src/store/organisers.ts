import type { Store } from '../tutor/store.ts';
import type { Db } from './schema.ts';

type Queries = Pick<Store, 'organisers' | 'addOrganiser' | 'removeOrganiser'>;

/** Who may organise where, besides those who manage it. */
export const organiserQueries = (db: Db): Queries => ({
  async organisers({ platform, space }) {
    const rows = await db
      .selectFrom('organiser')
      .select('member')
      .where('platform', '=', platform)
      .where('space', '=', space)
      .orderBy('allowed_at')
      .orderBy('member')
      .execute();
    return rows.map(({ member }) => member);
  },

  async addOrganiser({ platform, space }, member, at) {
    const added = await db
      .insertInto('organiser')
      .values({ platform, space, member, allowed_at: at })
      .onConflict((conflict) => conflict.columns(['platform', 'space', 'member']).doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows !== 0n;
  },

  async removeOrganiser({ platform, space }, member) {
    const removed = await db
      .deleteFrom('organiser')
      .where('platform', '=', platform)
      .where('space', '=', space)
      .where('member', '=', member)
      .executeTakeFirst();
    return removed.numDeletedRows !== 0n;
  },
});
