import { expect, test } from 'vitest';
import { testsThatReach } from './postgres/reaching.ts';

// biome-ignore format: a table reads down its columns
test.each([
  ['one that opens the store by another file',      'src/store',                  'test/tutor/quiz.test.ts',          true],
  ['one that opens it for itself',                  'src/store/open-store.ts',    'test/store/reviews.test.ts',       true],
  ['one that starts the program',                   'test/support/told-of.ts',    'test/platforms/daily.test.ts',     true],
  ['one whose other process opens it',              'src/store',                  'test/platforms/rounds.test.ts',    true],
  ['one that only computes',                        'src/store',                  'test/base/random.test.ts',         false],
  ['one that needs no more of it than its types',   'src/store',                  'test/slack/render.test.ts',        false],
  ['a folder whose name begins like that',          'src/sto',                    'test/store/reviews.test.ts',       false],
])('%s is told from those that do not', (_, place, path, isFound) => {
  expect(testsThatReach([place]).includes(path)).toBe(isFound);
});
