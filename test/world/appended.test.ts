import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { appended } from '../../src/world/appended.ts';

const listOf = <Item>(items: readonly Item[], start: readonly Item[] = []): readonly Item[] =>
  items.reduce(appended, start);

test('a list reads as the array of the same items, however it is looked into', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.array(fc.integer()), fc.integer(), (start, items, one) => {
      const list = listOf(items, start);
      const array = [...start, ...items];
      expect(list).toHaveLength(array.length);
      expect(list).toEqual(array);
      expect([...list]).toEqual(array);
      expect(list.map((item) => item + 1)).toEqual(array.map((item) => item + 1));
      expect(list.slice(start.length)).toEqual(items);
      expect(list.at(-1)).toBe(array.at(-1));
      expect(list[0]).toBe(array[0]);
      expect(list.includes(one)).toBe(array.includes(one));
      expect([one, ...list].concat(list)).toEqual([one, ...array].concat(array));
      expect(JSON.stringify(list)).toBe(JSON.stringify(array));
      expect(Array.isArray(list)).toBe(true);
      expect(Object.keys(list)).toEqual(Object.keys(array));
    }),
  );
});

test('what is appended to a list is not in it, nor in another that goes on from it', () => {
  const shared = listOf(['a', 'b']);
  const one = appended(shared, 'one');
  const other = listOf(['other', 'more'], shared);
  expect(other).toEqual(['a', 'b', 'other', 'more']);
  expect(one).toEqual(['a', 'b', 'one']);
  expect(shared).toEqual(['a', 'b']);
  expect(appended(one, 'two')).toEqual(['a', 'b', 'one', 'two']);
});

test('a list of a hundred thousand is made without writing any out before the last', () => {
  const list = listOf(Array.from({ length: 100_000 }, (_, at) => at));
  expect(list).toHaveLength(100_000);
  expect(list.indexOf(99_999)).toBe(99_999);
});
