import type { Instant } from '../base/time.ts';
import type { StepInWorld } from '../tutor/store/worlds.ts';
import type { Store } from '../tutor/store.ts';
import type { Db } from './schema.ts';

/** Worlds, each as its recipe and the steps taken in it. */
export const worldQueries = (db: Db): Pick<Store, 'addWorld' | 'world' | 'addStep' | 'dropSteps'> => ({
  async addWorld({ id, learner, recipe }, at) {
    await db
      .insertInto('world')
      .values({ id, learner, recipe, made_at: at })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  },

  async world(id) {
    const world = await db
      .selectFrom('world')
      .select(['id', 'learner', 'recipe'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (world === undefined) return undefined;
    const steps = await db
      .selectFrom('world_step')
      .select(['command', 'events'])
      .where('world', '=', id)
      .orderBy('seq')
      .execute();
    return { ...world, steps };
  },

  addStep: (world, seq, { command, events }, at) =>
    db.transaction().execute(async (tx) => {
      const added = await tx
        .insertInto('world_step')
        .values({ world, seq, command, events, taken_at: at })
        .onConflict((conflict) => conflict.columns(['world', 'seq']).doNothing())
        .executeTakeFirst();
      if (added.numInsertedOrUpdatedRows === 0n) return false;
      if ((await stepsBefore(tx, world, seq)) === seq) return true;

      // The steps that this one was decided on were dropped meanwhile.
      await tx.deleteFrom('world_step').where('world', '=', world).where('seq', '=', seq).execute();
      return false;
    }),

  async dropSteps(world, seq) {
    await db.deleteFrom('world_step').where('world', '=', world).where('seq', '>=', seq).execute();
  },
});

/** Appends a step after whatever steps there are; for use in a transaction that has begun to write. */
export async function appendStep(tx: Db, { world, command, events }: StepInWorld, at: Instant): Promise<void> {
  const seq = await stepsBefore(tx, world);
  await tx.insertInto('world_step').values({ world, seq, command, events, taken_at: at }).execute();
}

/** How many steps of a world have a number below `seq`, or at all. */
async function stepsBefore(db: Db, world: string, seq = Number.MAX_SAFE_INTEGER): Promise<number> {
  const { steps } = await db
    .selectFrom('world_step')
    .select(({ fn }) => fn.countAll().as('steps'))
    .where('world', '=', world)
    .where('seq', '<', seq)
    .executeTakeFirstOrThrow();
  return Number(steps);
}
