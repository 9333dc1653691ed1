import type { Migration } from '../migration.ts';

/** Reviews that learners took back; they stay in the log. */
export const withdrawals: Migration = async (schema) => {
  await schema
    .createTable('withdrawal')
    .addColumn('presentation', 'text', (column) => column.primaryKey().references('review.presentation'))
    .addColumn('learner', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('withdrawn_at', 'bigint', (column) => column.notNull())
    .execute();
};
