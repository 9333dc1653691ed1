import type { GroupStore } from '../tutor/store/group.ts';
import { countedIn, misconceptions, recalled } from './counted.ts';
import type { Db } from './schema.ts';

/** What a group responded, counted as far as the database can. */
export const groupQueries = (db: Db): GroupStore => ({
  async groupTallies(space, { from, to }) {
    const rows = await countedIn(db, space)
      .select(({ fn }) => ['review.learner', 'review.item', 'review.concept', fn.countAll().as('responses')])
      .select([misconceptions.as('misconceptions'), recalled.as('recalled')])
      .where('review.reviewed_at', '>=', from)
      .where('review.reviewed_at', '<', to)
      .groupBy(['review.learner', 'review.item', 'review.concept', misconceptions])
      .execute();
    return rows.map(({ responses, recalled, misconceptions, ...same }) => ({
      ...same,
      misconceptions: JSON.parse(misconceptions) as string[],
      responses: Number(responses),
      recalled: Number(recalled),
    }));
  },

  async groupResponses(space, { from, to }, { concept, after, most }) {
    const members = await countedIn(db, space)
      .select(({ fn }) => ['review.learner', fn.min('review.number').as('first')])
      .groupBy('review.learner')
      .orderBy('first')
      .execute();
    const numbers = new Map(members.map(({ learner }, place) => [learner, place + 1]));
    const all = countedIn(db, space).where('review.reviewed_at', '>=', from).where('review.reviewed_at', '<', to);
    const wanted = concept === undefined ? all : all.where('review.concept', '=', concept);
    const rows = await db
      // Which they are is found in an index alone, and only then is what they are read.
      .selectFrom(wanted.select('review.number').orderBy('review.number').limit(most).offset(after).as('wanted'))
      .innerJoin('review', 'review.number', 'wanted.number')
      .innerJoin('presentation', 'presentation.id', 'review.presentation')
      .leftJoin('appeal_accepted', 'appeal_accepted.presentation', 'review.presentation')
      .select(['review.learner', 'review.item', 'review.concept', 'review.response', 'review.verdict', 'review.score'])
      .select([misconceptions.as('misconceptions'), 'review.hints', 'review.reviewed_at', 'presentation.origin'])
      .select('appeal_accepted.accepted_at')
      .orderBy('review.number')
      .execute();
    return rows.map(({ learner, misconceptions, reviewed_at, accepted_at, ...same }) => ({
      ...same,
      ...(accepted_at !== null && { verdict: 'correct' as const, score: 1 }),
      member: numbers.get(learner) ?? 0,
      misconceptions: JSON.parse(misconceptions) as string[],
      at: reviewed_at,
    }));
  },
});
