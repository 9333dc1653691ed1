import type { Migration } from '../migration.ts';

/** What the platforms delivered and was taken, so that what they deliver again is not taken again. */
export const receipts: Migration = async (schema) => {
  await schema
    .createTable('receipt')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('delivery', 'text', (column) => column.notNull())
    .addColumn('claimed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('receipt_key', ['platform', 'delivery'])
    .execute();
  await schema.createIndex('receipt_age').on('receipt').column('claimed_at').execute();
};
