import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Entries } from '../../../src/dns/resolver/entries.ts';

const ids = fc.integer({ min: 0, max: 400 }).map((number) => `n${number}.example. A`);
const writes = fc.array(
  fc.oneof(
    fc.record({ id: ids, value: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ id: ids, value: fc.constant(undefined) }),
  ),
  { maxLength: 300 },
);
type Write = { readonly id: string; readonly value: number | undefined };

function write(map: Map<string, number> | Entries<number>, done: readonly Write[]): void {
  for (const { id, value } of done) value === undefined ? map.delete(id) : map.set(id, value);
}
const contents = (map: ReadonlyMap<string, number>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

test('copies hold what a map would, and what they were copied from stays as it was', () => {
  fc.assert(
    fc.property(writes, writes, writes, (first, second, third) => {
      const model = new Map<string, number>();
      const entries = new Entries<number>();
      write(model, first);
      write(entries, first);
      const [left, right] = [Entries.copyOf(entries), Entries.copyOf(entries)];
      const [leftModel, rightModel] = [new Map(model), new Map(model)];
      write(left, second);
      write(leftModel, second);
      write(right, third);
      write(rightModel, third);
      for (const [map, wanted] of [
        [entries, model],
        [left, leftModel],
        [right, rightModel],
      ] as const) {
        expect(contents(map)).toEqual(contents(wanted));
        expect(map.size).toBe(wanted.size);
        expect([...map.keys()].every((id) => map.get(id) === wanted.get(id))).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test('a copy leaves out what is over, where it writes', () => {
  const entries = Entries.copyOf(
    new Map([
      ['a', 1],
      ['b', 2],
    ]),
  );
  const copy = Entries.copyOf(entries, (value) => value === 1);
  expect(copy.size).toBe(2);
  copy.set('c', 3);
  expect(contents(copy)).toEqual([
    ['b', 2],
    ['c', 3],
  ]);
  expect(copy.size).toBe(2);
  expect(entries.size).toBe(2);
});
