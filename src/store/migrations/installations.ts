import type { Migration } from '../migration.ts';

/** What each workspace that installed the app granted, sealed by the platform's adapter. */
export const installations: Migration = async (schema) => {
  await schema
    .createTable('installation')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('space', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('kept_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('installation_key', ['platform', 'space'])
    .execute();
};
