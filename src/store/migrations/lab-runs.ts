import type { Migration } from '../migration.ts';

/** The labs that learners began, how they ended, and the hints that were taken in them. */
export const labRuns: Migration = async (schema) => {
  await schema
    .createTable('lab_run')
    // That of its world, which is kept after it: a run that is there already must leave no world behind.
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('learner', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('lab', 'text', (column) => column.notNull())
    .addColumn('fault', 'text')
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('seed', 'integer', (column) => column.notNull())
    .addColumn('turn', 'integer', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .addColumn('finished_in', 'integer')
    .addColumn('finished_with', 'integer')
    .addColumn('solution_at', 'bigint')
    .addUniqueConstraint('lab_run_once', ['learner', 'lab', 'attempt'])
    .execute();
  await schema
    .createTable('lab_hint')
    .addColumn('run', 'text', (column) => column.notNull().references('lab_run.id'))
    .addColumn('check_number', 'integer', (column) => column.notNull())
    .addColumn('rung', 'integer', (column) => column.notNull())
    .addColumn('taken_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('lab_hint_once', ['run', 'check_number', 'rung'])
    .execute();
};
