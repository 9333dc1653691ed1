import type { Selectable } from 'kysely';
import type { LearnerId } from '../tutor/store/account.ts';
import type { LessonRun, LessonStore } from '../tutor/store/lesson-runs.ts';
import type { Db, Tables } from './schema.ts';
import { appendStep, worldQueries } from './worlds.ts';

/** Walks through lessons. That a run is still where it was left is asked in the very statement that moves it. */
export const lessonRunQueries = (db: Db): LessonStore => ({
  addLessonRun: (run, world, first) =>
    db.transaction().execute(async (tx) => {
      const { id, learner, lesson, attempt, seed, step, startedAt } = run;
      const times = { started_at: startedAt, finished_at: run.finishedAt ?? null };
      const added = await tx
        .insertInto('lesson_run')
        .values({ id, learner, lesson, attempt, seed, step, turn: nextTurn(tx, learner), ...times })
        .onConflict((conflict) => conflict.columns(['learner', 'lesson', 'attempt']).doNothing())
        .executeTakeFirst();
      if (added.numInsertedOrUpdatedRows === 0n) return false;
      await worldQueries(tx).addWorld(world, startedAt);
      await appendStep(tx, { world: id, ...first }, startedAt);
      await putOnDesk(tx, learner, id);
      return true;
    }),

  async lessonRun(learner, id) {
    const row = await runsOf(db, learner).where('id', '=', id).executeTakeFirst();
    return row && runOf(row);
  },

  async lessonRuns(learner) {
    const rows = await runsOf(db, learner).orderBy('turn', 'desc').execute();
    return rows.map(runOf);
  },

  moveLessonRun: ({ run: { id, learner, step: from }, to, steps, finishes, at }) =>
    db.transaction().execute(async (tx) => {
      const moved = await tx
        .updateTable('lesson_run')
        .set(({ fn, ref, val }) => ({
          step: to,
          turn: nextTurn(tx, learner),
          ...(finishes && { finished_at: fn.coalesce(ref('finished_at'), val(at)) }),
        }))
        .where('id', '=', id)
        .where('learner', '=', learner)
        .where('step', '=', from)
        .executeTakeFirst();
      if (moved.numUpdatedRows === 0n) return false;
      await worldQueries(tx).dropSteps(id, 0);
      for (const step of steps) await appendStep(tx, { world: id, ...step }, at);
      await putOnDesk(tx, learner, id);
      return true;
    }),

  resumeLessonRun: (learner, id) =>
    db.transaction().execute(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('lesson_run')
        .set({ turn: nextTurn(tx, learner) })
        .where('id', '=', id)
        .where('learner', '=', learner)
        .executeTakeFirst();
      if (numUpdatedRows > 0n) await putOnDesk(tx, learner, id);
    }),
});

const nextTurn = (db: Db, learner: LearnerId) =>
  db
    .selectFrom('lesson_run as any')
    .select(({ fn, eb, val }) => eb(fn.coalesce(fn.max('any.turn'), val(0)), '+', 1).as('turn'))
    .where('any.learner', '=', learner);

/** Puts a world on a learner's desk, so that look-ups ask it. */
export async function putOnDesk(tx: Db, learner: LearnerId, focus: string): Promise<void> {
  await tx
    .insertInto('desk')
    .values({ learner, sandbox: null, own: null, focus })
    .onConflict((conflict) => conflict.column('learner').doUpdateSet({ focus }))
    .execute();
}

const runsOf = (db: Db, learner: LearnerId) => db.selectFrom('lesson_run').selectAll().where('learner', '=', learner);

const runOf = (row: Selectable<Tables['lesson_run']>): LessonRun => ({
  id: row.id,
  learner: row.learner,
  lesson: row.lesson,
  attempt: row.attempt,
  seed: row.seed,
  step: row.step,
  startedAt: row.started_at,
  ...(row.finished_at !== null && { finishedAt: row.finished_at }),
});
