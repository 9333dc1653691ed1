import type { Space } from '../tutor/store/account.ts';
import type { RoundStore } from '../tutor/store/rounds.ts';
import { postQueries } from './posts.ts';
import { roundQuestionQueries } from './round-questions.ts';
import { roundResponseQueries } from './round-responses.ts';
import { roundOf, rowOfQuestion, rowOfRound } from './round-rows.ts';
import type { Db } from './schema.ts';

/**
 * Rounds, their questions and the responses. What hangs on a question being open, or on a round running, is asked in the
 * very statement that writes, and that statement comes first: SQLite lets one write at a time, so nothing comes in between.
 */
export const roundQueries = (db: Db): RoundStore => ({
  ...lifeQueries(db),
  ...pauseQueries(db),
  ...roundQuestionQueries(db),
  ...roundResponseQueries(db),
});

const lifeQueries = (
  db: Db,
): Pick<
  RoundStore,
  'addRound' | 'round' | 'roundAnywhere' | 'runningRounds' | 'roundsByTheClock' | 'closeRoundAt' | 'endRound'
> => ({
  addRound: (round, questions, posts) =>
    db.transaction().execute(async (tx) => {
      const added = await tx
        .insertInto('round')
        .values(rowOfRound(round))
        .onConflict((conflict) =>
          conflict.columns(['platform', 'space', 'channel']).where('ended_at', 'is', null).doNothing(),
        )
        .executeTakeFirst();
      if (added.numInsertedOrUpdatedRows === 0n) return false;
      for (const question of questions)
        await tx
          .insertInto('round_question')
          .values({ ...rowOfQuestion(question), skipped: 0 })
          .execute();
      for (const post of posts) await postQueries(tx).addPost(post);
      return true;
    }),

  async round(space, id) {
    const row = await roundsOf(db, space).where('id', '=', id).executeTakeFirst();
    return row && roundOf(row);
  },

  async roundAnywhere(id) {
    const row = await db.selectFrom('round').selectAll().where('id', '=', id).executeTakeFirst();
    return row && roundOf(row);
  },

  async runningRounds(space) {
    const rows = await roundsOf(db, space).where('ended_at', 'is', null).orderBy('number').execute();
    return rows.map(roundOf);
  },

  async roundsByTheClock(now) {
    const rows = await db
      .selectFrom('round')
      .selectAll()
      .where('ended_at', 'is', null)
      .where('paused_at', 'is', null)
      .where('pace', 'in', ['timed', 'open'])
      .where(({ eb, or }) => or([eb('closes_at', 'is', null), eb('closes_at', '<=', now)]))
      .orderBy('number')
      .execute();
    return rows.map(roundOf);
  },

  closeRoundAt: (round, at) =>
    db.transaction().execute(async (tx) => {
      const closed = await tx
        .updateTable('round')
        .set({ closes_at: at })
        .where('id', '=', round)
        .where('ended_at', 'is', null)
        .where('pace', '=', 'open')
        .where('closes_at', '>', at)
        .executeTakeFirst();
      if (closed.numUpdatedRows === 0n) return false;
      await tx
        .updateTable('round_question')
        .set({ closes_at: at })
        .where('round', '=', round)
        .where('revealed_at', 'is', null)
        .execute();
      return true;
    }),

  endRound: (round, at, post) =>
    db.transaction().execute(async (tx) => {
      const ended = await tx
        .updateTable('round')
        .set({ ended_at: at, paused_at: null, paused_why: null })
        .where('id', '=', round)
        .where('ended_at', 'is', null)
        .where(({ exists, not, selectFrom }) =>
          not(
            exists(
              selectFrom('round_question').select('round').where('round', '=', round).where('revealed_at', 'is', null),
            ),
          ),
        )
        .executeTakeFirst();
      if (ended.numUpdatedRows === 0n) return false;
      await postQueries(tx).addPost(post);
      return true;
    }),
});

const pauseQueries = (db: Db): Pick<RoundStore, 'pauseRound' | 'resumeRound'> => ({
  pauseRound: (round, why, at, posts) =>
    db.transaction().execute(async (tx) => {
      const paused = await tx
        .updateTable('round')
        .set({ paused_at: at, paused_why: why })
        .where('id', '=', round)
        .where('ended_at', 'is', null)
        .where('paused_at', 'is', null)
        .where('pace', '=', 'timed')
        .executeTakeFirst();
      if (paused.numUpdatedRows === 0n) return false;
      // A question whose time is up stays so: what is left is kept of what has not passed yet.
      await tx
        .updateTable('round_question')
        .set(({ eb }) => ({ left_ms: eb('closes_at', '-', at), closes_at: null }))
        .where('round', '=', round)
        .where('revealed_at', 'is', null)
        .where('closes_at', '>', at)
        .execute();
      await tx
        .updateTable('round_question')
        .set(({ eb }) => ({
          left_ms: eb
            .case()
            .when('onward_at', '>', at)
            .then(eb('onward_at', '-', at))
            .else(0)
            .end(),
          onward_at: null,
        }))
        .where('round', '=', round)
        .where('onward_at', 'is not', null)
        .execute();
      for (const post of posts) await postQueries(tx).addPost(post);
      return true;
    }),

  resumeRound: (round, at, posts) =>
    db.transaction().execute(async (tx) => {
      const resumed = await tx
        .updateTable('round')
        .set({ paused_at: null, paused_why: null, resumed_at: at })
        .where('id', '=', round)
        .where('ended_at', 'is', null)
        .where('paused_at', 'is not', null)
        .executeTakeFirst();
      if (resumed.numUpdatedRows === 0n) return false;
      for (const post of posts) await postQueries(tx).addPost(post);
      return true;
    }),
});

const roundsOf = (db: Db, { platform, space }: Space) =>
  db.selectFrom('round').selectAll().where('platform', '=', platform).where('space', '=', space);
