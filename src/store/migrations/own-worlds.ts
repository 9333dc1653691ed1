import type { Migration } from '../migration.ts';

/** The world of the zones that a learner brought, beside the sandbox on the desk. */
export const ownWorlds: Migration = async (schema) => {
  await schema
    .alterTable('desk')
    .addColumn('own', 'text', (column) => column.references('world.id'))
    .execute();
};
