import { describe, expect, test } from 'vitest';
import { courseOf } from '../../bench/learning/course.ts';
import { exponential } from '../../bench/learning/exponential.ts';
import { BETWEEN_SESSIONS } from '../../bench/learning/memory-model.ts';
import { multiscale } from '../../bench/learning/multiscale.ts';
import { powerLaw } from '../../bench/learning/power-law.ts';
import { DAY, MINUTE, SECOND } from '../../src/base/time.ts';
import { content } from '../support/content.ts';

const course = courseOf(content);
const MODELS = [
  ['power law', powerLaw],
  ['exponential', exponential],
  ['multiscale', multiscale],
] as const;

describe('the course is the real one', () => {
  test('all concepts that have items, and every item once', () => {
    const items = [...course.questions.values()].flat().map(({ item }) => item);
    expect(items.toSorted()).toEqual([...content.items.keys()].toSorted());
    expect(course.concepts.map(({ id }) => id)).toEqual(content.concepts.map(({ id }) => id));
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['one of four',     'referral.from-the-root', 1 / 4],
    ['one of two',      'true-false',             1 / 2],
    ['nothing to pick', 'typed',                  0],
  ] as const)('blind luck with %s', (_, which, correct) => {
    const question = [...course.questions.values()].flat().find(({ item }) => item === which || content.items.get(item)?.form.kind === which);
    expect(question?.guess.correct).toBe(correct);
  });
});

describe.each(MODELS)('memory by %s', (_, memory) => {
  const moment = (days: number) => ({ day: days, lived: ((days * DAY) / SECOND) * BETWEEN_SESSIONS });
  const practised = (...days: readonly number[]) => {
    const trace = memory({ forgetting: 0, hardness: 0 });
    for (const day of days) trace.practise(moment(day), day > (days[0] ?? 0));
    return trace;
  };

  test('nothing is recalled that was never met', () => {
    expect(practised().recall(moment(1))).toBe(0);
  });

  test('what was met fades', () => {
    const recalls = [1, 2, 4, 8, 16].map((day) => practised(0).recall(moment(day)));
    expect(recalls).toEqual(recalls.toSorted((a, b) => b - a));
    expect(new Set(recalls).size).toBe(recalls.length);
  });

  test('practice spread over days lasts longer than as much in one sitting', () => {
    const minute = MINUTE / DAY;
    const massed = practised(6, 6 + minute, 6 + 2 * minute, 6 + 3 * minute);
    expect(practised(0, 2, 4, 6).recall(moment(16))).toBeGreaterThan(massed.recall(moment(16)));
  });
});
