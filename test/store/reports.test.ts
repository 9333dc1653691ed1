import { expect, test } from 'vitest';
import { DAY, later } from '../../src/base/time.ts';
import { memoriesFrom } from '../../src/learning/memory.ts';
import { openDatabase, storeOn } from '../../src/store/open-store.ts';
import { rebuild } from '../../src/store/rebuild.ts';
import type { NewReport } from '../../src/tutor/store/reports.ts';
import type { Review } from '../../src/tutor/store/reviews.ts';
import { aPresentation, aReview, NOON } from '../support/store.ts';

const SPACE = { platform: 'slack', space: 'team' } as const;
const SETTLED = { outcome: 'right', at: later(NOON, DAY) } as const;

async function withAReview(over: Partial<Review> = {}) {
  const db = await openDatabase(':memory:');
  const store = storeOn(db);
  const anna = await store.learnerOf({ ...SPACE, user: 'anna' }, NOON);
  const ben = await store.learnerOf({ ...SPACE, user: 'ben' }, NOON);
  const wrong = { verdict: 'incorrect', score: 0, rating: 'again', misconceptions: ['m'] } as const;
  for (const [place, id] of ['p1', 'p2', 'p3'].entries()) {
    const put = aPresentation(anna, id, { putAt: later(NOON, place * DAY) });
    await store.addPresentation(put);
    await store.addReview(aReview(put, id === 'p2' ? { ...wrong, ...over } : {}));
  }
  const report = (over: Partial<NewReport> = {}): NewReport => ({
    ...{ id: 'r1', kind: 'report', presentation: 'p2', learner: anna, item: 'glue.1', at: NOON, where: SPACE },
    ...over,
  });
  return { db, store, anna, ben, report };
}

test('a report comes back with all that was said, and with who said it', async () => {
  const { store, anna, report } = await withAReview();
  const given = report({ where: { ...SPACE, channel: 'C1' } });
  expect(await store.addReport(given, 'It is `wrong`.\n🌍')).toBe('new');
  expect(await store.addReport({ ...given, id: 'r2' }, 'And unclear.')).toBe('added');
  const kept = { ...given, words: ['It is `wrong`.\n🌍', 'And unclear.'], user: 'anna' };
  expect(await store.openReports(SPACE)).toStrictEqual([kept]);
  expect(await store.reportsBy(anna)).toStrictEqual([kept]);
  expect(await store.report(SPACE, 'r1')).toStrictEqual(kept);
});

test('what is said twice at once is kept once', async () => {
  const { store, report } = await withAReview();
  const said = await Promise.all(['r1', 'r2', 'r3'].map((id) => store.addReport(report({ id }), 'Wrong.')));
  expect(said.toSorted()).toEqual(['new', 'said-before', 'said-before']);
  expect((await store.openReports(SPACE)).map(({ words }) => words)).toEqual([['Wrong.']]);
});

test('a report and an appeal are two; so are one that was settled and one after it', async () => {
  const { store, anna, ben, report } = await withAReview();
  await store.addReport(report(), 'a');
  await store.addReport(report({ id: 'r2', kind: 'appeal' }), 'b');
  expect(await store.settleReport(SPACE, 'r1', { ...SETTLED, by: ben })).toBe(true);
  expect(await store.addReport(report({ id: 'r3' }), 'c')).toBe('new');
  expect((await store.openReports(SPACE)).map(({ id }) => id)).toEqual(['r2', 'r3']);
  expect((await store.reportsBy(anna)).map(({ outcome }) => outcome)).toEqual(['right', undefined, undefined]);
});

test('a report is settled once, and only where it belongs', async () => {
  const { store, ben, report } = await withAReview();
  await store.addReport(report(), 'a');
  const elsewhere = { platform: 'slack', space: 'other' } as const;
  expect(await store.openReports(elsewhere)).toEqual([]);
  expect(await store.report(elsewhere, 'r1')).toBeUndefined();
  expect(await store.settleReport(elsewhere, 'r1', { ...SETTLED, by: ben })).toBe(false);
  const settled = await Promise.all([1, 2].map(() => store.settleReport(SPACE, 'r1', { ...SETTLED, by: ben })));
  expect(settled.filter(Boolean)).toHaveLength(1);
});

test.each([
  [{}, 'good'],
  [{ hints: 2 }, 'hard'],
  [{ sure: true }, 'easy'],
] as const)(
  'after an appeal, with %o before it, its response counts as right, and the memories are those that the log replays to',
  async (circumstances, rating) => {
    const { db, store, anna, ben, report } = await withAReview(circumstances);
    await store.addReport(report({ kind: 'appeal' }), 'I meant the same.');
    const before = await store.memories(anna);
    const accepted = await Promise.all([1, 2].map(() => store.acceptAppeal(SPACE, 'r1', { by: ben, at: NOON })));
    expect(accepted.filter(Boolean)).toHaveLength(1);
    const counts = { verdict: 'correct', score: 1, misconceptions: [], rating };
    expect(await store.reviewOf('p2')).toMatchObject(counts);
    expect((await store.reviews(anna))[1]).toMatchObject(counts);
    const told = (await store.briefReviews(anna)).filter(({ presentation }) => presentation === 'p2');
    expect(told).toMatchObject([{ verdict: 'correct', score: 1, misconceptions: [] }]);
    const kept = await store.memories(anna);
    expect(kept).not.toEqual(before);
    expect(kept).toStrictEqual(memoriesFrom(await store.reviews(anna)));
    await rebuild(db);
    expect(await store.memories(anna)).toStrictEqual(kept);
    expect(await db.selectFrom('review').select('verdict').where('presentation', '=', 'p2').execute()).toEqual([
      { verdict: 'incorrect' },
    ]);
  },
);

test('a report is not accepted as if it were an appeal, nor an appeal that was settled', async () => {
  const { store, ben, report } = await withAReview();
  await store.addReport(report(), 'a');
  await store.addReport(report({ id: 'r2', kind: 'appeal' }), 'b');
  await store.settleReport(SPACE, 'r2', { ...SETTLED, by: ben });
  for (const id of ['r1', 'r2', 'r9']) expect(await store.acceptAppeal(SPACE, id, { by: ben, at: NOON })).toBe(false);
  expect((await store.reviewOf('p2'))?.verdict).toBe('incorrect');
});
