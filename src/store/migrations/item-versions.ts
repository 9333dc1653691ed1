import type { Migration } from '../migration.ts';

/** Of which version of its item a review is; unknown of those before. */
export const itemVersions: Migration = async (schema) => {
  await schema.alterTable('review').addColumn('version', 'text').execute();
};
