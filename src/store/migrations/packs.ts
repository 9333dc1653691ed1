import { type SchemaModule, sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** Which packs a place uses, the packs it has added itself, and the questions that were drafted there. */
export const packs: Migration = async (schema, { rowNumber }) => {
  await schema
    .createTable('pack_switch')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('space', 'text', (column) => column.notNull())
    .addColumn('pack', 'text', (column) => column.notNull())
    .addColumn('is_on', 'integer', (column) => column.notNull())
    .addColumn('switched_by', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('switched_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('pack_switch_key', ['platform', 'space', 'pack'])
    .execute();
  await ownPackTable(schema, rowNumber);
  await itemDraftTable(schema, rowNumber);
};

async function ownPackTable(schema: SchemaModule, rowNumber: string): Promise<void> {
  await schema
    .createTable('own_pack')
    .addColumn('number', sql.raw(rowNumber))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('space', 'text', (column) => column.notNull())
    .addColumn('pack', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('offered_by', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('offered_at', 'bigint', (column) => column.notNull())
    .addColumn('kept_by', 'text', (column) => column.references('learner.id'))
    .addColumn('kept_at', 'bigint')
    .addColumn('removed_by', 'text', (column) => column.references('learner.id'))
    .addColumn('removed_at', 'bigint')
    .execute();
  await schema
    .createIndex('own_pack_live')
    .on('own_pack')
    .columns(['platform', 'space', 'pack'])
    .unique()
    .where(sql<boolean>`kept_at is not null and removed_at is null`)
    .execute();
}

async function itemDraftTable(schema: SchemaModule, rowNumber: string): Promise<void> {
  await schema
    .createTable('item_draft')
    .addColumn('number', sql.raw(rowNumber))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('space', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('drafted_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('settled_by', 'text', (column) => column.references('learner.id'))
    .addColumn('settled_at', 'bigint')
    .execute();
  await schema.createIndex('item_draft_place').on('item_draft').columns(['platform', 'space', 'state']).execute();
}
