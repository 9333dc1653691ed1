import { type SchemaModule, sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** Learners, their worlds, what was put to them, and what they gave. */
export const firstTables: Migration = async (schema, { rowNumber }) => {
  await learners(schema);
  await worlds(schema);
  await presentations(schema, rowNumber);
  await reviews(schema, rowNumber);
  await memories(schema);
};

async function learners(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('learner')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('account')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('space', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('learner', 'text', (column) => column.notNull().references('learner.id'))
    .addPrimaryKeyConstraint('account_key', ['platform', 'space', 'user_id'])
    .execute();
}

async function worlds(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('world')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('learner', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('recipe', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('world_step')
    .addColumn('world', 'text', (column) => column.notNull().references('world.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('command', 'text', (column) => column.notNull())
    .addColumn('events', 'text', (column) => column.notNull())
    .addColumn('taken_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('world_step_key', ['world', 'seq'])
    .execute();
  await schema
    .createTable('desk')
    .addColumn('learner', 'text', (column) => column.primaryKey().references('learner.id'))
    .addColumn('sandbox', 'text', (column) => column.references('world.id'))
    .addColumn('focus', 'text', (column) => column.references('world.id'))
    .execute();
}

async function presentations(schema: SchemaModule, rowNumber: string): Promise<void> {
  await schema
    .createTable('presentation')
    .addColumn('number', sql.raw(rowNumber))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('learner', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('concept', 'text', (column) => column.notNull())
    .addColumn('world', 'text', (column) => column.references('world.id'))
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('put_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('presentation_of_learner', ['id', 'learner'])
    .execute();
  await schema.createIndex('presentation_order').on('presentation').columns(['learner', 'number']).execute();
}

async function reviews(schema: SchemaModule, rowNumber: string): Promise<void> {
  await schema
    .createTable('review')
    .addColumn('number', sql.raw(rowNumber))
    .addColumn('presentation', 'text', (column) => column.notNull().unique())
    .addColumn('learner', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('concept', 'text', (column) => column.notNull())
    .addColumn('response', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('score', 'double precision', (column) => column.notNull())
    .addColumn('misconceptions', 'text', (column) => column.notNull())
    .addColumn('rating', 'text', (column) => column.notNull())
    .addColumn('reviewed_at', 'bigint', (column) => column.notNull())
    // Nobody's review can hang on what was put to somebody else.
    .addForeignKeyConstraint('review_of_own', ['presentation', 'learner'], 'presentation', ['id', 'learner'])
    .execute();
  await schema.createIndex('review_order').on('review').columns(['learner', 'number']).execute();
  await schema.createIndex('review_of_concept').on('review').columns(['learner', 'concept', 'number']).execute();
}

async function memories(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('memory')
    .addColumn('learner', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('concept', 'text', (column) => column.notNull())
    .addColumn('stability', 'double precision', (column) => column.notNull())
    .addColumn('difficulty', 'double precision', (column) => column.notNull())
    .addColumn('due', 'bigint', (column) => column.notNull())
    .addColumn('last_review', 'bigint', (column) => column.notNull())
    .addColumn('last_rating', 'text', (column) => column.notNull())
    .addColumn('reps', 'integer', (column) => column.notNull())
    .addColumn('lapses', 'integer', (column) => column.notNull())
    .addColumn('phase', 'text', (column) => column.notNull())
    .addColumn('step', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('memory_key', ['learner', 'concept'])
    .execute();
}
