import { sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** What names a step of a world and all before it, and the action that it was; of steps kept before, that is not known. */
export const stepTokens: Migration = async (schema, { randomText }, db) => {
  await schema.alterTable('world_step').addColumn('token', 'text').execute();
  await schema.alterTable('world_step').addColumn('action', 'text').execute();
  await sql`update world_step set token = ${sql.raw(randomText)}`.execute(db);
};
