import type { Selectable } from 'kysely';
import type { LearnerId } from '../tutor/store/account.ts';
import { ofMany, type StoredPresentation } from '../tutor/store/presentations.ts';
import type { Store } from '../tutor/store.ts';
import type { Db, Tables } from './schema.ts';
import { worldQueries } from './worlds.ts';

type Queries = Pick<
  Store,
  'addPresentation' | 'presentation' | 'learnerOfPerson' | 'latestPresentation' | 'takeHint' | 'timesPut'
>;

/** Items as they were put to learners. */
export const presentationQueries = (db: Db): Queries => ({
  async addPresentation(presentation, made) {
    const { learner, world = null, putAt } = presentation;
    await db.transaction().execute(async (tx) => {
      if (made) await worldQueries(tx).addWorld(made, putAt);
      await tx.insertInto('presentation').values(rowOf(presentation)).execute();
      await tx
        .insertInto('desk')
        .values({ learner, sandbox: null, own: null, focus: world })
        .onConflict((conflict) => conflict.column('learner').doUpdateSet({ focus: world }))
        .execute();
    });
  },

  async presentation(learner, id) {
    const row = await putTo(db, learner)
      .where('id', 'in', [id, ofMany(id, learner)])
      .executeTakeFirst();
    return row && presentationOf(row);
  },

  async learnerOfPerson(id, { platform, user }) {
    const row = await db
      .selectFrom('presentation')
      .innerJoin('account', 'account.learner', 'presentation.learner')
      .select('presentation.learner')
      .where('presentation.id', '=', id)
      .where('account.platform', '=', platform)
      .where('account.user_id', '=', user)
      .executeTakeFirst();
    return row?.learner;
  },

  async latestPresentation(learner) {
    const row = await putTo(db, learner)
      .where('origin', '=', 'quiz')
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && presentationOf(row);
  },

  async takeHint(learner, id, number) {
    const taken = await db
      .updateTable('presentation')
      .set({ hints: number })
      .where('learner', '=', learner)
      .where('id', '=', id)
      .where('hints', '=', number - 1)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('review').select('presentation').where('presentation', '=', id))),
      )
      .executeTakeFirst();
    return taken.numUpdatedRows !== 0n;
  },

  async timesPut(learner) {
    const rows = await db
      .selectFrom('presentation')
      .select(({ fn }) => ['item', fn.countAll().as('times'), fn.max('put_at').as('last')])
      .where('learner', '=', learner)
      .groupBy('item')
      .execute();
    return new Map(rows.map(({ item, times, last }) => [item, { times: Number(times), last }]));
  },
});

const putTo = (db: Db, learner: LearnerId) => db.selectFrom('presentation').selectAll().where('learner', '=', learner);

export const rowOf = ({ putAt, where, ...same }: StoredPresentation) => ({
  ...{ ...same, world: same.world ?? null, reason: same.reason ?? null, put_at: putAt },
  ...{ platform: where?.platform ?? null, space: where?.space ?? null, channel: where?.channel ?? null },
});

const presentationOf = (row: Selectable<Tables['presentation']>): StoredPresentation => ({
  id: row.id,
  learner: row.learner,
  item: row.item,
  concept: row.concept,
  ...(row.world !== null && { world: row.world }),
  body: row.body,
  putAt: row.put_at,
  origin: row.origin,
  hints: row.hints,
  ...(row.reason !== null && { reason: row.reason }),
  ...(row.platform !== null &&
    row.space !== null && {
      where: { platform: row.platform, space: row.space, ...(row.channel !== null && { channel: row.channel }) },
    }),
});
