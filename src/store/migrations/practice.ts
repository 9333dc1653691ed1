import type { Migration } from '../migration.ts';

/** How a question came to be put, what help was taken and how sure the learner was; and what people have set. */
export const practice: Migration = async (schema) => {
  await schema
    .alterTable('presentation')
    .addColumn('origin', 'text', (column) => column.notNull().defaultTo('quiz'))
    .execute();
  await schema
    .alterTable('presentation')
    .addColumn('hints', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  for (const column of ['platform', 'space', 'channel'])
    await schema.alterTable('presentation').addColumn(column, 'text').execute();
  await schema
    .alterTable('review')
    .addColumn('hints', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await schema.alterTable('review').addColumn('sure', 'integer').execute();
  await schema
    .createTable('setting')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('set_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('setting_key', ['scope', 'subject', 'name'])
    .execute();
};
