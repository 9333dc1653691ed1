import { randomBytes } from 'node:crypto';
import type { Instant } from '../base/time.ts';
import type { StepInWorld, WorldStore } from '../tutor/store/worlds.ts';
import type { Db } from './schema.ts';

/** Worlds, each as its recipe and the steps taken in it. */
export const worldQueries = (db: Db): Omit<WorldStore, 'desk' | 'setDesk'> => ({
  async addWorld({ id, learner, recipe }, at) {
    await db
      .insertInto('world')
      .values({ id, learner, recipe, made_at: at })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  },

  async world(id) {
    const world = await worldOf(db, id);
    if (world === undefined) return undefined;
    const steps = await db
      .selectFrom('world_step')
      .select(['command', 'events'])
      .where('world', '=', id)
      .orderBy('seq')
      .execute();
    return { ...world, steps };
  },

  async worldHead(id) {
    const world = await worldOf(db, id);
    if (world === undefined) return undefined;
    const last = await lastStep(db, id);
    return last ? { ...world, length: last.seq + 1, token: last.token } : { ...world, length: 0 };
  },

  async worldSteps(id, from, below) {
    const steps = await db
      .selectFrom('world_step')
      .select(['command', 'events', 'action', 'token'])
      .where('world', '=', id)
      .where('seq', '>=', from)
      .$if(below !== undefined, (query) => query.where('seq', '<', below ?? 0))
      .orderBy('seq')
      .execute();
    return steps.map(({ action, ...step }) => (action === null ? step : { ...step, action }));
  },

  addStep: (world, seq, step, at, after) =>
    db.transaction().execute(async (tx) => {
      const row = rowOf({ world, ...step }, seq, at);
      const added = await tx
        .insertInto('world_step')
        .values(row)
        .onConflict((conflict) => conflict.columns(['world', 'seq']).doNothing())
        .executeTakeFirst();
      if (added.numInsertedOrUpdatedRows === 0n) return undefined;
      if (seq === 0 || (await stands(tx, world, seq - 1, after))) return row.token;

      // The steps that this one was decided on were dropped meanwhile.
      await tx.deleteFrom('world_step').where('world', '=', world).where('seq', '=', seq).execute();
      return undefined;
    }),

  addSteps: (world, steps, at) =>
    db.transaction().execute(async (tx) => {
      for (const step of steps) await appendStep(tx, { world, ...step }, at);
    }),

  async dropSteps(world, seq, token) {
    const dropped = await db
      .deleteFrom('world_step')
      .where('world', '=', world)
      .where('seq', '>=', seq)
      .$if(token !== undefined, (query) =>
        query.where(({ exists, selectFrom }) =>
          exists(
            selectFrom('world_step as first')
              .select('first.seq')
              .where('first.world', '=', world)
              .where('first.seq', '=', seq)
              .where('first.token', '=', token ?? ''),
          ),
        ),
      )
      .executeTakeFirst();
    return token === undefined || dropped.numDeletedRows > 0n;
  },
});

/** Appends a step after whatever steps there are; for use in a transaction that has begun to write. */
export async function appendStep(tx: Db, step: StepInWorld, at: Instant): Promise<void> {
  const { seq = -1 } = (await lastStep(tx, step.world)) ?? {};
  await tx
    .insertInto('world_step')
    .values(rowOf(step, seq + 1, at))
    .execute();
}

const worldOf = (db: Db, id: string) =>
  db.selectFrom('world').select(['id', 'learner', 'recipe']).where('id', '=', id).executeTakeFirst();

const lastStep = (db: Db, world: string) =>
  db
    .selectFrom('world_step')
    .select(['seq', 'token'])
    .where('world', '=', world)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();

const rowOf = ({ world, command, events, action }: StepInWorld, seq: number, at: Instant) => ({
  ...{ world, seq, command, events, action: action ?? null, taken_at: at },
  token: randomBytes(12).toString('hex'),
});

/** Whether that step is there, and is the one with the token if it is given. */
async function stands(db: Db, world: string, seq: number, token: string | undefined): Promise<boolean> {
  const step = await db
    .selectFrom('world_step')
    .select('token')
    .where('world', '=', world)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return step !== undefined && (token === undefined || step.token === token);
}
