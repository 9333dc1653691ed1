import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEAST_RESPONSES, rankBoard, type Standing } from '../../src/learning/boards.ts';

/** `anna 3 8/10`: three concepts mastered, eight of ten recalled. */
function standing(line: string): Standing & { readonly name: string } {
  const [name = '', mastered, recall = ''] = line.split(' ');
  const [recalled, responses] = recall.split('/').map(Number) as [number, number];
  return { name, mastered: Number(mastered), recalled, responses };
}
const boardOf = (...lines: readonly string[]): string =>
  rankBoard(lines.map(standing))
    .map(({ rank, isTied, who }) => `${isTied ? '=' : ''}${rank} ${who.name}`)
    .join(', ');

// biome-ignore format: a table reads down its columns
test.each([
  ['nobody',                                        [],                                                     ''],
  ['mastery goes before recall',                    ['anna 2 5/20', 'ben 1 20/20'],                         '1 anna, 2 ben'],
  ['recall decides among equals',                   ['anna 1 12/20', 'ben 1 15/20'],                        '1 ben, 2 anna'],
  ['few lucky responses do not lead',               ['anna 1 5/5', 'ben 1 38/40'],                          '1 ben, 2 anna'],
  ['many wrong ones do not lead either',            ['anna 1 200/400', 'ben 1 15/20'],                      '1 ben, 2 anna'],
  ['who ties shares a rank, and the next is left out', ['anna 1 8/10', 'ben 2 5/5', 'cleo 1 8/10', 'dora 0 9/10'], '1 ben, =2 anna, =2 cleo, 4 dora'],
  ['nothing right is a tie, however often',         ['anna 0 0/5', 'ben 0 0/50'],                           '=1 anna, =1 ben'],
  ['who is warming up is not ranked',               ['anna 9 4/4', 'ben 0 1/5'],                            '1 ben'],
])('%s', (_, lines, board) => {
  expect(boardOf(...lines)).toBe(board);
});

const aStanding = fc
  .record({ mastered: fc.integer({ min: 0, max: 4 }), responses: fc.integer({ min: 0, max: 60 }) })
  .chain(({ mastered, responses }) =>
    fc.record({
      mastered: fc.constant(mastered),
      responses: fc.constant(responses),
      recalled: fc.integer({ min: 0, max: responses }),
    }),
  );

test('a rank is one more than how many are better, whatever the order they come in', () => {
  fc.assert(
    fc.property(fc.array(aStanding, { maxLength: 25 }), (all) => {
      const ranked = rankBoard(all);
      expect(ranked.length).toBe(all.filter(({ responses }) => responses >= LEAST_RESPONSES).length);
      for (const { rank, who } of ranked) {
        const isBetter = (other: (typeof ranked)[number]) => other.rank < rank;
        expect(ranked.filter(isBetter).length).toBe(rank - 1);
        expect(rankBoard(all.toReversed()).find((other) => other.who === who)?.rank).toBe(rank);
      }
    }),
  );
});

test('doing more of the same never takes anybody down', () => {
  fc.assert(
    fc.property(fc.array(aStanding, { maxLength: 15 }), aStanding, (others, own) => {
      fc.pre(own.responses >= LEAST_RESPONSES);
      const rankOf = (who: Standing) => rankBoard([...others, who]).find((each) => each.who === who)?.rank ?? 0;
      const better = { ...own, responses: own.responses + 1, recalled: own.recalled + 1 };
      expect(rankOf(better)).toBeLessThanOrEqual(rankOf(own));
    }),
  );
});
