import { sql } from 'kysely';
import { DAY, HOUR, type Instant, later } from '../../src/base/time.ts';
import type { Db } from '../../src/store/schema.ts';
import { serverOf } from './people.ts';

/** Of each server. */
const PROMPTS = 20;
const RESPONSES = 3;
const ROUNDS = 2;
const QUESTIONS = 3;
const POSTED = `{"kind":"posted","message":{"channel":"1","message":"1"}}`;

/** A daily prompt in each server with what came of it so far, and rounds that are over; reports of one learner in a hundred. */
export async function fillServers(db: Db, learners: number, now: Instant): Promise<void> {
  await sql`create temp table server as select space, min(i) as first from crowd group by space`.execute(db);
  await addSchedules(db, now);
  for (let day = PROMPTS; day > 0; day -= 1) await addPrompts(db, day, later(now, -day * DAY));
  for (let number = 1; number <= ROUNDS; number += 1) await addRounds(db, number, later(now, -number * DAY));
  await sql`insert into report (id, kind, presentation, learner, item, platform, space, channel, reported_at, settled_at, outcome)
    select 'r' || number, 'report', id, learner, item, platform, space, channel, put_at,
      case when number % 200 = 0 then null else ${sql.lit(now)} end, case when number % 200 = 0 then null else 'right' end
    from presentation where number % 100 = 0 and number < ${sql.lit(3 * learners)} order by number`.execute(db);
  await sql`drop table server`.execute(db);
}

/** The schedules run in a month, except where it is said when. */
async function addSchedules(db: Db, now: Instant): Promise<void> {
  const date = new Date(later(now, 30 * DAY)).toISOString().slice(0, 10);
  await sql`insert into daily_schedule (id, platform, space, kind, place, address, zone, time, days, made_by, made_at,
      next_run, next_date, untold)
    select 'at-' || space, 'discord', space, 'channel', 'c' || space,
      '{"platform":"discord","space":"' || space || '","kind":"channel","channel":"c' || space || '"}',
      'Etc/UTC', '09:00', '1234567', 'learner-' || first, ${sql.lit(later(now, -PROMPTS * DAY))},
      ${sql.lit(later(now, 30 * DAY))}, ${sql.lit(date)}, 0 from server order by first`.execute(db);
}

async function addPrompts(db: Db, day: number, at: Instant): Promise<void> {
  const [nth, then] = [sql.lit(day), sql.lit(at)];
  const date = sql.lit(new Date(at).toISOString().slice(0, 10));
  await sql`insert into post (key, queue, platform, place, due_at, taken_until, tries, first_tried_at, settled_at, settlement)
    select 'daily:' || space || ':' || ${nth}, 'daily:at-' || space, 'discord',
      '{"platform":"discord","space":"' || space || '","kind":"channel","channel":"c' || space || '"}',
      ${then}, ${then}, 1, ${then}, ${then}, ${sql.lit(POSTED)} from server order by first`.execute(db);
  await sql`insert into daily_prompt
      (id, schedule, local_date, kind, at, item, concept, body, post, outcome, closed_at)
    select 'p' || ${nth} || space, 'at-' || space, ${date}, 'put', ${then}, item, concept, body,
      'daily:' || space || ':' || ${nth}, ${sql.lit(POSTED)}, ${sql.lit(later(at, DAY - HOUR))}
    from server join asked on asked.number = ${nth} order by first`.execute(db);
  await sql`insert into daily_response (prompt, learner, first, first_at, response, responded_at)
    select 'p' || ${nth} || crowd.space, learner, 'a', ${then}, 'a', ${then}
    from crowd join server on server.space = crowd.space where i - first < ${sql.lit(RESPONSES)}`.execute(db);
}

async function addRounds(db: Db, round: number, at: Instant): Promise<void> {
  const [nth, then] = [sql.lit(round), sql.lit(at)];
  await sql`insert into round (id, platform, space, channel, host, questions, pace, speed_bonus, started_at, ended_at)
    select 'o' || ${nth} || space, 'discord', space, 'c' || space, 'learner-' || first, ${sql.lit(QUESTIONS)}, 'host', 0,
      ${then}, ${then} from server order by first`.execute(db);
  for (let number = 1; number <= QUESTIONS; number += 1) {
    await sql`insert into round_question (round, number, item, concept, body, put_at, revealed_at, skipped)
      select 'o' || ${nth} || space, ${sql.lit(number)}, item, concept, body, ${then}, ${then}, 0
      from server join asked on asked.number = ${sql.lit(number)} order by first`.execute(db);
    await sql`insert into round_response (round, number, learner, response, responded_at, first_response, first_at)
      select 'o' || ${nth} || crowd.space, ${sql.lit(number)}, learner, 'a', ${then}, 'a', ${then}
      from crowd join server on server.space = crowd.space where i - first < ${sql.lit(RESPONSES)}`.execute(db);
  }
}

/** Has the prompts of some learners' servers come at a moment. */
export async function makeDue(db: Db, learners: readonly number[], at: Instant): Promise<void> {
  const ids = learners.map((learner) => `at-s${serverOf(learner)}`);
  const date = new Date(at).toISOString().slice(0, 10);
  await sql`update daily_schedule set next_run = ${at}, next_date = ${date} where id in (${sql.join(ids)})`.execute(db);
}
