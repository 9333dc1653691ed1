import { sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** What is to be said unasked. */
export const posts: Migration = async (schema, { rowNumber }) => {
  await schema
    .createTable('post')
    .addColumn('number', sql.raw(rowNumber))
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('queue', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('replaces', 'text')
    .addColumn('below', 'text')
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('lapses_at', 'bigint')
    .addColumn('taken_until', 'bigint', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('first_tried_at', 'bigint')
    .addColumn('settled_at', 'bigint')
    .addColumn('settlement', 'text')
    .execute();
  const open = sql.ref('settled_at');
  await schema.createIndex('post_due').on('post').columns(['due_at', 'number']).where(open, 'is', null).execute();
  await schema.createIndex('post_queue').on('post').columns(['queue', 'number']).where(open, 'is', null).execute();
};
