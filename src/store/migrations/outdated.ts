import { sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** What finds, without reading the rest, what has grown old enough to be deleted. */
export const outdated: Migration = async (schema) => {
  await schema
    .createIndex('presentation_with_world')
    .on('presentation')
    .column('put_at')
    .where(sql.ref('world'), 'is not', null)
    .execute();
  await schema
    .createIndex('post_settled')
    .on('post')
    .column('settled_at')
    .where(sql.ref('settled_at'), 'is not', null)
    .execute();
};
