import { expect, test } from 'vitest';
import { latest } from '../../src/base/latest.ts';

test('what was set longest ago goes first, and what is set again goes no sooner', () => {
  const kept = latest<number>(2);
  const values = () => ['a', 'b', 'c'].map((key) => kept.get(key));
  kept.set('a', 1);
  kept.set('b', 2);
  kept.set('b', 3);
  expect(values()).toEqual([1, 3, undefined]);
  kept.set('a', 4);
  kept.set('c', 5);
  expect(values()).toEqual([4, undefined, 5]);
});
