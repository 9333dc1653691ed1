import type { Migration } from '../migration.ts';

/** Labs that several people work in together: the code that others join by, and who has which role. */
export const labSeats: Migration = async (schema) => {
  await schema
    .createTable('lab_pair')
    .addColumn('run', 'text', (column) => column.primaryKey().references('lab_run.id'))
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .execute();
  await schema
    .createTable('lab_seat')
    .addColumn('run', 'text', (column) => column.notNull().references('lab_run.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('learner', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('joined_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('lab_seat_once', ['run', 'role'])
    .addUniqueConstraint('lab_seat_one_each', ['run', 'learner'])
    .execute();
};
