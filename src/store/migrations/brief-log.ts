import type { Migration } from '../migration.ts';

/** What scores and misconceptions are reckoned from, and read of all of a learner's reviews with every question put to them. */
const BRIEF = ['presentation', 'concept', 'verdict', 'score', 'misconceptions', 'offered', 'hints', 'reviewed_at'];

/**
 * A learner's reviews lie far from each other, written as they came among everybody's. So what is read of all of them is
 * kept together in the index that finds them, where an index can hold it.
 */
export const briefLog: Migration = async (schema, { indexesHoldTexts }) => {
  if (!indexesHoldTexts) return;
  await schema.dropIndex('review_order').execute();
  await schema
    .createIndex('review_order')
    .on('review')
    .columns(['learner', 'number', ...BRIEF])
    .execute();
};
