import { expect, test } from 'vitest';
import { pick, seededRng, shuffle } from '../../src/base/random.ts';

const draws = (seed: number, count = 20): number[] => {
  const rng = seededRng(seed);
  return Array.from({ length: count }, () => rng.integer(1, 1000));
};

test('the same seed gives the same draws, on every machine', () => {
  expect(draws(7)).toEqual(draws(7));
  expect(draws(7, 4)).toEqual([988, 321, 46, 108]);
});

test('a draw may be either bound and nothing beyond', () => {
  const rng = seededRng(1);
  expect(new Set(Array.from({ length: 200 }, () => rng.integer(3, 5)))).toEqual(new Set([3, 4, 5]));
});

// biome-ignore format: a table reads down its columns
test.each([
  ['side by side',   (place: number) => place],
  ['by thousands',   (place: number) => place * 1000],
  ['below zero',     (place: number) => -place],
])('seeds %s give draws as even as chance: each of twelve, first, second and third', (_, seedAt) => {
  for (const skipped of [0, 1, 2]) {
    const counts = new Array<number>(12).fill(0);
    for (let place = 0; place < 1200; place++) {
      const rng = seededRng(seedAt(place));
      for (let draw = 0; draw < skipped; draw++) rng.integer(0, 11);
      counts[rng.integer(0, 11)]! += 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(60);
    expect(Math.max(...counts)).toBeLessThan(140);
  }
});

test('a shuffle keeps the items, leaves the list, and can put each of them first', () => {
  const items = ['a', 'b', 'c', 'd'];
  const firsts = Array.from({ length: 60 }, (_, seed) => shuffle(seededRng(seed), items));
  expect(items).toEqual(['a', 'b', 'c', 'd']);
  for (const shuffled of firsts) expect(shuffled.toSorted()).toEqual(items);
  expect(new Set(firsts.map(([first]) => first))).toEqual(new Set(items));
});

test('picking from an empty list is a bug', () => {
  expect(() => pick(seededRng(1), [])).toThrow();
});
