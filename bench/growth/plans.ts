import type { AskedQuery } from '../../src/store/observe-query.ts';
import { isPostgres } from '../../src/store/postgres.ts';
import type { Db } from '../../src/store/schema.ts';
import { tablesOf } from '../../test/support/privacy.ts';
import { planOf, scansOf } from '../../test/support/query-plans.ts';

/** Tables of fewer rows are rightly read from end to end. */
const SMALL = 2000;
/** What a plan may read, and why. */
const ALLOWED: readonly RegExp[] = [
  /USING INDEX daily_prompt_unknown/, // only prompts of which it is not known yet whether they were posted
];

/** The queries that read a growing table from end to end, each with the step that does. */
export async function scansIn(db: Db, asked: Iterable<AskedQuery>): Promise<readonly string[]> {
  const tables = [...(await tablesOf(db)).keys()];
  const scans: string[] = [];
  for (const query of asked) {
    const steps = isPostgres(db)
      ? await sequential(db, query)
      : (await scansOf(db, tables, query)).map(({ step }) => step);
    for (const step of steps)
      if (!ALLOWED.some((allowed) => allowed.test(step))) scans.push(`${step}, in: ${query.sql.replace(/\s+/g, ' ')}`);
  }
  return scans;
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Node[];
}

async function sequential(db: Db, query: AskedQuery): Promise<readonly string[]> {
  const rows = await planOf<{ 'QUERY PLAN': readonly { Plan: Node }[] }>(db, 'explain (format json)', query);
  const nodes = rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => within(Plan)));
  const read = nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? '');
  const large: string[] = [];
  for (const table of new Set(read)) if ((await rowsIn(db, table)) > SMALL) large.push(`Seq Scan on ${table}`);
  return large;
}

const within = (node: Node): readonly Node[] => [node, ...(node.Plans ?? []).flatMap(within)];

/** As it was counted when the tables were analysed. */
async function rowsIn(db: Db, table: string): Promise<number> {
  const sql = 'select reltuples as rows from pg_class where relname = $1';
  const [row] = await planOf<{ rows: number }>(db, '', { sql, parameters: [table] });
  return Number(row?.rows ?? 0);
}
