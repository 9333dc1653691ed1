import type { Db } from '../../src/store/schema.ts';
import type { LearnerId } from '../../src/tutor/store/account.ts';
import { type Ledger, pickKey } from './ledger.ts';
import type { Person } from './person.ts';

/** What was confirmed last stands, unless the same person has sent another that was not answered. */
export async function pickFaults(db: Db, ledger: Ledger, people: readonly Person[]): Promise<readonly string[]> {
  const accounts = await db.selectFrom('account').selectAll().execute();
  const personOf = new Map(
    accounts.map(({ learner, platform, space, user_id: user }) => [
      learner,
      people.find((each) => each.platform === platform && each.space === space && each.user === user),
    ]),
  );
  const inRounds = await db.selectFrom('round_response').select(['round', 'number', 'learner', 'response']).execute();
  const inPrompts = await db.selectFrom('daily_response').select(['prompt', 'learner', 'response']).execute();
  const kept = new Map<string, string>();
  const keep = (learner: LearnerId, question: string, response: string) => {
    const person = personOf.get(learner);
    if (person) kept.set(pickKey(person, question), response);
  };
  for (const { round, number, learner, response } of inRounds) keep(learner, `#${round}.${number}`, response);
  for (const { prompt, learner, response } of inPrompts) keep(learner, `#${prompt}`, response);
  return [...ledger.picks].flatMap(([key, { sent, confirmed }]) => {
    const stands = kept.get(key);
    if (stands === undefined) return confirmed === undefined ? [] : [`the pick ${key} was confirmed and is not there`];
    if (!sent.has(stands)) return [`the pick ${key} is ${stands}, which nobody sent`];
    return confirmed === undefined || sent.size > 1 || stands === confirmed
      ? []
      : [`the pick ${key} was ${confirmed} and is ${stands}`];
  });
}

/** A round that has revealed a question has logged each response to it once. */
export async function roundFaults(db: Db): Promise<readonly string[]> {
  const questions = await db.selectFrom('round_question').selectAll().execute();
  const twice = [...Map.groupBy(questions, ({ round, item }) => `${round} ${item}`)].flatMap(([key, rows]) =>
    rows.length > 1 ? [`the round and item ${key} is there ${rows.length} times`] : [],
  );
  const running = await db.selectFrom('round').select(['space', 'channel']).where('ended_at', 'is', null).execute();
  const ambiguous = [...Map.groupBy(running, ({ space, channel }) => `${space} ${channel}`)].flatMap(([key, rows]) =>
    rows.length > 1 ? [`in ${key} ${rows.length} rounds run at once`] : [],
  );
  const logged: string[] = [];
  for (const { round, number, revealed_at, skipped } of questions) {
    if (revealed_at === null || skipped === 1) continue;
    const responses = await db
      .selectFrom('round_response')
      .select('learner')
      .where('round', '=', round)
      .where('number', '=', number)
      .execute();
    const reviews = await db
      .selectFrom('review')
      .select('presentation')
      .where('presentation', 'like', `${round}.${number}.%`)
      .execute();
    if (responses.length !== reviews.length)
      logged.push(`question ${number} of ${round} has ${responses.length} responses and ${reviews.length} reviews`);
  }
  return [...twice, ...ambiguous, ...logged];
}

export async function promptFaults(db: Db): Promise<readonly string[]> {
  const prompts = await db.selectFrom('daily_prompt').select(['schedule', 'local_date']).execute();
  return [...Map.groupBy(prompts, ({ schedule, local_date }) => `${schedule} on ${local_date}`)].flatMap(
    ([key, rows]) => (rows.length > 1 ? [`the schedule ${key} has ${rows.length} prompts`] : []),
  );
}
