import { join } from 'node:path';
import { sql } from 'kysely';
import { DAY, type Instant, later, MINUTE, SECOND } from '../../src/base/time.ts';
import { present } from '../../src/items/present.ts';
import { isPostgres } from '../../src/store/postgres.ts';
import type { Db } from '../../src/store/schema.ts';
import { loadContent } from '../../src/tutor/load-content.ts';
import { questionRecipe, writePresentation, writeRecipe } from '../../src/tutor/stored.ts';
import { fillServers } from './fill-servers.ts';
import { IN_LARGE, IN_SMALL, measured } from './people.ts';

/** For how long all have practised: so long that nothing is outdated. */
const DAYS = 80;
/** How many responses each of those has who are measured, evenly over that time. */
const STEPS = 200;
/** When all others respond too: three times each. */
const OF_ALL: readonly number[] = [40, 110, 190];
/** So many of the shortest questions the others are asked, so that a million learners fit on a disk. */
const SHORT = 150;

/**
 * Fills an empty database with learners who have practised until a moment, and with what servers do besides. The rows come in the
 * order in which they would have come; all is written in SQL, as it would take hours to do it.
 */
export async function fillGrowth(db: Db, learners: number, now: Instant): Promise<void> {
  await db.connection().execute(async (tx) => {
    await unhurried(tx);
    await addPeople(tx, learners, later(now, -DAYS * DAY));
    const questions = await addQuestions(tx);
    for (let step = 0; step < STEPS; step += 1) {
      const at = later(now, Math.floor((step / STEPS - 1) * DAYS * DAY));
      await practise(tx, { who: 'few', step, at, questions });
      if (OF_ALL.includes(step)) await practise(tx, { who: 'many', step, at, questions: SHORT });
    }
    await followUp(tx, now);
    await fillServers(tx, learners, now);
    for (const table of ['crowd', 'few', 'asked']) await sql`drop table ${sql.table(table)}`.execute(tx);
    await settleDown(tx);
  });
}

/** A crash may lose it, and nobody else is there to be in the way. */
async function unhurried(db: Db): Promise<void> {
  if (!isPostgres(db)) return void (await sql`pragma synchronous = off`.execute(db));
  for (const setting of ['statement_timeout = 0', 'synchronous_commit = off', "work_mem = '256MB'"])
    await sql`set ${sql.raw(setting)}`.execute(db);
  await sql`set session characteristics as transaction isolation level read committed`.execute(db);
}

async function settleDown(db: Db): Promise<void> {
  if (isPostgres(db)) await sql`vacuum analyze`.execute(db);
  else await sql`pragma wal_checkpoint(truncate)`.execute(db);
}

/** Everybody, in a table; those who are measured have a place in it, which is the same in each database. */
async function addPeople(db: Db, learners: number, at: Instant): Promise<void> {
  await sql`create temp table crowd as with recursive n (i) as
    (select 0 union all select i + 1 from n where i < ${sql.lit(learners - 1)})
    select i, 'learner-' || i as learner, cast(null as integer) as place,
      's' || case when i < ${sql.lit(IN_LARGE)} then 0 else 1 + (i - ${sql.lit(IN_LARGE)}) / ${sql.lit(IN_SMALL)} end as space
    from n`.execute(db);
  for (const [place, i] of measured(learners).entries())
    await sql`update crowd set place = ${sql.lit(place)} where i = ${sql.lit(i)}`.execute(db);
  await sql`create temp table few as select * from crowd where place is not null`.execute(db);
  await sql`insert into learner (id, made_at) select learner, ${sql.lit(at)} from crowd order by i`.execute(db);
  await sql`insert into account (platform, space, user_id, learner, home)
    select 'discord', space, 'u' || i, learner, learner from crowd order by i`.execute(db);
  await sql`insert into setting (scope, subject, name, value, set_at)
    select 'learner', learner, 'shown', 'on', ${sql.lit(at)} from crowd where i % 2 = 0 order by i`.execute(db);
  await sql`insert into receipt (platform, delivery, claimed_at)
    select 'discord', 'd' || i, ${sql.lit(later(at, 2 * DAYS * DAY))} from crowd order by i`.execute(db);
}

/** The questions as they are put, the shortest first, in a table; returns how many. */
async function addQuestions(db: Db): Promise<number> {
  const { items, packs, catalogue } = loadContent(join(import.meta.dirname, '../..'));
  const all = [...items.values()].flatMap((item) => {
    const pack = packs.get(item.pack);
    const made = pack && present(item, pack, catalogue, 1);
    if (!made?.ok) return [];
    const recipe = questionRecipe(made.value);
    const offered = JSON.stringify(Object.keys(made.value.misconceptions));
    const { version = null } = made.value;
    const written = { body: writePresentation(made.value), recipe: recipe ? writeRecipe(recipe) : null };
    return [{ item: item.id, concept: item.concept, version, offered, ...written }];
  });
  await sql`create temp table asked
    (number integer, item text, concept text, version text, offered text, body text, recipe text)`.execute(db);
  const sorted = all.toSorted((one, other) => one.body.length - other.body.length);
  for (const [number, { item, concept, version, offered, body, recipe }] of sorted.entries())
    await sql`insert into asked values
      (${sql.lit(number)}, ${item}, ${concept}, ${version}, ${offered}, ${body}, ${recipe})`.execute(db);
  return sorted.length;
}

interface Practice {
  readonly who: 'few' | 'many';
  readonly step: number;
  readonly at: Instant;
  readonly questions: number;
}

/** A question put to each of some, and their response: of ten, seven are right. */
async function practise(db: Db, { who, step, at, questions }: Practice): Promise<void> {
  const [nth, then, respondedAt] = [sql.lit(step), sql.lit(at), sql.lit(later(at, 20 * SECOND))];
  const place = sql`(coalesce(place, i) * 31 + ${nth} * 17)`;
  const people = who === 'few' ? sql`few` : sql`(select * from crowd where place is null) as many`;
  const put = sql`from ${people} join asked on asked.number = ${place} % ${sql.lit(questions)} order by i`;
  await sql`insert into world (id, learner, recipe, made_at)
    select 'w' || ${nth} || 'x' || i, learner, recipe, ${then}
    from ${people} join asked on asked.number = ${place} % ${sql.lit(questions)}
    where recipe is not null order by i`.execute(db);
  await sql`insert into presentation
    (id, learner, item, concept, world, body, put_at, origin, hints, reason, platform, space, channel)
    select 'f' || ${nth} || 'x' || i, learner, item, concept,
      case when recipe is null then null else 'w' || ${nth} || 'x' || i end, body,
      ${then}, 'quiz', 0, 'due', 'discord', space, 'c' || space ${put}`.execute(db);
  const isRight = sql`${place} % 10 < 7`;
  await sql`insert into review (presentation, learner, item, version, concept, response, verdict, score, misconceptions,
      offered, rating, reviewed_at, hints, sure, platform, space)
    select 'f' || ${nth} || 'x' || i, learner, item, version, concept, 'a',
      case when ${isRight} then 'correct' else 'incorrect' end, case when ${isRight} then 1 else 0 end, '[]',
      offered, case when ${isRight} then 'good' else 'again' end, ${respondedAt}, 0, null, 'discord', space ${put}`.execute(
    db,
  );
}

/** What follows from the log, as far as it has to be there: about what it would be. */
async function followUp(db: Db, now: Instant): Promise<void> {
  await sql`insert into memory
      (learner, concept, stability, difficulty, due, last_review, last_rating, reps, lapses, phase, step)
    select learner, concept, 5, 5, max(reviewed_at) + ${sql.lit(3 * DAY)}, max(reviewed_at), 'good', count(*), 0, 'review', 0
    from review where reviewed_at < ${sql.lit(later(now, MINUTE))} group by learner, concept`.execute(db);
  await sql`insert into mastered (platform, space, learner, concept)
    select platform, space, learner, concept from review
    group by platform, space, learner, concept having count(*) > 2`.execute(db);
  await sql`insert into desk (learner, sandbox, focus, own)
    select learner, null, max(world), null from presentation group by learner`.execute(db);
}
