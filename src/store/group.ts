import { sql } from 'kysely';
import { MINUTE, type Stretch } from '../base/time.ts';
import type { ItemHandling } from '../learning/item-statistics.ts';
import type { Space } from '../tutor/store/account.ts';
import type { GroupStore } from '../tutor/store/group.ts';
import { counted, countedIn, misconceptions, recalled } from './counted.ts';
import type { Db } from './schema.ts';

/** What a group responded, counted as far as the database can. */
export const groupQueries = (db: Db): GroupStore => ({
  async groupTallies(space, { from, to }) {
    const rows = await (space ? countedIn(db, space) : counted(db))
      .select(({ fn }) => [
        'review.learner',
        'review.item',
        'review.version',
        'review.concept',
        fn.countAll().as('responses'),
      ])
      .select([misconceptions.as('misconceptions'), recalled.as('recalled')])
      .where('review.reviewed_at', '>=', from)
      .where('review.reviewed_at', '<', to)
      .groupBy(['review.learner', 'review.item', 'review.version', 'review.concept', misconceptions])
      .execute();
    return rows.map(({ responses, recalled, misconceptions, version, ...same }) => ({
      ...same,
      ...(version !== null && { version }),
      misconceptions: JSON.parse(misconceptions) as string[],
      responses: Number(responses),
      recalled: Number(recalled),
    }));
  },

  async itemHandling(space, within) {
    const times = await timesOf(db, space, within);
    const reported = await reportedOf(db, space, within);
    const byVersion = new Map<string, ItemHandling>();
    for (const { item, version, time } of times)
      byVersion.set(`${item} ${version}`, {
        ...ofVersion(item, version),
        time: Math.round(Number(time)),
        reports: 0,
        open: 0,
      });
    for (const { item, version, reports, open } of reported) {
      const key = `${item} ${version}`;
      const counts = { reports: Number(reports), open: Number(open) };
      byVersion.set(key, { ...(byVersion.get(key) ?? ofVersion(item, version)), ...counts });
    }
    return [...byVersion.values()];
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

const ofVersion = (item: string, version: string | null) => ({ item, ...(version !== null && { version }) });

/** The median time to respond, of what was asked for and not left lying: half an hour is the most that is counted. */
async function timesOf(db: Db, space: Space | undefined, { from, to }: Stretch) {
  const took = sql<number>`review.reviewed_at - presentation.put_at`;
  const timed = (space ? countedIn(db, space) : counted(db))
    .innerJoin('presentation', 'presentation.id', 'review.presentation')
    .where('presentation.origin', '=', 'quiz')
    .where('review.reviewed_at', '>=', from)
    .where('review.reviewed_at', '<', to)
    .where(took, '<=', 30 * MINUTE)
    .select(['review.item', 'review.version', took.as('took')])
    .select(sql<number>`row_number() over (partition by review.item, review.version order by ${took})`.as('place'))
    .select(sql<number>`count(*) over (partition by review.item, review.version)`.as('all'));
  return db
    .selectFrom(timed.as('timed'))
    .select(({ fn }) => ['item', 'version', fn.avg<number>('took').as('time')])
    .where(sql<boolean>`2 * place in ("all", "all" + 1, "all" + 2)`)
    .groupBy(['item', 'version'])
    .execute();
}

/** How many reports and appeals there are of each version, and how many of them are open. */
function reportedOf(db: Db, space: Space | undefined, { from, to }: Stretch) {
  const all = db
    .selectFrom('report')
    .leftJoin('review', 'review.presentation', 'report.presentation')
    .where('reported_at', '>=', from)
    .where('reported_at', '<', to);
  const here = space ? all.where('report.platform', '=', space.platform).where('report.space', '=', space.space) : all;
  return here
    .select(({ fn }) => ['report.item', 'review.version', fn.countAll().as('reports')])
    .select(sql<number>`sum(case when settled_at is null then 1 else 0 end)`.as('open'))
    .groupBy(['report.item', 'review.version'])
    .execute();
}
