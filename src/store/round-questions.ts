import { type ExpressionBuilder, sql } from 'kysely';
import type { DurationMs, Instant } from '../base/time.ts';
import type { Mover, RoundStore } from '../tutor/store/rounds.ts';
import { postQueries } from './posts.ts';
import { logReviews } from './reviews.ts';
import { responsesIn } from './round-responses.ts';
import { questionOf, rowOfQuestion } from './round-rows.ts';
import type { Db, Tables } from './schema.ts';

type Queries = Pick<
  RoundStore,
  | ('addRoundQuestion' | 'roundQuestions' | 'closeRoundQuestion')
  | ('setRoundDeadline' | 'setRoundOnward' | 'extendRound')
>;

/** How the questions of a round come, stay open and close. */
export const roundQuestionQueries = (db: Db): Queries => ({
  addRoundQuestion: (question, post, mover) =>
    db.transaction().execute(async (tx) => {
      if (!(await isPut(tx, question, mover))) return false;
      await postQueries(tx).addPost(post);
      if (mover === 'host')
        await tx
          .updateTable('round')
          .set({ paused_at: null, paused_why: null, resumed_at: question.putAt })
          .where('id', '=', question.round)
          .where('paused_at', 'is not', null)
          .execute();
      return true;
    }),

  async roundQuestions(round) {
    const rows = await db
      .selectFrom('round_question')
      .selectAll()
      .where('round', '=', round)
      .orderBy('number')
      .execute();
    return rows.map(questionOf);
  },

  async setRoundDeadline(round, number, closesAt) {
    const set = await oneOf(db, round, number)
      .set({ closes_at: closesAt, left_ms: null })
      .where('revealed_at', 'is', null)
      .where('closes_at', 'is', null)
      .where((of) => runs(of, round, 'clock'))
      .executeTakeFirst();
    return set.numUpdatedRows !== 0n;
  },

  async setRoundOnward(round, number, at) {
    const set = await oneOf(db, round, number)
      .set({ onward_at: at, left_ms: null })
      .where('revealed_at', 'is not', null)
      .where('onward_at', 'is', null)
      .where((of) => runs(of, round, 'clock'))
      .executeTakeFirst();
    return set.numUpdatedRows !== 0n;
  },

  extendRound: (round, by, now, post) =>
    db.transaction().execute(async (tx) => {
      const extended = await tx
        .updateTable('round_question')
        .set(({ eb, fn, ref }) => ({
          closes_at: laterBy(by), // null where no clock runs, as null with anything is
          left_ms: eb
            .case()
            .when('closes_at', 'is', null)
            .then(eb(fn.coalesce(ref('left_ms'), ref('pace_ms')), '+', by))
            .end(),
        }))
        .where('round', '=', round)
        .where('revealed_at', 'is', null)
        .where(({ eb, or }) => or([eb('closes_at', 'is', null), eb('closes_at', '>', now)]))
        .where((of) => runs(of, round, 'host'))
        .where(({ exists, selectFrom }) =>
          exists(selectFrom('round').select('id').where('id', '=', round).where('pace', '!=', 'host')),
        )
        .executeTakeFirst();
      if (extended.numUpdatedRows === 0n) return false;
      await tx
        .updateTable('round')
        .set({ closes_at: laterBy(by) })
        .where('id', '=', round)
        .execute();
      await postQueries(tx).addPost(post);
      return true;
    }),

  closeRoundQuestion: ({ round, number, at, mover, isSkipped, post, outcome }) =>
    db.transaction().execute(async (tx) => {
      const open = oneOf(tx, round, number)
        .set({ revealed_at: at, skipped: Number(isSkipped), left_ms: null })
        .where('revealed_at', 'is', null)
        .where((of) => runs(of, round, mover));
      const closed = await (mover === 'clock' ? open.where('closes_at', '<=', at) : open).executeTakeFirst();
      if (closed.numUpdatedRows === 0n) return false;
      const { reviews, pause } = outcome(await responsesIn(tx, round));
      await logReviews(tx, reviews);
      await postQueries(tx).addPost(post);
      if (pause === undefined) return true;
      await tx.updateTable('round').set({ paused_at: at, paused_why: pause }).where('id', '=', round).execute();
      await oneOf(tx, round, number).set({ left_ms: 0 }).execute();
      return true;
    }),
});

const laterBy = (by: DurationMs) => sql<Instant>`closes_at + ${by}`;

const oneOf = (db: Db, round: string, number: number) =>
  db.updateTable('round_question').where('round', '=', round).where('number', '=', number);

type RoundExpressions = ExpressionBuilder<Tables, keyof Tables & 'round_question'>;

/** The round has not ended; to the clock a paused one stands still. */
function runs({ exists, selectFrom }: RoundExpressions, id: string, mover: Mover) {
  const running = selectFrom('round').select('round.id').where('round.id', '=', id).where('round.ended_at', 'is', null);
  return exists(mover === 'clock' ? running.where('round.paused_at', 'is', null) : running);
}

/** Puts a question if its time has come. */
async function isPut(db: Db, question: Parameters<Queries['addRoundQuestion']>[0], mover: Mover): Promise<boolean> {
  const { round, number, putAt } = question;
  const row = rowOfQuestion(question);
  const added = await db
    .insertInto('round_question')
    .columns(['round', 'number', 'item', 'concept', 'body', 'put_at', 'pace_ms', 'least_ms', 'closes_at', 'skipped'])
    .expression((of) => {
      const before = of
        .selectFrom('round')
        .innerJoin('round_question as last', 'last.round', 'round.id')
        .select(({ val }) => [
          'round.id as round',
          val(number).as('number'),
          val(row.item).as('item'),
          val(row.concept).as('concept'),
          val(row.body).as('body'),
          val(putAt).as('put_at'),
          val(row.pace_ms).as('pace_ms'),
          val(row.least_ms).as('least_ms'),
          val(row.closes_at).as('closes_at'),
          val(0).as('skipped'),
        ])
        .where('round.id', '=', round)
        .where('round.ended_at', 'is', null)
        .where('last.number', '=', number - 1)
        .where('last.revealed_at', 'is not', null);
      return mover === 'host'
        ? before
        : before.where('round.paused_at', 'is', null).where('last.onward_at', '<=', putAt);
    })
    .onConflict((conflict) => conflict.columns(['round', 'number']).doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows !== 0n;
}
