import { type SchemaModule, sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** What learners say is wrong with a question, or with how they were graded; and which of the appeals were accepted. */
export const reports: Migration = async (schema, { rowNumber }) => {
  await reportTable(schema, rowNumber);
  await schema
    .createTable('report_words')
    .addColumn('number', sql.raw(rowNumber))
    .addColumn('report', 'text', (column) => column.notNull().references('report.id'))
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('said_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('report_words_once', ['report', 'words'])
    .execute();
  await schema
    .createTable('appeal_accepted')
    .addColumn('presentation', 'text', (column) => column.primaryKey().references('presentation.id'))
    .addColumn('report', 'text', (column) => column.notNull().references('report.id'))
    .addColumn('accepted_by', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('accepted_at', 'bigint', (column) => column.notNull())
    .execute();
};

async function reportTable(schema: SchemaModule, rowNumber: string): Promise<void> {
  await schema
    .createTable('report')
    .addColumn('number', sql.raw(rowNumber))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('presentation', 'text', (column) => column.notNull().references('presentation.id'))
    .addColumn('learner', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('space', 'text', (column) => column.notNull())
    .addColumn('channel', 'text')
    .addColumn('reported_at', 'bigint', (column) => column.notNull())
    .addColumn('settled_at', 'bigint')
    .addColumn('settled_by', 'text', (column) => column.references('learner.id'))
    .addColumn('outcome', 'text')
    .execute();
  await schema
    .createIndex('report_open')
    .on('report')
    .columns(['presentation', 'learner', 'kind'])
    .unique()
    .where(sql.ref('settled_at'), 'is', null)
    .execute();
}
