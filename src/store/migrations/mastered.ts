import { sql } from 'kysely';
import type { Migration } from '../migration.ts';

/**
 * Which concepts each learner has mastered in each server stands by itself, so that a board is counted without reading
 * all responses; and what was responded in a week is found by its time.
 */
export const mastered: Migration = async (schema, _, db) => {
  await schema
    .createTable('mastered')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('space', 'text', (column) => column.notNull())
    .addColumn('learner', 'text', (column) => column.notNull().references('learner.id'))
    .addColumn('concept', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('mastered_key', ['platform', 'space', 'learner', 'concept'])
    .execute();
  await schema.createIndex('mastered_learner').on('mastered').column('learner').execute();
  // The last three responses right, on two days of UTC or more.
  await sql`insert into mastered (platform, space, learner, concept)
    select platform, space, learner, concept from (
      select review.platform, review.space, review.learner, review.concept, review.reviewed_at,
        case when review.verdict = 'correct' or appeal_accepted.accepted_at is not null then 1 else 0 end as was_right,
        row_number() over (partition by review.platform, review.space, review.learner, review.concept order by review.number desc) as place
      from review left join appeal_accepted on appeal_accepted.presentation = review.presentation
      where review.platform is not null and review.space is not null) as latest
    where place <= 3 and was_right = 1
    group by platform, space, learner, concept
    having count(*) = 3 and min(reviewed_at) / 86400000 < max(reviewed_at) / 86400000`.execute(db);
  await schema
    .createIndex('review_period')
    .on('review')
    .columns(['platform', 'space', 'reviewed_at', 'learner', 'verdict', 'hints', 'presentation'])
    .execute();
};
