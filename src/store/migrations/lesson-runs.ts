import type { Migration } from '../migration.ts';

/** How far each learner has come in the lessons that they began. */
export const lessonRuns: Migration = async (schema) => {
  await schema
    .createTable('lesson_run')
    // That of its world, which is kept after it: a run that is there already must leave no world behind.
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('learner', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('lesson', 'text', (column) => column.notNull())
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('seed', 'integer', (column) => column.notNull())
    .addColumn('step', 'integer', (column) => column.notNull())
    .addColumn('turn', 'integer', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .addUniqueConstraint('lesson_run_once', ['learner', 'lesson', 'attempt'])
    .execute();
};
