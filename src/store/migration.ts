import type { QueryExecutorProvider, SchemaModule } from 'kysely';

/**
 * One step from a schema to the next. It names tables as they then were, so it knows nothing of `schema.ts`.
 * @param db for what has to be filled in, by SQL as it is written
 */
export type Migration = (schema: SchemaModule, words: DialectWords, db: QueryExecutorProvider) => Promise<void>;

/** What SQLite and PostgreSQL spell differently. */
export interface DialectWords {
  /** The type of a primary key that the database counts up by itself. */
  readonly rowNumber: string;
  /** An expression for a text that never comes twice, another for each row. */
  readonly randomText: string;
  /** Whether an index may hold texts of any length; where not, a row with long ones is refused. Source: PostgreSQL 15, §11.9. */
  readonly indexesHoldTexts: boolean;
}
