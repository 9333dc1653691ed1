import { type SchemaModule, sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** Prompts that come by the day. */
export const daily: Migration = async (schema, { rowNumber }) => {
  await schedules(schema);
  await prompts(schema, rowNumber);
  await responses(schema);
};

async function schedules(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('daily_schedule')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('space', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('days', 'text', (column) => column.notNull())
    .addColumn('concept', 'text')
    .addColumn('until', 'text')
    .addColumn('made_by', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('next_run', 'bigint')
    .addColumn('next_date', 'text')
    .addColumn('pause', 'text')
    .addColumn('untold', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('resumed_at', 'bigint')
    .addColumn('removed_at', 'bigint')
    .execute();
  await schema
    .createIndex('daily_schedule_place')
    .on('daily_schedule')
    .columns(['platform', 'space', 'kind', 'place', 'time'])
    .unique()
    .where(sql.ref('removed_at'), 'is', null)
    .execute();
  const due = schema.createIndex('daily_schedule_due').on('daily_schedule').column('next_run');
  await due.where(sql.ref('next_run'), 'is not', null).execute();
  const untold = schema.createIndex('daily_schedule_untold').on('daily_schedule').column('made_by');
  await untold.where(sql.ref('untold'), '=', sql.lit(1)).execute();
  await schema.createIndex('daily_schedule_person').on('daily_schedule').columns(['platform', 'place']).execute();
}

async function prompts(schema: SchemaModule, rowNumber: string): Promise<void> {
  await schema
    .createTable('daily_prompt')
    .addColumn('number', sql.raw(rowNumber))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('schedule', 'text', (column) => column.notNull().references('daily_schedule.id'))
    .addColumn('local_date', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('item', 'text')
    .addColumn('concept', 'text')
    .addColumn('body', 'text')
    .addColumn('post', 'text')
    .addColumn('outcome', 'text')
    .addColumn('closes_at', 'bigint')
    .addColumn('closed_at', 'bigint')
    .addUniqueConstraint('daily_prompt_once', ['schedule', 'local_date'])
    .execute();
  const open = schema.createIndex('daily_prompt_open').on('daily_prompt').columns(['closes_at', 'number']);
  await open.where(sql.ref('closed_at'), 'is', null).where(sql.ref('closes_at'), 'is not', null).execute();
  const unknown = schema.createIndex('daily_prompt_unknown').on('daily_prompt').column('post');
  await unknown.where(sql.ref('outcome'), 'is', null).where(sql.ref('post'), 'is not', null).execute();
  await schema.createIndex('daily_prompt_order').on('daily_prompt').columns(['schedule', 'number']).execute();
}

async function responses(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('daily_response')
    .addColumn('prompt', 'text', (column) => column.notNull().references('daily_prompt.id'))
    .addColumn('learner', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('first', 'text', (column) => column.notNull())
    .addColumn('first_at', 'bigint', (column) => column.notNull())
    .addColumn('response', 'text', (column) => column.notNull())
    .addColumn('responded_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('daily_response_key', ['prompt', 'learner'])
    .execute();
}
