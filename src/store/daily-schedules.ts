import type { Selectable } from 'kysely';
import type { Address } from '../tutor/courier.ts';
import type { NewSchedule, Pause, Schedule } from '../tutor/store/daily.ts';
import type { Store } from '../tutor/store.ts';
import type { Db, Tables } from './schema.ts';

type Queries = Pick<
  Store,
  | ('setSchedule' | 'pauseSchedule' | 'resumeSchedule' | 'removeSchedule' | 'schedule')
  | ('schedulesOfChannel' | 'schedulesOfPerson' | 'dueSchedules' | 'takeUntold')
>;

/** When prompts come, and where. What hangs on one being kept, or not being paused, is asked in the statement that writes. */
export const dailyScheduleQueries = (db: Db): Queries => ({
  async setSchedule(schedule, most) {
    const row = rowOf(schedule);
    const { platform, space, kind, place, time } = row;
    const set = await db
      .insertInto('daily_schedule')
      .columns(COLUMNS)
      .expression(
        db
          .selectNoFrom(({ val }) => COLUMNS.map((column) => val(row[column]).as(column)))
          .where(
            ({ selectFrom }) =>
              selectFrom('daily_schedule')
                .select(({ fn }) => fn.countAll<number>().as('others'))
                .where('platform', '=', platform)
                .where('space', '=', space)
                .where('kind', '=', kind)
                .where('place', '=', place)
                .where('time', '!=', time)
                .where('removed_at', 'is', null),
            '<',
            most,
          ),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['platform', 'space', 'kind', 'place', 'time'])
          .where('removed_at', 'is', null)
          .doUpdateSet({
            ...{ zone: row.zone, days: row.days, concept: row.concept, until: row.until, made_by: row.made_by },
            ...{ next_run: row.next_run, next_date: row.next_date, pause: null, untold: 0, resumed_at: row.made_at },
          }),
      )
      .executeTakeFirst();
    return set.numInsertedOrUpdatedRows !== 0n;
  },

  async schedulesOfChannel({ platform, space }, channel) {
    const rows = await kept(db)
      .where('platform', '=', platform)
      .where('space', '=', space)
      .where('kind', '=', 'channel')
      .where('place', '=', channel)
      .execute();
    return rows.map(scheduleOf);
  },

  async schedulesOfPerson({ platform, user }, space) {
    const anywhere = kept(db).where('platform', '=', platform).where('place', '=', user).where('kind', '=', 'direct');
    const rows = await (space === undefined ? anywhere : anywhere.where('space', '=', space)).execute();
    return rows.map(scheduleOf);
  },

  async schedule(id) {
    const row = await db.selectFrom('daily_schedule').selectAll().where('id', '=', id).executeTakeFirst();
    return row && scheduleOf(row);
  },

  async dueSchedules(now) {
    const rows = await db
      .selectFrom('daily_schedule')
      .selectAll()
      .where('next_run', '<=', now)
      .orderBy('next_run')
      .orderBy('id')
      .execute();
    return rows.map(scheduleOf);
  },

  pauseSchedule: (id, pause) => db.transaction().execute((tx) => pauseIn(tx, id, pause)),

  async resumeSchedule(id, next, at) {
    const resumed = await db
      .updateTable('daily_schedule')
      .set({ next_run: next.at, next_date: next.date, pause: null, untold: 0, resumed_at: at })
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .where('pause', 'is not', null)
      .executeTakeFirst();
    return resumed.numUpdatedRows !== 0n;
  },

  removeSchedule: (id, at) =>
    db.transaction().execute(async (tx) => {
      await closeWithNext(tx, id);
      const removed = await tx
        .updateTable('daily_schedule')
        .set({ removed_at: at, next_run: null, next_date: null, untold: 0 })
        .where('id', '=', id)
        .where('removed_at', 'is', null)
        .executeTakeFirst();
      return removed.numUpdatedRows !== 0n;
    }),

  async takeUntold(learner) {
    // Most have none, and a look takes no lock.
    const untold = db.selectFrom('daily_schedule').select('id').where('made_by', '=', learner).where('untold', '=', 1);
    if ((await untold.executeTakeFirst()) === undefined) return [];
    const rows = await db
      .updateTable('daily_schedule')
      .set({ untold: 0 })
      .where('made_by', '=', learner)
      .where('untold', '=', 1)
      .returningAll()
      .execute();
    return rows.map(scheduleOf);
  },
});

/** Pauses one that runs; false if none does. Whoever set it is to be told, unless it was asked for. */
export async function pauseIn(db: Db, id: string, pause: Pause): Promise<boolean> {
  await closeWithNext(db, id);
  const paused = await db
    .updateTable('daily_schedule')
    .set({ ...pausedBy(pause), next_run: null, next_date: null })
    .where('id', '=', id)
    .where('next_run', 'is not', null)
    .executeTakeFirst();
  return paused.numUpdatedRows !== 0n;
}

export const pausedBy = (pause: Pause) => ({
  pause: JSON.stringify(pause),
  untold: pause.why.kind === 'refused' ? 1 : 0,
});

/** What is open is to be closed when the next would have come, since that will not. */
async function closeWithNext(db: Db, schedule: string): Promise<void> {
  await db
    .updateTable('daily_prompt')
    .set(({ selectFrom }) => ({
      closes_at: selectFrom('daily_schedule').select('next_run').where('id', '=', schedule),
    }))
    .where('schedule', '=', schedule)
    .where('kind', '=', 'put')
    .where('closed_at', 'is', null)
    .where('closes_at', 'is', null)
    .execute();
}

const kept = (db: Db) => db.selectFrom('daily_schedule').selectAll().where('removed_at', 'is', null).orderBy('time');

const COLUMNS = [
  ...(['id', 'platform', 'space', 'kind', 'place', 'address', 'zone', 'time', 'days'] as const),
  ...(['concept', 'until', 'made_by', 'made_at', 'next_run', 'next_date'] as const),
];

const rowOf = ({ id, to, zone, time, days, concept, until, madeBy, madeAt, next }: NewSchedule) => ({
  ...{ id, platform: to.platform, space: to.space, kind: to.kind, place: to.kind === 'direct' ? to.user : to.channel },
  ...{ address: JSON.stringify(to), zone, time, days: days.join(''), concept: concept ?? null, until: until ?? null },
  ...{ made_by: madeBy, made_at: madeAt, next_run: next.at, next_date: next.date },
});

function scheduleOf(row: Selectable<Tables['daily_schedule']>): Schedule {
  const { next_run, next_date } = row;
  return {
    id: row.id,
    to: JSON.parse(row.address) as Address,
    zone: row.zone,
    time: row.time,
    days: [...row.days].map(Number),
    ...(row.concept !== null && { concept: row.concept }),
    ...(row.until !== null && { until: row.until }),
    madeBy: row.made_by,
    madeAt: row.made_at,
    state:
      next_run !== null && next_date !== null
        ? { kind: 'running', next: { at: next_run, date: next_date } }
        : { kind: 'paused', pause: JSON.parse(row.pause ?? 'null') as Pause },
    ...(row.resumed_at !== null && { resumedAt: row.resumed_at }),
  };
}
