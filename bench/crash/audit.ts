import { sql } from 'kysely';
import { openDatabase } from '../../src/store/open-store.ts';
import { rebuild } from '../../src/store/rebuild.ts';
import type { Db } from '../../src/store/schema.ts';
import { pickFaults, promptFaults, roundFaults } from './audit-groups.ts';
import { scoreFaults } from './audit-scores.ts';
import type { Ledger } from './ledger.ts';
import type { Person } from './person.ts';

/** What was counted, and each fault in a sentence. */
export interface Audit {
  readonly counts: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

/** Holds a database against what people know to have happened. */
export async function auditDatabase(database: string, ledger: Ledger, people: readonly Person[]): Promise<Audit> {
  const db = await openDatabase(database);
  try {
    const reviews = await db.selectFrom('review').selectAll().orderBy('number').execute();
    const own = reviews.filter(({ presentation }) => ledger.responses.has(presentation));
    const faults = [
      ...responseFaults(ledger, reviews),
      ...(await pickFaults(db, ledger, people)),
      ...(await roundFaults(db)),
      ...(await promptFaults(db)),
      ...(await scoreFaults(db)),
      ...[...(await rebuild(db))].flatMap(([table, rows]) =>
        rows > 0 ? [`${rows} rows of ${table} are not what the reviews say`] : [],
      ),
    ];
    const acknowledged = [...ledger.responses.values()].filter((given) => given.isAcknowledged).length;
    const counts = {
      'responses acknowledged': acknowledged,
      'responses kept': own.length,
      'reviews from rounds and prompts': reviews.length - own.length,
      'picks confirmed': [...ledger.picks.values()].filter(({ confirmed }) => confirmed !== undefined).length,
      rounds: await countOf(db, 'round'),
      'questions of rounds': await countOf(db, 'round_question'),
      prompts: await countOf(db, 'daily_prompt'),
      posts: await countOf(db, 'post'),
    };
    return { counts, faults };
  } finally {
    await db.destroy();
  }
}

type Row = { readonly presentation: string; readonly response: string };

/** Each acknowledged response is there once, and none that nobody gave. */
function responseFaults(ledger: Ledger, reviews: readonly Row[]): readonly string[] {
  const kept = Map.groupBy(reviews, ({ presentation }) => presentation);
  const missing = [...ledger.responses].flatMap(([id, { response, isAcknowledged }]) => {
    const [row] = kept.get(id) ?? [];
    if (row === undefined) return isAcknowledged ? [`the response to ${id} was acknowledged and is not there`] : [];
    return row.response === response ? [] : [`the response to ${id} was ${response} and is ${row.response}`];
  });
  const double = [...kept].flatMap(([id, rows]) => (rows.length > 1 ? [`${id} has ${rows.length} reviews`] : []));
  return [...missing, ...double];
}

async function countOf(db: Db, table: 'round' | 'round_question' | 'daily_prompt' | 'post'): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db);
  return Number(rows[0]?.count);
}
