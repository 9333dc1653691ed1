import type { Migration } from '../migration.ts';

/** Why a question was put, as far as that is known. */
export const reasons: Migration = async (schema) => {
  await schema.alterTable('presentation').addColumn('reason', 'text').execute();
};
