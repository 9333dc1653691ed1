import { sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** What is looked for each hour: sandboxes that were put aside, and what took their place. */
export const putAside: Migration = async (schema) => {
  await schema
    .createIndex('world_by_kind')
    .on('world')
    .expression(sql`substr(recipe, 1, 16)`)
    .column('made_at')
    .execute();
  await schema.createIndex('world_of_learner').on('world').columns(['learner', 'made_at']).execute();
};
