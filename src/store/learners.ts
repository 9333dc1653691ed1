import { randomUUID } from 'node:crypto';
import type { Account, LearnerId } from '../tutor/store/account.ts';
import type { Desk } from '../tutor/store/worlds.ts';
import type { Store } from '../tutor/store.ts';
import type { Db } from './schema.ts';
import type { DeskTable } from './tables/learners.ts';

/** Who the learners are, and what each has on the desk. */
export const learnerQueries = (db: Db): Pick<Store, 'learnerOf' | 'desk' | 'setDesk'> => ({
  async learnerOf(account, at) {
    const known = await learnerBehind(db, account);
    if (known) return known;
    return db.transaction().execute(async (tx) => {
      const learner = randomUUID() as LearnerId;
      await tx.insertInto('learner').values({ id: learner, made_at: at }).execute();
      const { platform, space, user } = account;
      const added = await tx
        .insertInto('account')
        .values({ platform, space, user_id: user, learner, home: learner })
        .onConflict((conflict) => conflict.columns(['platform', 'space', 'user_id']).doNothing())
        .executeTakeFirst();
      if (added.numInsertedOrUpdatedRows !== 0n) return learner;

      // Another process was first: its learner stands, and ours goes.
      await tx.deleteFrom('learner').where('id', '=', learner).execute();
      return (await learnerBehind(tx, account)) ?? missing();
    });
  },

  async desk(learner) {
    const row = await db
      .selectFrom('desk')
      .select(['sandbox', 'own', 'focus'])
      .where('learner', '=', learner)
      .executeTakeFirst();
    return row ? deskOf(row) : {};
  },

  async setDesk(learner, { sandbox = null, own = null, focus = null }) {
    await db
      .insertInto('desk')
      .values({ learner, sandbox, own, focus })
      .onConflict((conflict) => conflict.column('learner').doUpdateSet({ sandbox, own, focus }))
      .execute();
  },
});

async function learnerBehind(db: Db, { platform, space, user }: Account): Promise<LearnerId | undefined> {
  const row = await db
    .selectFrom('account')
    .select('learner')
    .where('platform', '=', platform)
    .where('space', '=', space)
    .where('user_id', '=', user)
    .executeTakeFirst();
  return row?.learner;
}

function missing(): never {
  throw new Error('an account conflicts and is not there');
}

const deskOf = ({ sandbox, own, focus }: Omit<DeskTable, 'learner'>): Desk => ({
  ...(sandbox !== null && { sandbox }),
  ...(own !== null && { own }),
  ...(focus !== null && { focus }),
});
