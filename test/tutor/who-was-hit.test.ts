import { expect, test } from 'vitest';
import { instant } from '../../src/base/time.ts';
import { whoWasHit } from '../../src/tutor/moves/who-was-hit.ts';
import type { Member } from '../../src/world/population.ts';

const member = (like: Member['like'] & string, validates = false): Member => ({
  ...{ like, validates, habits: {}, age: 0, phase: 0 },
});
const population = [member('resolver'), member('resolver', true), member('isp'), member('isp', true), member('mobile')];
const hit = (...minutes: readonly number[]): string => {
  const outage = { start: instant(0), size: 5, served: [], minutes, worst: 0, lost: 0, peak: 0 };
  return whoWasHit({ population, outage });
};

// biome-ignore format: a table reads down its columns
test.each([
  ['nobody',               [0, 0, 0, 0, 0], ''],
  ['everybody',            [1, 2, 3, 4, 5], 'It hits every one of them.'],
  ['a kind',               [0, 0, 7, 7, 0], 'It hits all 2 that are like `@isp`.'],
  ['some of several',      [1, 0, 7, 7, 1], 'It hits 1 of 2 that are like `@resolver`, all 2 that are like `@isp` and all 1 that are like `@mobile`.'],
  ['all that check',       [0, 9, 0, 9, 0], 'It hits only such as check signatures: all 2.'],
  ['one of those',         [0, 9, 0, 0, 0], 'It hits only such as check signatures: 1 of 2.'],
] as const)('%s', (_, minutes, words) => {
  expect(hit(...minutes)).toBe(words);
});
