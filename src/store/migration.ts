import type { SchemaModule } from 'kysely';

/** One step from a schema to the next. It names tables as they then were, so it knows nothing of `schema.ts`. */
export type Migration = (schema: SchemaModule, words: DialectWords) => Promise<void>;

/** What SQLite and PostgreSQL spell differently. */
export interface DialectWords {
  /** The type of a primary key that the database counts up by itself. */
  readonly rowNumber: string;
}
