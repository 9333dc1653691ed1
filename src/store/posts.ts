import type { Selectable } from 'kysely';
import type { Address } from '../tutor/courier.ts';
import type { NewPost, PostStore, Settlement, StoredPost } from '../tutor/store/posts.ts';
import type { Db, Tables } from './schema.ts';

/** What is to be said unasked. Of processes that ask at once for the next, the statement that takes it lets one have it. */
export const postQueries = (db: Db): PostStore => ({
  async addPost(post) {
    const added = await db
      .insertInto('post')
      .values(rowOf(post))
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows !== 0n;
  },

  async post(key) {
    const row = await db.selectFrom('post').selectAll().where('key', '=', key).executeTakeFirst();
    return row && postOf(row);
  },

  async takePost(platforms, now, until) {
    const row = await db
      .updateTable('post')
      .set(({ eb, fn, val }) => ({
        taken_until: until,
        tries: eb('tries', '+', 1),
        first_tried_at: fn.coalesce('first_tried_at', val(now)),
      }))
      .where('number', '=', ({ selectFrom }) =>
        selectFrom('post as next')
          .select('next.number')
          .where('next.settled_at', 'is', null)
          .where('next.due_at', '<=', now)
          .where('next.taken_until', '<=', now)
          .where('next.platform', 'in', [...platforms])
          .where(({ exists, not, selectFrom: earlierFrom }) =>
            not(
              exists(
                earlierFrom('post as earlier')
                  .select('earlier.number')
                  .whereRef('earlier.queue', '=', 'next.queue')
                  .whereRef('earlier.number', '<', 'next.number')
                  .where('earlier.settled_at', 'is', null),
              ),
            ),
          )
          .orderBy('next.due_at')
          .orderBy('next.number')
          .limit(1),
      )
      .where('settled_at', 'is', null)
      .where('taken_until', '<=', now)
      .returningAll()
      .executeTakeFirst();
    return row && postOf(row);
  },

  async settlePost(key, settlement, at) {
    const settled = await db
      .updateTable('post')
      .set({ settled_at: at, settlement: JSON.stringify(settlement) })
      .where('key', '=', key)
      .where('settled_at', 'is', null)
      .executeTakeFirst();
    return settled.numUpdatedRows !== 0n;
  },

  async reopenPost(key, at) {
    const reopened = await db
      .updateTable('post')
      .set({
        ...{ due_at: at, taken_until: at, lapses_at: null, tries: 0, first_tried_at: null },
        ...{ settled_at: null, settlement: null },
      })
      .where('key', '=', key)
      .where('settled_at', 'is not', null)
      .where(({ eb, or }) =>
        // In a JSON text what is quoted has its quotes escaped, so that this is found nowhere else.
        or([eb('settlement', 'like', '%"kind":"refused"%'), eb('settlement', 'like', '%"kind":"lapsed"%')]),
      )
      .executeTakeFirst();
    return reopened.numUpdatedRows !== 0n;
  },

  async deferPost(key, until) {
    await db
      .updateTable('post')
      .set({ taken_until: until })
      .where('key', '=', key)
      .where('settled_at', 'is', null)
      .execute();
  },
});

/** An address as it is kept: of one address always the same text. */
export const placeIn = ({ platform, space, ...within }: Address): string =>
  JSON.stringify(
    within.kind === 'direct'
      ? { platform, space, kind: within.kind, user: within.user }
      : { platform, space, kind: within.kind, channel: within.channel, thread: within.thread },
  );

const rowOf = ({ key, queue, to, replaces, below, dueAt, lapsesAt }: NewPost) => ({
  ...{ key, queue, platform: to.platform, place: placeIn(to) },
  ...{ replaces: replaces ?? null, below: below ?? null },
  ...{ due_at: dueAt, lapses_at: lapsesAt ?? null, taken_until: dueAt, tries: 0 },
  ...{ first_tried_at: null, settled_at: null, settlement: null },
});

const postOf = (row: Selectable<Tables['post']>): StoredPost => ({
  key: row.key,
  queue: row.queue,
  to: JSON.parse(row.place) as Address,
  ...(row.replaces !== null && { replaces: row.replaces }),
  ...(row.below !== null && { below: row.below }),
  dueAt: row.due_at,
  ...(row.lapses_at !== null && { lapsesAt: row.lapses_at }),
  tries: row.tries,
  ...(row.first_tried_at !== null && { firstTriedAt: row.first_tried_at }),
  ...(row.settlement !== null && { settled: JSON.parse(row.settlement) as Settlement }),
  ...(row.settled_at !== null && { settledAt: row.settled_at }),
});
