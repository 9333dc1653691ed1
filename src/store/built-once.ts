import type { Compilable, CompiledQuery, QueryResult } from 'kysely';
import type { Db } from './schema.ts';

/** Stands in a query for a value that is not known yet. */
class Blank {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query that is built once for each kind of database and then only filled in, for what every response needs: to build one takes
 * longer than it takes SQLite to answer it. What the query looks like must not hang on the values.
 */
export function builtOnce<Values extends object, Row = unknown>(
  names: readonly (keyof Values & string)[],
  build: (db: Db, values: Values) => Compilable<Row>,
): (db: Db, values: Values) => Promise<QueryResult<Row>> {
  const blanks = Object.fromEntries(names.map((name) => [name, new Blank(name)])) as unknown as Values;
  const built = new WeakMap<object, CompiledQuery<Row>>();
  return (db, values) => {
    const { adapter } = db.getExecutor();
    const query = built.get(adapter) ?? build(db, blanks).compile();
    built.set(adapter, query);
    const filled = new Map(Object.entries(values));
    const parameters = query.parameters.map((each) => (each instanceof Blank ? filled.get(each.name) : each));
    return db.executeQuery({ ...query, parameters });
  };
}
