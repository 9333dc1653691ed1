import type { AskedWhyStore } from '../tutor/store/asked-why.ts';
import type { Db } from './schema.ts';

/** A row for each level that was shown. */
export const askedWhyQueries = (db: Db): AskedWhyStore => ({
  async addAskedWhy(presentation, learner, level, at) {
    await db
      .insertInto('asked_why')
      .values({ presentation, learner, level, asked_at: at })
      .onConflict((conflict) => conflict.columns(['presentation', 'learner', 'level']).doNothing())
      .execute();
  },

  async askedWhy(presentation, learner) {
    const rows = await db
      .selectFrom('asked_why')
      .select('level')
      .where('presentation', '=', presentation)
      .where('learner', '=', learner)
      .orderBy('level')
      .execute();
    return rows.map(({ level }) => level);
  },
});
