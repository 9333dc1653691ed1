import { sql } from 'kysely';
import type { Draft } from '../tutor/store/packs.ts';
import type { Store } from '../tutor/store.ts';
import type { Db } from './schema.ts';
import type { ItemDraftTable } from './tables/packs.ts';

type Queries = Pick<Store, 'addDraft' | 'draft' | 'drafts' | 'settleDraft'>;

/** The questions that were drafted in a place. */
export const draftQueries = (db: Db): Queries => ({
  async addDraft({ platform, space }, { id, item, author, draftedAt }, most, mostByOne) {
    const added = await sql`
      insert into item_draft (id, platform, space, item, author, drafted_at, state)
      select ${id}, ${platform}, ${space}, ${item}, ${author}, ${draftedAt}, 'open'
      where (select count(*) from item_draft
             where platform = ${platform} and space = ${space} and state = 'open') < ${most}
        and (select count(*) from item_draft
             where platform = ${platform} and space = ${space} and state = 'open' and author = ${author}) < ${mostByOne}`.execute(
      db,
    );
    return added.numAffectedRows !== 0n;
  },

  async draft({ platform, space }, id) {
    const row = await db
      .selectFrom('item_draft')
      .selectAll()
      .where('platform', '=', platform)
      .where('space', '=', space)
      .where('id', '=', id)
      .executeTakeFirst();
    return row && readDraft(row);
  },

  async drafts({ platform, space }, state) {
    const rows = await db
      .selectFrom('item_draft')
      .selectAll()
      .where('platform', '=', platform)
      .where('space', '=', space)
      .where('state', '=', state)
      .orderBy('number')
      .execute();
    return rows.map(readDraft);
  },

  async settleDraft({ platform, space }, id, { state, by, at }) {
    const from = state === 'withdrawn' ? (['open', 'approved'] as const) : (['open'] as const);
    const settled = await db
      .updateTable('item_draft')
      .set({ state, settled_by: by, settled_at: at })
      .where('platform', '=', platform)
      .where('space', '=', space)
      .where('id', '=', id)
      .where('state', 'in', from)
      .$if(state === 'approved', (query) => query.where('author', '<>', by))
      .executeTakeFirst();
    return settled.numUpdatedRows !== 0n;
  },
});

const readDraft = (row: Omit<ItemDraftTable, 'number'>): Draft => ({
  ...{ id: row.id, item: row.item, author: row.author, draftedAt: row.drafted_at, state: row.state },
  ...(row.settled_by === null ? {} : { settledBy: row.settled_by }),
  ...(row.settled_at === null ? {} : { settledAt: row.settled_at }),
});
