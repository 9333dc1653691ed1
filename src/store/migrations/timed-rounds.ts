import { type SchemaModule, sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** Rounds that go by the clock, or stay open for days; pauses, teams, and the first response beside the last. */
export const timedRounds: Migration = async (schema) => {
  await addColumns(schema, 'round', {
    ...{ thread: 'text', pace_ms: 'bigint', closes_at: 'bigint', teams: 'integer' },
    ...{ paused_at: 'bigint', paused_why: 'text', resumed_at: 'bigint' },
  });
  await schema
    .alterTable('round')
    .addColumn('pace', 'text', (column) => column.notNull().defaultTo('host'))
    .execute();
  await schema
    .alterTable('round')
    .addColumn('speed_bonus', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await addColumns(schema, 'round_question', {
    ...{ pace_ms: 'bigint', least_ms: 'bigint', closes_at: 'bigint', left_ms: 'bigint', onward_at: 'bigint' },
  });
  await schema
    .alterTable('round_question')
    .addColumn('skipped', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await addColumns(schema, 'round_response', { first_response: 'text', first_at: 'bigint', left_ms: 'bigint' });
  await seats(schema);
  await schema
    .createIndex('round_by_the_clock')
    .on('round')
    .columns(['pace', 'closes_at'])
    .where(sql.ref('ended_at'), 'is', null)
    .execute();
};

async function addColumns(
  schema: SchemaModule,
  table: string,
  columns: Readonly<Record<string, 'text' | 'integer' | 'bigint'>>,
): Promise<void> {
  for (const [name, type] of Object.entries(columns)) await schema.alterTable(table).addColumn(name, type).execute();
}

async function seats(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('round_seat')
    .addColumn('round', 'text', (column) => column.notNull().references('round.id'))
    .addColumn('learner', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('seat', 'integer', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('round_seat_key', ['round', 'learner'])
    // Of two who come at once, each has a seat of their own, so that no team is counted wrong.
    .addUniqueConstraint('round_seat_once', ['round', 'seat'])
    .execute();
}
