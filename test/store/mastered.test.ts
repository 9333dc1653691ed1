import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { HOUR, later } from '../../src/base/time.ts';
import { ratingOf } from '../../src/learning/rating.ts';
import { mastered } from '../../src/store/migrations/mastered.ts';
import { openDatabase, storeOn } from '../../src/store/open-store.ts';
import { rebuild } from '../../src/store/rebuild.ts';
import type { Db } from '../../src/store/schema.ts';
import { SQLITE_WORDS } from '../../src/store/sqlite.ts';
import type { LearnerId } from '../../src/tutor/store/account.ts';
import { aPresentation, aReview, NOON } from '../support/store.ts';

const SERVERS = ['T1', 'T2'] as const;
const VERDICTS = ['correct', 'correct', 'correct', 'incorrect'] as const;

/** Learners who respond in two servers, alone and with others, with an appeal accepted now and then. */
async function history(seed: number): Promise<Db> {
  const db = await openDatabase(':memory:');
  const store = storeOn(db);
  const rng = seededRng(seed);
  const learners: LearnerId[] = [];
  for (const user of ['anna', 'ben', 'cleo'])
    learners.push(await store.learnerOf({ platform: 'slack', space: 'T1', user }, NOON));
  for (let i = 0; i < 300; i++) {
    const learner = learners[rng.integer(0, 2)]!;
    const where = { platform: 'slack', space: SERVERS[rng.integer(0, 1)]! } as const;
    const concept = `concept-${rng.integer(0, 4)}`;
    const put = aPresentation(learner, `p${i}`, { concept, putAt: later(NOON, i * 5 * HOUR), where });
    const verdict = VERDICTS[rng.integer(0, 3)]!;
    const review = aReview(put, { verdict, rating: ratingOf(verdict) });
    if (i % 3 === 0) await store.addReviews([{ presentation: put, review }]);
    else {
      await store.addPresentation(put);
      await store.addReview(review);
    }
    if (verdict !== 'incorrect' || i % 2 === 0) continue;
    const report = {
      id: `r${i}`,
      kind: 'appeal',
      presentation: put.id,
      learner,
      item: put.item,
      where,
      at: NOON,
    } as const;
    await store.addReport(report, 'I meant it.');
    await store.acceptAppeal(where, report.id, { by: learner, at: NOON });
  }
  return db;
}

const rowsIn = (db: Db) =>
  db.selectFrom('mastered').selectAll().orderBy('space').orderBy('learner').orderBy('concept').execute();

test.each([1, 2, 3])(
  'what is mastered is kept as the log gives it, and so a new table is filled (seed %i)',
  async (seed) => {
    const db = await history(seed);
    const kept = await rowsIn(db);
    expect(kept.length).toBeGreaterThan(5);
    expect((await rebuild(db)).get('mastered')).toBe(0);
    for (const gone of ['drop index review_period', 'drop table mastered']) await sql.raw(gone).execute(db);
    await mastered(db.schema, SQLITE_WORDS, db);
    expect(await rowsIn(db)).toEqual(kept);
  },
);

test('what was changed or made up is put right, and counted', async () => {
  const db = await history(1);
  const kept = await rowsIn(db);
  const [{ concept, ...of }] = kept as [(typeof kept)[0]];
  await db
    .updateTable('mastered')
    .set({ concept: 'never-asked' })
    .where((where) => where.and({ ...of, concept }))
    .execute();
  expect((await rebuild(db)).get('mastered')).toBe(2);
  expect(await rowsIn(db)).toEqual(kept);
});
