import type { StandingStore } from '../tutor/store/standing.ts';
import { look } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Db } from './schema.ts';

/** A terminal delivers nothing, so that this name is free; it is cleared away with the other receipts. */
const PROOF = { platform: 'terminal', delivery: 'proof' } as const;

export const standingQueries = (db: Db): StandingStore => ({
  async prove(now) {
    await db
      .insertInto('receipt')
      .values({ ...PROOF, claimed_at: now })
      .onConflict((conflict) => conflict.columns(['platform', 'delivery']).doUpdateSet({ claimed_at: now }))
      .execute();
    const found = await look(db);
    const version = found.kind === 'ours' ? found.version : 0;
    if (version === MIGRATIONS.length) return 'current';
    return version < MIGRATIONS.length ? 'older' : 'newer';
  },

  async backlog(now) {
    const posts = await db
      .selectFrom('post')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('settled_at', 'is', null)
      .executeTakeFirstOrThrow();
    const due = await db
      .selectFrom('post')
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('due_at').as('since')])
      .where('settled_at', 'is', null)
      .where('due_at', '<=', now)
      .executeTakeFirstOrThrow();
    const schedules = await db
      .selectFrom('daily_schedule')
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('next_run').as('since')])
      .where('next_run', '<=', now)
      .executeTakeFirstOrThrow();
    return {
      outbox: Number(posts.count),
      postsDue: Number(due.count),
      ...(due.since !== null && { postsDueSince: due.since }),
      schedulesDue: Number(schedules.count),
      ...(schedules.since !== null && { schedulesDueSince: schedules.since }),
    };
  },
});
