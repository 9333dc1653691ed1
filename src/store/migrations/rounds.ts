import { type SchemaModule, sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** Questions put to a whole channel, and what each learner responded to them. */
export const rounds: Migration = async (schema, { rowNumber }) => {
  await roundTable(schema, rowNumber);
  await questions(schema);
  await responses(schema);
};

async function roundTable(schema: SchemaModule, rowNumber: string): Promise<void> {
  await schema
    .createTable('round')
    .addColumn('number', sql.raw(rowNumber))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('space', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('host', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('concept', 'text')
    .addColumn('questions', 'integer', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .execute();
  await schema
    .createIndex('round_running')
    .on('round')
    .columns(['platform', 'space', 'channel'])
    .unique()
    .where(sql.ref('ended_at'), 'is', null)
    .execute();
}

async function questions(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('round_question')
    .addColumn('round', 'text', (column) => column.notNull().references('round.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('concept', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('put_at', 'bigint', (column) => column.notNull())
    .addColumn('revealed_at', 'bigint')
    .addPrimaryKeyConstraint('round_question_key', ['round', 'number'])
    .addUniqueConstraint('round_question_once', ['round', 'item'])
    .execute();
}

async function responses(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('round_response')
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('learner', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('response', 'text', (column) => column.notNull())
    .addColumn('responded_at', 'bigint', (column) => column.notNull())
    // In this order a learner's own in a round stand together.
    .addPrimaryKeyConstraint('round_response_key', ['round', 'learner', 'number'])
    .addForeignKeyConstraint('round_response_to', ['round', 'number'], 'round_question', ['round', 'number'])
    .execute();
}
