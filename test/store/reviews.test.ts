import { expect, test } from 'vitest';
import { DAY, later } from '../../src/base/time.ts';
import { memoriesFrom, nextMemory } from '../../src/learning/memory.ts';
import { openDatabase, storeOn } from '../../src/store/open-store.ts';
import { broken, closeTable } from '../support/shared-place.ts';
import { aPresentation, aReview, NOON } from '../support/store.ts';

async function withTwoPresentations() {
  const db = await openDatabase(':memory:');
  const store = storeOn(db);
  const anna = await store.learnerOf({ platform: 'terminal', space: '', user: 'anna' }, NOON);
  const ben = await store.learnerOf({ platform: 'terminal', space: '', user: 'ben' }, NOON);
  const first = aPresentation(anna, 'p1');
  const second = aPresentation(anna, 'p2', { putAt: later(NOON, DAY) });
  for (const presentation of [first, second]) await store.addPresentation(presentation);
  return { db, store, anna, ben, first, second };
}
const once = nextMemory(undefined, 'good', NOON);

test('a review and its memory come back as they were given', async () => {
  const { store, anna, first } = await withTwoPresentations();
  const review = aReview(first, {
    response: '  NS1.example ,\n"x" ',
    verdict: 'partial',
    score: 1 / 3,
    misconceptions: ['glue-is-always-needed', 'a"b'],
    offered: ['glue-is-always-needed', 'a"b', 'c'],
    rating: 'hard',
  });
  const memory = nextMemory(undefined, 'hard', NOON);
  expect(await store.addReview(review)).toStrictEqual(memory);
  expect(await store.reviewOf('p1')).toStrictEqual(review);
  expect(await store.reviews(anna)).toStrictEqual([review]);
  expect(await store.memories(anna)).toStrictEqual(new Map([['glue', memory]]));
});

test('a presentation takes one response: the second is refused and changes nothing', async () => {
  const { store, anna, first } = await withTwoPresentations();
  const review = aReview(first);
  await store.addReview(review);
  const other = aReview(first, { response: 'a', verdict: 'incorrect', score: 0, rating: 'again' });
  expect(await store.addReview(other)).toBe(false);
  expect(await store.reviews(anna)).toEqual([review]);
  expect(await store.memories(anna)).toEqual(new Map([['glue', once]]));
});

test('of many responses at once, one is kept', async () => {
  const { store, anna, first } = await withTwoPresentations();
  const given = Array.from({ length: 20 }, (_, i) => store.addReview(aReview(first, { response: `${i}` })));
  const kept = await Promise.all(given);
  expect(kept.filter(Boolean)).toHaveLength(1);
  expect((await store.reviews(anna)).map(({ response }) => response)).toEqual([`${kept.findIndex(Boolean)}`]);
});

test('nobody can review what was put to somebody else, and nothing is kept of the attempt', async () => {
  const { db, store, anna, ben, first } = await withTwoPresentations();
  const attempt = store.addReview({ ...aReview(first), learner: ben });
  await expect(attempt).rejects.toMatchObject(broken.foreignKey);
  expect([await store.reviews(ben), await store.reviews(anna)]).toEqual([[], []]);
  expect(await db.selectFrom('memory').selectAll().execute()).toEqual([]);
});

test('if the memory cannot be kept, the review is not kept either', async () => {
  const { db, store, anna, first } = await withTwoPresentations();
  await closeTable(db, 'memory');
  await expect(store.addReview(aReview(first))).rejects.toMatchObject(broken.trigger);
  expect(await store.reviews(anna)).toEqual([]);
});

test('the log is in the order in which it was kept, whatever the clock said', async () => {
  const { store, anna, first, second } = await withTwoPresentations();
  await store.addReview(aReview(second));
  await store.addReview(aReview(first));
  expect((await store.reviews(anna)).map(({ presentation }) => presentation)).toEqual(['p2', 'p1']);
});

test('the memory counts every response in the log, those that come at once too', async () => {
  const { store, anna, first, second } = await withTwoPresentations();
  await Promise.all([store.addReview(aReview(first)), store.addReview(aReview(second, { rating: 'again' }))]);
  const memories = await store.memories(anna);
  expect(memories.get('glue')?.reps).toBe(2);
  expect(memories).toEqual(memoriesFrom(await store.reviews(anna)));
});

test('what was never responded to has no review; who never responded has no log and no memories', async () => {
  const { store, ben } = await withTwoPresentations();
  expect(await store.reviewOf('p1')).toBeUndefined();
  expect(await store.reviews(ben)).toEqual([]);
  expect(await store.memories(ben)).toEqual(new Map());
});

test('what follows in a world comes with the review, after the steps that are there, or not at all', async () => {
  const { store, anna, first, second } = await withTwoPresentations();
  await store.addWorld({ id: 'w', learner: anna, recipe: '{}' }, NOON);
  const step = (command: string) => ({ world: 'w', command, events: '[]' });
  await store.addReview(aReview(first), step('first'));
  expect(await store.addReview(aReview(first), step('again'))).toBe(false);
  await store.addReview(aReview(second), step('second'));
  expect((await store.world('w'))?.steps.map(({ command }) => command)).toEqual(['first', 'second']);

  const third = aPresentation(anna, 'p3');
  await store.addPresentation(third);
  await expect(store.addReview(aReview(third), { ...step('third'), world: 'nowhere' })).rejects.toThrow();
  expect(await store.reviewOf('p3')).toBeUndefined();
});

test('what many responded to one question is logged once, and moves the memory of each', async () => {
  const { store, anna, ben } = await withTwoPresentations();
  const entry = (learner: typeof anna, id: string) => {
    const presentation = aPresentation(learner, id, {
      origin: 'round',
      where: { platform: 'slack', space: 'T1', channel: 'C1' },
    });
    return { presentation, review: aReview(presentation, { sure: false, hints: 2 }) };
  };
  const all = [entry(anna, 'r1.1.anna'), entry(ben, 'r1.1.ben')];
  expect(await store.addReviews(all)).toBe(2);
  expect(await store.presentation(anna, 'r1.1.anna')).toStrictEqual(all[0]?.presentation);
  expect(await store.addReviews([...all, entry(ben, 'r1.2.ben')])).toBe(1);
  expect(await store.reviews(anna)).toStrictEqual([all[0]?.review]);
  expect((await store.memories(ben)).get('glue')?.reps).toBe(2);
  // What was put to many is not what a learner asked for last.
  expect((await store.latestPresentation(anna))?.id).toBe('p2');
});

test('what scores and misconceptions are reckoned from is read by itself, without what was taken back', async () => {
  const { store, anna, first, second } = await withTwoPresentations();
  const third = aPresentation(anna, 'p3');
  await store.addPresentation(third);
  const all = [
    aReview(first, { misconceptions: ['a'], offered: ['a', 'b'], hints: 1 }),
    aReview(second, { verdict: 'partial', score: 0.5 }),
    aReview(third, { offered: ['b'] }),
  ];
  for (const review of all) await store.addReview(review);
  const told = all.map(({ presentation, concept, verdict, score, misconceptions, offered, hints, at }) => ({
    ...{ presentation, concept, verdict, score, misconceptions, offered, hints, at },
  }));
  expect(await store.briefReviews(anna)).toStrictEqual(told);
  await store.withdraw(anna, 'p3', NOON);
  expect(await store.briefReviews(anna)).toStrictEqual(told.slice(0, 2));
});
