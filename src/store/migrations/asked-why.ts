import type { Migration } from '../migration.ts';

/** How deep each learner has been led into the reasons of a question. */
export const askedWhy: Migration = async (schema) => {
  await schema
    .createTable('asked_why')
    .addColumn('presentation', 'text', (column) => column.notNull().references('presentation.id'))
    .addColumn('learner', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('level', 'integer', (column) => column.notNull())
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('asked_why_key', ['presentation', 'learner', 'level'])
    .execute();
};
