import type { Migration } from '../migration.ts';

/** How often each item was put to a learner is counted from an index alone: with every question it is. */
export const itemsPut: Migration = async (schema) => {
  await schema.createIndex('presentation_item').on('presentation').columns(['learner', 'item', 'put_at']).execute();
};
