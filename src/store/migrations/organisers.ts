import type { Migration } from '../migration.ts';

/** Who may organise in a server or workspace, besides those who manage it. */
export const organisers: Migration = async (schema) => {
  await schema
    .createTable('organiser')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('space', 'text', (column) => column.notNull())
    .addColumn('member', 'text', (column) => column.notNull())
    .addColumn('allowed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('organiser_key', ['platform', 'space', 'member'])
    .execute();
};
