import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conceptsInNeed } from '../../src/learning/concepts-in-need.ts';
import { type GroupTally, misconceptionsIn } from '../../src/learning/group-tally.ts';
import { itemStatistics } from '../../src/learning/item-statistics.ts';

/** `anna glue.1 3/4 m1`: anna recalled three of four; those like it showed m1. The concept is what stands before the dot. */
function tallies(...lines: readonly string[]): GroupTally[] {
  return lines.map((line) => {
    const [learner = '', item = '', recall = '', ...misconceptions] = line.split(' ');
    const [recalled, responses] = recall.split('/').map(Number) as [number, number];
    return { learner, item, concept: item.replace(/\..*/, ''), misconceptions, responses, recalled };
  });
}

/** Three learners with as many responses each, of whom this many are recalled in all; what they know else is alike. */
const each = (item: string, recalled: readonly number[], of: number) =>
  recalled.map((right, i) => `l${i} ${item} ${right}/${of}`);
const others = ['l0 else.1 0/4', 'l1 else.1 2/4', 'l2 else.1 4/4'];

// biome-ignore format: a table reads down its columns
test.each([
  ['sound',                          each('x.1', [1, 2, 4], 4),  undefined],
  ['too few responses',              each('x.1', [0, 1, 3], 3),  'needs-more'],
  ['nearly always right',            each('x.1', [8, 8, 8], 8),  'too-easy'],
  ['hardly ever right',              each('x.1', [0, 0, 1], 4),  'too-hard'],
  ['right for those who know less',  each('x.1', [4, 2, 1], 4),  'does-not-discriminate'],
  ['right for all alike',            each('x.1', [2, 2, 2], 4),  'does-not-discriminate'],
] as const)('an item that is %s', (_, lines, flag) => {
  const found = itemStatistics(tallies(...lines, ...others)).find(({ item }) => item === 'x.1');
  expect(found?.flag).toBe(flag);
});

test('facility, discrimination and what tempts most', () => {
  const lines = [
    ...['l0 x.1 0/2 near', 'l1 x.1 1/1', 'l1 x.1 0/1 near', 'l2 x.1 2/2'],
    ...['l3 x.1 0/3 near', 'l3 x.1 0/1 far', 'l4 x.1 0/2 far'],
    ...others,
    ...['l3 else.1 0/4', 'l4 else.1 1/4'],
  ];
  const [, found] = itemStatistics(tallies(...lines));
  expect(found).toMatchObject({ item: 'x.1', concept: 'x', learners: 5, responses: 12, recalled: 3, facility: 0.25 });
  expect(found?.tempting).toEqual({ misconception: 'near', responses: 6, learners: 3 });
  expect(found?.discrimination).toBeCloseTo(0.8553, 4);
});

test('of what fewer than three learners did nothing is said', () => {
  expect(itemStatistics(tallies('l0 x.1 1/9', 'l1 x.1 5/9', ...others)).map(({ item }) => item)).toEqual(['else.1']);
  expect(conceptsInNeed(tallies('l0 x.1 1/9', 'l1 x.2 5/9'))).toEqual([]);
  expect(misconceptionsIn(tallies('l0 x.1 0/9 near', 'l1 x.1 0/9 near', 'l2 x.1 9/9'))).toEqual([]);
});

const aTally = fc.record({
  learner: fc.constantFrom('l0', 'l1', 'l2', 'l3', 'l4'),
  item: fc.constantFrom('x.1', 'x.2', 'y.1'),
  responses: fc.integer({ min: 1, max: 6 }),
  recalled: fc.integer({ min: 0, max: 6 }),
});

test('discrimination is the correlation over the responses, one by one', () => {
  fc.assert(
    fc.property(fc.array(aTally, { minLength: 4, maxLength: 20 }), (made) => {
      const all: GroupTally[] = made.map((tally) => {
        const recalled = Math.min(tally.recalled, tally.responses);
        return { ...tally, recalled, concept: 'c', misconceptions: [] };
      });
      for (const { item, discrimination } of itemStatistics(all)) {
        const points = all
          .filter((tally) => tally.item === item)
          .flatMap((tally) => {
            const rest = all.filter((other) => other.learner === tally.learner && other.item !== item);
            const responses = rest.flatMap(rightAndWrong);
            return responses.length === 0 ? [] : rightAndWrong(tally).map((right) => [right, mean(responses)] as const);
          });
        if (discrimination !== undefined) expect(discrimination).toBeCloseTo(correlation(points), 6);
        else
          expect(points.length < 3 || new Set(points.map(([x]) => x)).size < 2 || fewOrAlike(all, item, points)).toBe(
            true,
          );
      }
    }),
  );
});

const rightAndWrong = ({ responses, recalled }: GroupTally): number[] =>
  Array.from({ length: responses }, (_, i) => (i < recalled ? 1 : 0));
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

function correlation(points: readonly (readonly [number, number])[]): number {
  const [x, y] = [mean(points.map(([one]) => one)), mean(points.map(([, other]) => other))];
  const covariance = mean(points.map(([one, other]) => (one - x) * (other - y)));
  const deviations = Math.sqrt(
    mean(points.map(([one]) => (one - x) ** 2)) * mean(points.map(([, other]) => (other - y) ** 2)),
  );
  return covariance / deviations;
}

/** Fewer than three learners have responded to anything else, or what they know else never varies. */
function fewOrAlike(all: readonly GroupTally[], item: string, points: readonly (readonly [number, number])[]): boolean {
  const learners = new Set(all.filter((tally) => tally.item === item).map(({ learner }) => learner));
  const known = [...learners].filter((who) => all.some((tally) => tally.learner === who && tally.item !== item));
  const rests = points.map(([, rest]) => rest);
  return known.length < 3 || Math.max(...rests) - Math.min(...rests) < 1e-5;
}

test('the concept missed most surely comes first, with what was believed', () => {
  const lines = [
    ...each('few.1', [0, 0, 0], 2),
    ...each('many.1', [4, 4, 4], 20),
    ...each('well.1', [9, 9, 9], 10),
    ...['l0 many.2 0/1 near', 'l1 many.2 0/1 near', 'l2 many.2 0/2 near', 'l2 many.2 0/9 far'],
  ];
  const found = conceptsInNeed(tallies(...lines));
  expect(found.map(({ concept }) => concept)).toEqual(['many', 'few', 'well']);
  expect(found[0]).toMatchObject({ learners: 3, responses: 73, recalled: 12 });
  expect(found[0]?.misconceptions).toEqual([{ misconception: 'near', responses: 4, learners: 3 }]);
});

test('a concept with fewer than five responses is not spoken of', () => {
  expect(conceptsInNeed(tallies('l0 x.1 0/1', 'l1 x.1 0/1', 'l2 x.1 0/2'))).toEqual([]);
  expect(conceptsInNeed(tallies('l0 x.1 0/1', 'l1 x.1 0/1', 'l2 x.1 0/3'))).toHaveLength(1);
});

test('the versions of an item are told apart, and one that is reported wants looking at first', () => {
  const all = tallies(...each('x.1', [1, 2, 4], 4), ...each('x.1', [4, 4, 4], 4), ...others).map((tally, i) =>
    i < 3 ? { ...tally, version: 'old' } : tally,
  );
  const handled = [{ item: 'x.1', version: 'old', time: 4000, reports: 3, open: 1 }];
  const of = itemStatistics(all, handled).filter(({ item }) => item === 'x.1');
  expect(of).toMatchObject([
    { recalled: 12, reports: 0 },
    { version: 'old', recalled: 7, time: 4000, reports: 3, open: 1, flag: 'reported' },
  ]);
});
