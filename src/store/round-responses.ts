import type { LearnerId } from '../tutor/store/account.ts';
import type { NewRoundResponse, RoundResponse, RoundStore } from '../tutor/store/rounds.ts';
import { person } from '../tutor/venue.ts';
import { responseOf } from './round-rows.ts';
import type { Db } from './schema.ts';

type Queries = Pick<RoundStore, 'setRoundResponse' | 'roundResponses' | 'roundSeats' | 'roundPeople'>;

/** What is responded in rounds, and by whom. */
export const roundResponseQueries = (db: Db): Queries => ({
  setRoundResponse: (response) =>
    db.transaction().execute(async (tx) => {
      if (!(await isKept(tx, response))) return false;
      await takeSeat(tx, response);
      return true;
    }),

  roundResponses: (round, learner) => responsesIn(db, round, learner),

  async roundSeats(round) {
    return db
      .selectFrom('round_seat')
      .select(['learner', 'seat', 'number'])
      .where('round', '=', round)
      .orderBy('seat')
      .execute();
  },

  async roundPeople(round, setting) {
    const rows = await db
      .selectFrom('round')
      .innerJoin('round_response as given', 'given.round', 'round.id')
      .innerJoin('account', (join) =>
        join
          .onRef('account.learner', '=', 'given.learner')
          .onRef('account.platform', '=', 'round.platform')
          .onRef('account.space', '=', 'round.space'),
      )
      .leftJoin('setting', (join) =>
        join
          .onRef('setting.subject', '=', 'given.learner')
          .on('setting.scope', '=', 'learner')
          .on('setting.name', '=', setting),
      )
      .where('round.id', '=', round)
      .groupBy(['given.learner', 'setting.value'])
      .select(({ fn }) => ['given.learner', fn.min('account.user_id').as('user'), 'setting.value'])
      .orderBy('user')
      .execute();
    return rows.map(({ learner, user, value }) => ({
      learner,
      member: person(user),
      ...(value !== null && { set: value }),
    }));
  },
});

export async function responsesIn(db: Db, round: string, learner?: LearnerId): Promise<readonly RoundResponse[]> {
  const all = db.selectFrom('round_response').selectAll().where('round', '=', round);
  const wanted = learner === undefined ? all : all.where('learner', '=', learner);
  const rows = await wanted.orderBy('number').orderBy('responded_at').orderBy('learner').execute();
  return rows.map(responseOf);
}

async function isKept(db: Db, { round, number, learner, response, at }: NewRoundResponse): Promise<boolean> {
  const kept = await db
    .insertInto('round_response')
    .columns(['round', 'number', 'learner', 'response', 'responded_at', 'left_ms', 'first_response', 'first_at'])
    .expression((of) =>
      of
        .selectFrom('round_question as open')
        .innerJoin('round', 'round.id', 'open.round')
        .select(({ val, eb, fn, ref }) => [
          'open.round',
          'open.number',
          val(learner).as('learner'),
          val(response).as('response'),
          val(at).as('responded_at'),
          // In a round that is not timed there is nothing to be quick for.
          eb
            .case()
            .when('round.pace', '=', 'timed')
            .then(fn.coalesce(eb('open.closes_at', '-', at), ref('open.left_ms'), ref('open.pace_ms')))
            .end()
            .as('left_ms'),
          val(response).as('first_response'),
          val(at).as('first_at'),
        ])
        .where('open.round', '=', round)
        .where('open.number', '=', number)
        .where('open.revealed_at', 'is', null)
        .where('round.ended_at', 'is', null)
        .where(({ eb, or }) => or([eb('open.closes_at', 'is', null), eb('open.closes_at', '>', at)])),
    )
    .onConflict((conflict) =>
      conflict.columns(['round', 'learner', 'number']).doUpdateSet(({ ref }) => ({
        response,
        responded_at: at,
        left_ms: ref('excluded.left_ms'),
      })),
    )
    .executeTakeFirst();
  return kept.numInsertedOrUpdatedRows !== 0n;
}

/** The next seat, if the round has teams and the learner none yet. Of two at once both come here one after the other. */
async function takeSeat(db: Db, { round, number, learner }: NewRoundResponse): Promise<void> {
  await db
    .insertInto('round_seat')
    .columns(['round', 'learner', 'seat', 'number'])
    .expression((of) =>
      of
        .selectFrom('round')
        .select(({ val, selectFrom }) => [
          'round.id as round',
          val(learner).as('learner'),
          selectFrom('round_seat')
            .select(({ fn, val: value, eb }) => eb(fn.coalesce(fn.max('seat'), value(0)), '+', 1).as('seat'))
            .where('round_seat.round', '=', round)
            .as('seat'),
          val(number).as('number'),
        ])
        .where('round.id', '=', round)
        .where('round.teams', 'is not', null),
    )
    .onConflict((conflict) => conflict.columns(['round', 'learner']).doNothing())
    .execute();
}
