import type { LearnerId } from '../tutor/store/account.ts';
import type { LabRun, LabStore } from '../tutor/store/lab-runs.ts';
import { putOnDesk } from './lesson-runs.ts';
import type { Db } from './schema.ts';
import { appendStep, worldQueries } from './worlds.ts';

/** Work on labs. That a goal was not reached before is asked in the very statement that says it is. */
export const labRunQueries = (db: Db): LabStore => ({
  addLabRun: (run, world, story) =>
    db.transaction().execute(async (tx) => {
      const { id, learner, lab, fault = null, attempt, seed, startedAt } = run;
      const open = { finished_at: null, finished_in: null, finished_with: null, solution_at: null };
      const added = await tx
        .insertInto('lab_run')
        .values({ id, learner, lab, fault, attempt, seed, turn: nextTurn(tx, learner), started_at: startedAt, ...open })
        .onConflict((conflict) => conflict.columns(['learner', 'lab', 'attempt']).doNothing())
        .executeTakeFirst();
      if (added.numInsertedOrUpdatedRows === 0n) return false;
      await worldQueries(tx).addWorld(world, startedAt);
      await appendStep(tx, { world: id, ...story }, startedAt);
      await putOnDesk(tx, learner, id);
      return true;
    }),

  async labRun(learner, id) {
    const row = await runsOf(db, learner).where('id', '=', id).executeTakeFirst();
    return row && runOf(row);
  },

  async labRuns(learner) {
    const rows = await runsOf(db, learner).orderBy('turn', 'desc').execute();
    return rows.map(runOf).toSorted((a, b) => Number(a.learner !== learner) - Number(b.learner !== learner));
  },

  resumeLabRun: (learner, id) =>
    db.transaction().execute(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('lab_run')
        .set({ turn: nextTurn(tx, learner) })
        .where('id', '=', id)
        .where('learner', '=', learner)
        .executeTakeFirst();
      const isSeated = await seatsOf(tx, learner).where('lab_seat.run', '=', id).executeTakeFirst();
      if (numUpdatedRows > 0n || isSeated) await putOnDesk(tx, learner, id);
    }),

  async finishLabRun(id, steps, at) {
    const { numUpdatedRows } = await db
      .updateTable('lab_run')
      .set({ finished_at: at, finished_in: steps, finished_with: hintsOf(db, id) })
      .where('id', '=', id)
      .where('finished_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },

  async showLabSolution(id, at) {
    const { numUpdatedRows } = await db
      .updateTable('lab_run')
      .set({ solution_at: at })
      .where('id', '=', id)
      .where('solution_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },

  async takeLabHint({ run, check, rung }, at) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('lab_hint')
      .values({ run, check_number: check, rung, taken_at: at })
      .onConflict((conflict) => conflict.columns(['run', 'check_number', 'rung']).doNothing())
      .executeTakeFirst();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  },

  async labHints(run) {
    const rows = await db.selectFrom('lab_hint').selectAll().where('run', '=', run).execute();
    return rows.map(({ check_number: check, rung }) => ({ run, check, rung }));
  },

  openLabRun: (run, code, { role, learner }, at) =>
    db.transaction().execute(async (tx) => {
      await tx
        .insertInto('lab_pair')
        .values({ run, code })
        .onConflict((conflict) => conflict.column('run').doNothing())
        .execute();
      await tx
        .insertInto('lab_seat')
        .values({ run, role, learner, joined_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }),

  labRunByCode: (code) =>
    db
      .selectFrom('lab_pair')
      .innerJoin('lab_run', 'lab_run.id', 'lab_pair.run')
      .select(['lab_run.id', 'lab_run.lab'])
      .where('lab_pair.code', '=', code)
      .executeTakeFirst(),

  takeLabSeat: (run, { role, learner }, at) =>
    db.transaction().execute(async (tx) => {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('lab_seat')
        .values({ run, role, learner, joined_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
      await putOnDesk(tx, learner, run);
      return true;
    }),

  labSeats: (run) =>
    db
      .selectFrom('lab_seat')
      .select(['role', 'learner'])
      .where('run', '=', run)
      .orderBy('joined_at')
      .orderBy('role')
      .execute(),
});

const nextTurn = (db: Db, learner: LearnerId) =>
  db
    .selectFrom('lab_run as any')
    .select(({ fn, eb, val }) => eb(fn.coalesce(fn.max('any.turn'), val(0)), '+', 1).as('turn'))
    .where('any.learner', '=', learner);

const hintsOf = (db: Db, run: string) =>
  db
    .selectFrom('lab_hint')
    .select(({ fn }) => fn.countAll<number>().as('hints'))
    .where('run', '=', run);

const runsOf = (db: Db, learner: LearnerId) =>
  db
    .selectFrom('lab_run')
    .selectAll('lab_run')
    .select(({ selectFrom }) => [
      selectFrom('lab_hint')
        .select(({ fn }) => fn.countAll<number>().as('hints'))
        .whereRef('lab_hint.run', '=', 'lab_run.id')
        .as('hints'),
    ])
    .where(({ eb, or }) => or([eb('learner', '=', learner), eb('id', 'in', seatsOf(db, learner))]));

const seatsOf = (db: Db, learner: LearnerId) =>
  db.selectFrom('lab_seat').select('lab_seat.run').where('lab_seat.learner', '=', learner);

type Row = Awaited<ReturnType<ReturnType<typeof runsOf>['execute']>>[number];

function runOf(row: Row): LabRun {
  const { id, learner, lab, fault, attempt, seed, started_at: startedAt } = row;
  const { finished_at: at, finished_in: steps, finished_with: hints, solution_at: solutionShownAt } = row;
  return {
    ...{ id, learner, lab, attempt, seed, startedAt, hints: hints ?? Number(row.hints ?? 0) },
    ...(fault !== null && { fault }),
    ...(at !== null && { finished: { at, steps: steps ?? 0 } }),
    ...(solutionShownAt !== null && { solutionShownAt }),
  };
}
