import type { Selectable } from 'kysely';
import type { Space } from '../tutor/store/account.ts';
import type { Round, RoundQuestion, RoundResponse } from '../tutor/store/rounds.ts';
import type { Store } from '../tutor/store.ts';
import type { Db, Tables } from './schema.ts';

type Queries = Pick<
  Store,
  | ('addRound' | 'round' | 'runningRounds' | 'endRound')
  | ('addRoundQuestion' | 'roundQuestions' | 'revealRoundQuestion')
  | ('setRoundResponse' | 'roundResponses')
>;

/**
 * Rounds, their questions and the responses. What hangs on a question being open, or on a round running, is asked in the
 * very statement that writes: SQLite lets one write at a time, so nothing comes in between.
 */
export const roundQueries = (db: Db): Queries => ({
  addRound: ({ id, platform, space, channel, host, concept = null, questions, startedAt }, first) =>
    db.transaction().execute(async (tx) => {
      const added = await tx
        .insertInto('round')
        .values({ id, platform, space, channel, host, concept, questions, started_at: startedAt, ended_at: null })
        .onConflict((conflict) =>
          conflict.columns(['platform', 'space', 'channel']).where('ended_at', 'is', null).doNothing(),
        )
        .executeTakeFirst();
      if (added.numInsertedOrUpdatedRows === 0n) return false;
      return roundQueries(tx).addRoundQuestion(first);
    }),

  async round(space, id) {
    const row = await roundsOf(db, space).where('id', '=', id).executeTakeFirst();
    return row && roundOf(row);
  },

  async runningRounds(space) {
    const rows = await roundsOf(db, space).where('ended_at', 'is', null).orderBy('number').execute();
    return rows.map(roundOf);
  },

  async endRound(round, at) {
    const ended = await db
      .updateTable('round')
      .set({ ended_at: at })
      .where('id', '=', round)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    return ended.numUpdatedRows !== 0n;
  },

  async addRoundQuestion({ round, number, item, concept, body, putAt }) {
    const added = await db
      .insertInto('round_question')
      .columns(['round', 'number', 'item', 'concept', 'body', 'put_at'])
      .expression((of) =>
        of
          .selectFrom('round')
          .select(({ val }) => [
            'id as round',
            val(number).as('number'),
            val(item).as('item'),
            val(concept).as('concept'),
            val(body).as('body'),
            val(putAt).as('put_at'),
          ])
          .where('id', '=', round)
          .where('ended_at', 'is', null),
      )
      .onConflict((conflict) => conflict.columns(['round', 'number']).doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows !== 0n;
  },

  async roundQuestions(round) {
    const rows = await db
      .selectFrom('round_question')
      .selectAll()
      .where('round', '=', round)
      .orderBy('number')
      .execute();
    return rows.map(questionOf);
  },

  async revealRoundQuestion(round, number, at) {
    const revealed = await db
      .updateTable('round_question')
      .set({ revealed_at: at })
      .where('round', '=', round)
      .where('number', '=', number)
      .where('revealed_at', 'is', null)
      .where(({ exists, selectFrom }) =>
        exists(selectFrom('round').select('id').where('id', '=', round).where('ended_at', 'is', null)),
      )
      .executeTakeFirst();
    return revealed.numUpdatedRows !== 0n;
  },

  async setRoundResponse({ round, number, learner, response, at }) {
    const kept = await db
      .insertInto('round_response')
      .columns(['round', 'number', 'learner', 'response', 'responded_at'])
      .expression((of) =>
        of
          .selectFrom('round_question as open')
          .innerJoin('round', 'round.id', 'open.round')
          .select(({ val }) => [
            'open.round',
            'open.number',
            val(learner).as('learner'),
            val(response).as('response'),
            val(at).as('responded_at'),
          ])
          .where('open.round', '=', round)
          .where('open.number', '=', number)
          .where('open.revealed_at', 'is', null)
          .where('round.ended_at', 'is', null),
      )
      .onConflict((conflict) =>
        conflict.columns(['round', 'learner', 'number']).doUpdateSet({ response, responded_at: at }),
      )
      .executeTakeFirst();
    return kept.numInsertedOrUpdatedRows !== 0n;
  },

  async roundResponses(round, learner) {
    const all = db.selectFrom('round_response').selectAll().where('round', '=', round);
    const wanted = learner === undefined ? all : all.where('learner', '=', learner);
    const rows = await wanted.orderBy('number').orderBy('responded_at').orderBy('learner').execute();
    return rows.map(responseOf);
  },
});

const roundsOf = (db: Db, { platform, space }: Space) =>
  db.selectFrom('round').selectAll().where('platform', '=', platform).where('space', '=', space);

const roundOf = (row: Selectable<Tables['round']>): Round => ({
  id: row.id,
  platform: row.platform,
  space: row.space,
  channel: row.channel,
  host: row.host,
  ...(row.concept !== null && { concept: row.concept }),
  questions: row.questions,
  startedAt: row.started_at,
  ...(row.ended_at !== null && { endedAt: row.ended_at }),
});

const questionOf = (row: Selectable<Tables['round_question']>): RoundQuestion => ({
  round: row.round,
  number: row.number,
  item: row.item,
  concept: row.concept,
  body: row.body,
  putAt: row.put_at,
  ...(row.revealed_at !== null && { revealedAt: row.revealed_at }),
});

const responseOf = (row: Selectable<Tables['round_response']>): RoundResponse => ({
  round: row.round,
  number: row.number,
  learner: row.learner,
  response: row.response,
  at: row.responded_at,
});
