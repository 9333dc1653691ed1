import { sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** What it takes for accounts to be one learner, and to be taken apart again. */
export const links: Migration = async (schema, { rowNumber }, db) => {
  await schema
    .alterTable('account')
    .addColumn('home', 'text', (column) => column.references('learner.id'))
    .execute();
  await sql`update account set home = learner`.execute(db);
  await schema.createIndex('account_of_learner').on('account').column('learner').execute();
  await schema
    .createTable('linked_row')
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('home', 'text', (column) => column.notNull().references('learner.id'))
    .addPrimaryKeyConstraint('linked_row_key', ['place', 'key'])
    .execute();
  await schema.createIndex('linked_row_home').on('linked_row').columns(['home', 'place', 'key']).execute();
  await schema
    .createTable('link_code')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('space', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .execute();
  await schema
    .createTable('link_try')
    .addColumn('number', sql.raw(rowNumber))
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('space', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('tried_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('link_try_of')
    .on('link_try')
    .columns(['platform', 'space', 'user_id', 'tried_at'])
    .execute();
};
