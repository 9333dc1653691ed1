import { type QueryExecutorProvider, sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** Which misconceptions a question could have shown stands with its review; of reviews before, as their presentations have it. */
export const offered: Migration = async (schema, _, db) => {
  await schema
    .alterTable('review')
    .addColumn('offered', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute();
  for (let rows = await reviewsAfter(db, 0); rows.length > 0; rows = await reviewsAfter(db, rows.at(-1)?.number ?? 0))
    for (const { number, body } of rows)
      await sql`update review set offered = ${JSON.stringify(idsIn(body))} where number = ${number}`.execute(db);
};

const AT_ONCE = 500;

async function reviewsAfter(db: QueryExecutorProvider, number: number) {
  const { rows } = await sql<{ readonly number: number; readonly body: string }>`
    select review.number, presentation.body from review join presentation on presentation.id = review.presentation
    where review.number > ${number} order by review.number limit ${AT_ONCE}`.execute(db);
  return rows;
}

function idsIn(body: string): readonly string[] {
  const { misconceptions = {} } = JSON.parse(body) as { readonly misconceptions?: object };
  return Object.keys(misconceptions);
}
