import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { LearnerId } from '../../tutor/store/account.ts';
import { ofMany } from '../../tutor/store/presentations.ts';
import type { Holding } from '../../tutor/store/privacy.ts';
import { deferForeignKeys } from '../dialects.ts';
import { LEARNER_COLUMNS } from '../learner-columns.ts';
import { rebuildFor } from '../rebuild.ts';
import type { Db } from '../schema.ts';
import { COVERAGE, type Coverage } from './coverage.ts';
import type { Person } from './person.ts';

/** What is kept of a person, and what would become of it: by the same conditions that `forgetPerson` deletes by. */
export async function holdingsOf(db: Db, person: Person): Promise<readonly Holding[]> {
  const holdings: Holding[] = [];
  for (const covered of COVERAGE) {
    const { rows } = await sql<{ all: number; goes: number }>`select count(*) as "all",
      sum(case when ${goes(covered, person)} then 1 else 0 end) as goes
      from ${sql.table(covered.table)} where ${covered.own(person)}`.execute(db);
    const [all, gone] = [Number(rows[0]?.all ?? 0), Number(rows[0]?.goes ?? 0)];
    if (all > 0) holdings.push({ table: covered.table, goes: gone, stays: all - gone });
  }
  return holdings;
}

/** Deletes what is a person's, in a transaction, and gives what stays to learners that mean nobody. */
export async function forgetPerson(db: Db, person: Person, at: Instant): Promise<void> {
  await deferForeignKeys(db);
  for (const covered of COVERAGE.filter(({ table }) => table !== 'learner')) {
    await sql`delete from ${sql.table(covered.table)}
      where ${covered.own(person)} and ${goes(covered, person)}`.execute(db);
    for (const column of covered.cleared ?? [])
      await sql`update ${sql.table(covered.table)} set ${sql.ref(column)} = null
        where ${covered.own(person)}`.execute(db);
  }
  await clearResponses(db, person);
  // One for each, so that of those whose accounts were linked no two stand in one place.
  for (const id of person.ids) await giveToNobody(db, id, at);
}

const goes = ({ stays }: Coverage, person: Person): RawBuilder<boolean> =>
  stays ? sql<boolean>`not ${stays(person)}` : sql<boolean>`true`;

/** What was typed goes; letters stay, since they say which options were chosen. */
async function clearResponses(db: Db, { ids }: Person): Promise<void> {
  const rows = await db.selectFrom('review').select(['number', 'response']).where('learner', 'in', ids).execute();
  for (const { number, response } of rows)
    if (!/^[a-h](?:[\s,;]+[a-h])*$/i.test(response.trim()))
      await db.updateTable('review').set({ response: '' }).where('number', '=', number).execute();
}

async function giveToNobody(db: Db, id: LearnerId, at: Instant): Promise<void> {
  const nobody = randomUUID() as LearnerId;
  await db.insertInto('learner').values({ id: nobody, made_at: at }).execute();
  for (const { table, column } of LEARNER_COLUMNS)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${nobody} where ${sql.ref(column)} = ${id}`.execute(
      db,
    );
  // The id of what was put to many has the learner's in it.
  const [old, anew] = [ofMany('', id), ofMany('', nobody)];
  for (const { table, column, isTheirs } of NAMED_BY_LEARNER)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = replace(${sql.ref(column)}, ${old}, ${anew})
      where ${isTheirs(nobody)} and ${sql.ref(column)} like ${`%${old}`}`.execute(db);
  await db.deleteFrom('learner').where('id', '=', id).execute();
  await rebuildFor(db, nobody);
}

const byLearner = (id: LearnerId) => sql`learner = ${id}`;
/** Where the ids of presentations stand, and in which rows those of one learner; what is found by another's ids goes first. */
const NAMED_BY_LEARNER = [
  {
    ...{ table: 'appeal_accepted', column: 'presentation' },
    isTheirs: (id: LearnerId) => sql`presentation in (select id from presentation where learner = ${id})`,
  },
  { table: 'presentation', column: 'id', isTheirs: byLearner },
  { table: 'review', column: 'presentation', isTheirs: byLearner },
  { table: 'report', column: 'presentation', isTheirs: byLearner },
] as const;
