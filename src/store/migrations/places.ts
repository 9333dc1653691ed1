import { sql } from 'kysely';
import type { Migration } from '../migration.ts';

/**
 * Where a review was put stands with it too, as its presentation has it: so that boards are counted from an index
 * alone, in the order in which they look.
 */
export const places: Migration = async (schema, _, db) => {
  for (const column of ['platform', 'space']) await schema.alterTable('review').addColumn(column, 'text').execute();
  await sql`update review set
    platform = (select platform from presentation where presentation.id = review.presentation),
    space = (select space from presentation where presentation.id = review.presentation)`.execute(db);
  await schema
    .createIndex('review_place')
    .on('review')
    .columns([
      'platform',
      'space',
      'learner',
      'concept',
      'number desc',
      'verdict',
      'hints',
      'reviewed_at',
      'presentation',
    ])
    .execute();
  await schema
    .createIndex('presentation_place')
    .on('presentation')
    .columns(['platform', 'space', 'channel', 'put_at', 'learner'])
    .execute();
};
