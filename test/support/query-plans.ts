import type { AskedQuery } from '../../src/store/observe-query.ts';
import type { Db } from '../../src/store/schema.ts';

/** A query that reads all rows of a table, or of an index of it, one after the other. */
export interface Scan {
  readonly table: string;
  /** As the database says it. */
  readonly step: string;
}

const PLANNED = /^\s*(select|insert|update|delete|with)\b/i;
const named = (table: string) => new RegExp(`["\\s(]${table}"?\\s+(?:as\\s+)?"?(\\w+)"?`, 'gi');

/** What SQLite would read from end to end; it plans by the schema alone where nobody has had it count rows. */
export async function scansOf(db: Db, tables: readonly string[], asked: AskedQuery): Promise<readonly Scan[]> {
  const rows = await planOf<{ detail: string }>(db, 'explain query plan', asked);
  return rows.flatMap(({ detail: step }) => {
    const [, name] =
      /^SCAN (\w+)/.exec(step) ?? /^SEARCH (\w+) USING AUTOMATIC/.exec(step) ?? allThatHave(step, asked.sql) ?? [];
    const table = name === undefined ? undefined : tableBehind(name, tables, asked.sql);
    return table === undefined ? [] : [{ table, step }];
  });
}

/** What the database would do, as it says it after a word of its own; nothing where that is no matter of plans. */
export async function planOf<Row>(db: Db, word: string, { sql, parameters }: AskedQuery): Promise<readonly Row[]> {
  if (!PLANNED.test(sql)) return [];
  const query = { kind: 'RawNode', sqlFragments: [], parameters: [] } as const;
  const { rows } = await db.executeQuery<Row>({
    ...{ sql: `${word} ${sql}`, parameters, query },
    queryId: { queryId: 'plan' },
  });
  return rows;
}

/** Where all that is known of a column is that it is not null, each row that has it is read. */
function allThatHave(step: string, text: string): RegExpExecArray | undefined {
  const found = /^SEARCH (\w+) .*\((\w+)>\?\)$/.exec(step);
  return found && !new RegExp(`\\b${found[2]}"? *>`).test(text) ? found : undefined;
}

/** The table that a plan means by a name: its own, or what a query calls it; none for what a query has made itself. */
const tableBehind = (name: string, tables: readonly string[], text: string): string | undefined =>
  tables.includes(name)
    ? name
    : tables.find((table) => [...text.matchAll(named(table))].some(([, alias]) => alias === name));
