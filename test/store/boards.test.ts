import { expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { DAY, HOUR, instant, isWithin, later } from '../../src/base/time.ts';
import { ratingOf } from '../../src/learning/rating.ts';
import { isRecalled, scoresOf } from '../../src/learning/scores.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { LearnerId } from '../../src/tutor/store/account.ts';
import type { Where } from '../../src/tutor/store/presentations.ts';
import type { Review } from '../../src/tutor/store/reviews.ts';
import { aPresentation, aReview, NOON } from '../support/store.ts';

const HERE = { platform: 'slack', space: 'T1' } as const;
const PLACES: readonly (Where | undefined)[] = [
  ...[{ ...HERE, channel: 'C1' }, { ...HERE, channel: 'C2' }, HERE],
  ...[{ platform: 'slack', space: 'T2', channel: 'C1' } as const, undefined],
];
const VERDICTS = ['correct', 'correct', 'correct', 'incorrect', 'partial'] as const;
const EVER = { from: instant(0), to: later(NOON, 1000 * DAY) };

interface Logged {
  readonly learner: LearnerId;
  readonly where: Where | undefined;
  readonly review: Review;
}

/** Ten learners who respond here and elsewhere, alone and at once with others. */
async function practised(seed: number) {
  const store = await openStore(':memory:');
  const rng = seededRng(seed);
  const learners: LearnerId[] = [];
  for (let i = 0; i < 10; i++) learners.push(await store.learnerOf({ ...HERE, user: `U${i}` }, NOON));
  const log: Logged[] = [];
  for (let i = 0; i < 600; i++) {
    const learner = learners[rng.integer(0, 9)]!;
    const where = PLACES[rng.integer(0, 4)];
    const verdict = VERDICTS[rng.integer(0, 4)]!;
    const concept = `concept-${rng.integer(0, 3)}`;
    const hints = Math.max(0, rng.integer(-3, 1));
    const putAt = later(NOON, i * 2 * HOUR);
    const put = aPresentation(learner, `p${i}`, { concept, putAt, hints, ...(where && { where }) });
    const review = aReview(put, { verdict, hints, rating: ratingOf(verdict) });
    if (rng.integer(0, 2) === 0) await store.addReviews([{ presentation: put, review }]);
    else {
      await store.addPresentation(put);
      await store.addReview(review);
    }
    log.push({ learner, where, review });
  }
  return { store, learners, log };
}

const isHere = ({ where }: Logged): boolean => where?.platform === HERE.platform && where.space === HERE.space;

test.each([1, 2, 3])('what the database counts is what the log comes to there (seed %i)', async (seed) => {
  const { store, learners, log } = await practised(seed);
  const within = { from: later(NOON, 20 * DAY), to: later(NOON, 27 * DAY) };
  for (const channel of [undefined, 'C1'])
    for (const stretch of [within, EVER]) {
      const expected = learners.flatMap((learner, i) => {
        const own = log.filter((each) => each.learner === learner && isHere(each));
        const counted = own.filter(({ review }) => isWithin(stretch, review.at)).map(({ review }) => review);
        const isMember = own.some(({ where, review }) => where?.channel === channel && isWithin(stretch, review.at));
        if (counted.length === 0 || (channel && !isMember)) return [];
        const { mastered } = scoresOf(own.map(({ review }) => review));
        const recalled = counted.filter(isRecalled).length;
        return [{ learner, user: `U${i}`, responses: counted.length, recalled, mastered }];
      });
      const found = await store.standings({ ...HERE, ...(channel && { channel }) }, stretch);
      const byUser = (one: { user: string }, other: { user: string }) => one.user.localeCompare(other.user);
      expect(found.toSorted(byUser)).toEqual(expected.toSorted(byUser));
      expect(expected.length).toBeGreaterThan(3);
    }
});

test('a server where nobody responded has no standings', async () => {
  const { store } = await practised(1);
  expect(await store.standings({ platform: 'discord', space: 'T1' }, EVER)).toEqual([]);
  expect(await store.standings(HERE, { from: instant(0), to: NOON })).toEqual([]);
});

test('what an accepted appeal made right counts as right, and shows no misconception', async () => {
  const store = await openStore(':memory:');
  const where = { ...HERE, channel: 'C1' };
  const anna = await store.learnerOf({ ...HERE, user: 'U1' }, NOON);
  for (const [i, verdict] of (['correct', 'incorrect', 'correct', 'incorrect'] as const).entries()) {
    const put = aPresentation(anna, `p${i}`, { putAt: later(NOON, i * DAY), where });
    const misconceptions = verdict === 'incorrect' ? ['near'] : [];
    await store.addPresentation(put);
    await store.addReview(aReview(put, { verdict, misconceptions, score: 0, rating: ratingOf(verdict) }));
  }
  const appeal = {
    id: 'r',
    kind: 'appeal',
    presentation: 'p3',
    learner: anna,
    item: 'glue.1',
    where,
    at: NOON,
  } as const;
  await store.addReport(appeal, 'I meant it.');
  expect(await store.standings(HERE, EVER)).toMatchObject([{ responses: 4, recalled: 2, mastered: 0 }]);
  await store.acceptAppeal(HERE, 'r', { by: anna, at: NOON });
  expect(await store.standings(HERE, EVER)).toMatchObject([{ responses: 4, recalled: 3, mastered: 0 }]);
  const tallies = await store.groupTallies(HERE, EVER);
  const told = tallies.map(({ misconceptions, responses, recalled }) => ({ misconceptions, responses, recalled }));
  expect(told).toContainEqual({ misconceptions: [], responses: 3, recalled: 3 });
  expect(told).toContainEqual({ misconceptions: ['near'], responses: 1, recalled: 0 });
  const [, , , last] = await store.groupResponses(HERE, EVER, { after: 0, most: 9 });
  expect(last).toMatchObject({ verdict: 'correct', score: 1, misconceptions: [] });

  await store.addReport({ ...appeal, id: 's', presentation: 'p1' }, 'This too.');
  await store.acceptAppeal(HERE, 's', { by: anna, at: NOON });
  expect(await store.standings(HERE, EVER)).toMatchObject([{ responses: 4, recalled: 4, mastered: 1 }]);
});

test('of each version of an item: the median time to respond, and what was reported', async () => {
  const store = await openStore(':memory:');
  const anna = await store.learnerOf({ ...HERE, user: 'anna' }, NOON);
  const respond = async (id: string, version: string | undefined, took: number, origin: 'quiz' | 'round' = 'quiz') => {
    const put = aPresentation(anna, id, { where: HERE, origin });
    await store.addPresentation(put);
    await store.addReview(aReview(put, { at: later(NOON, took), ...(version && { version }) }));
  };
  for (const [i, seconds] of [2, 4, 9, 60].entries()) await respond(`a${i}`, 'one', seconds * 1000);
  for (const [i, seconds] of [3, 5, 7].entries()) await respond(`b${i}`, undefined, seconds * 1000);
  await respond('left lying', 'one', HOUR);
  await respond('of many', 'one', 1000, 'round');
  const report = { kind: 'report', learner: anna, item: 'glue.1', where: HERE, at: NOON } as const;
  for (const presentation of ['a0', 'a1'])
    await store.addReport({ ...report, id: `r-${presentation}`, presentation }, 'No.');
  await store.settleReport(HERE, 'r-a0', { outcome: 'right', by: anna, at: NOON });
  const said = [
    { item: 'glue.1', time: 5000, reports: 0, open: 0 },
    { item: 'glue.1', version: 'one', time: 6500, reports: 2, open: 1 },
  ];
  expect((await store.itemHandling(HERE, EVER)).toSorted((one, other) => (one.time ?? 0) - (other.time ?? 0))).toEqual(
    said,
  );
  expect(await store.itemHandling(undefined, EVER)).toHaveLength(2);
  expect(await store.itemHandling({ platform: 'slack', space: 'T2' }, EVER)).toEqual([]);
});
