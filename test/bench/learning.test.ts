import { describe, expect, test } from 'vitest';
import { chanceOf } from '../../bench/learning/chance.ts';
import { courseOf } from '../../bench/learning/course.ts';
import { meanOf, ratioOf } from '../../bench/learning/estimate.ts';
import { exponential } from '../../bench/learning/exponential.ts';
import { leitner } from '../../bench/learning/leitner.ts';
import type { MemoryModel } from '../../bench/learning/memory-model.ts';
import { multiscale } from '../../bench/learning/multiscale.ts';
import { ours, oursUntilDone } from '../../bench/learning/ours.ts';
import { powerLaw } from '../../bench/learning/power-law.ts';
import { type Diary, practise } from '../../bench/learning/practise.ts';
import { allKnowing, atRandom, fixedOrder, type MakeScheduler } from '../../bench/learning/scheduler.ts';
import { countUntil, study } from '../../bench/learning/study.ts';
import { DAY, type Instant, instant, later } from '../../src/base/time.ts';
import { content } from '../support/content.ts';

const course = courseOf(content);
const [LEARNERS, DAYS, MINUTES] = [40, 20, 5];
const planOf = (memory: MemoryModel) => ({
  course,
  nature: { memory, forgetting: 0 },
  days: DAYS,
  minutesADay: MINUTES,
});
const SCHEDULERS = [
  ['random', atRandom],
  ['fixed order', fixedOrder],
  ['Leitner', leitner],
  ['ours', ours],
  ['ours until done', oursUntilDone],
  ['all-knowing', allKnowing],
] as const;
const MODELS = [
  ['power law', powerLaw],
  ['exponential', exponential],
  ['multiscale', multiscale],
] as const;

const diariesOf = (make: MakeScheduler, memory: MemoryModel = powerLaw): readonly Diary[] =>
  Array.from({ length: LEARNERS }, (_, place) => practise(planOf(memory), make, place + 1));

describe.each(SCHEDULERS)('the accounts of %s', (_, make) => {
  const diaries = diariesOf(make);

  test('the same seeds give the same days', () => {
    expect(diariesOf(make)).toEqual(diaries);
  });

  test('no day is longer than its minutes', () => {
    for (const { asked } of diaries) {
      const seconds = Map.groupBy(asked, ({ day }) => day)
        .values()
        .map((questions) => questions.reduce((sum, each) => sum + each.seconds, 0));
      expect(Math.max(...seconds)).toBeLessThanOrEqual(MINUTES * 60);
    }
  });

  test('each question is counted once, on the morning after it', () => {
    for (const { asked, mornings } of diaries) {
      const before = mornings.map((_morning, day) => asked.filter((each) => each.day < day).length);
      expect(mornings.map(({ questions }) => questions)).toEqual(before);
      expect(mornings.at(-1)?.questions).toBe(asked.length);
      expect(asked.length).toBeGreaterThan(DAYS);
    }
  });

  test('the questions of a concept take turns', () => {
    for (const { asked } of diaries) {
      for (const [concept, own] of Map.groupBy(asked, (each) => each.concept)) {
        const times = (course.questions.get(concept) ?? []).map(
          ({ item }) => own.filter((each) => each.item === item).length,
        );
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
      }
    }
  });

  test('recall is a share', () => {
    const recalls = diaries.flatMap(({ mornings, recallAtEnd, recallAWeekLater }) => [
      ...mornings.map(({ recall }) => recall),
      recallAtEnd,
      recallAWeekLater,
    ]);
    expect(Math.min(...recalls)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...recalls)).toBeLessThanOrEqual(1);
  });
});

test.each(MODELS)('ours begins nothing before what it builds on was got right or partly right: %s', (_, memory) => {
  const requires = new Map(course.concepts.map((concept) => [concept.id, concept.requires]));
  for (const { asked } of diariesOf(ours, memory)) {
    const met = new Set<string>();
    for (const { concept, verdict } of asked) {
      expect(requires.get(concept)?.filter((id) => !met.has(id))).toEqual([]);
      if (verdict !== 'incorrect') met.add(concept);
    }
  }
});

test('a learner is the same whoever chooses the questions', () => {
  const first = ([, make]: (typeof SCHEDULERS)[number]) => practise(planOf(powerLaw), make, 7).mornings[0];
  expect(new Set(SCHEDULERS.map((each) => JSON.stringify(first(each)))).size).toBe(1);
});

test('fixed order goes round, and on where the day before stopped', () => {
  const asked = practise(planOf(powerLaw), fixedOrder, 1).asked.map(({ concept }) => concept);
  expect(asked).toEqual(asked.map((_, place) => course.concepts[place % course.concepts.length]?.id));
});

describe('Leitner', () => {
  const NOW = instant(Date.UTC(2026, 0, 1, 18));
  const at = (day: number): Instant => later(NOW, day * DAY);

  // biome-ignore format: a table reads down its columns
  test.each([
    ['right once',            [true],                          [2]],
    ['right twice',           [true, true],                    [2, 4]],
    ['right five times',      [true, true, true, true, true],  [2, 4, 8, 16, 16]],
    ['wrong',                 [false],                         [1]],
    ['wrong after rights',    [true, true, false],             [2, 4, 1]],
  ] as const)('waits longer each time: %s', (_, verdicts, waits) => {
    const single = { ...course, concepts: course.concepts.slice(0, 2) };
    const [card, other] = single.concepts.map(({ id }) => id);
    const scheduler = leitner(single, chanceOf(1), () => 0);
    let day = 0;
    for (const [place, right] of verdicts.entries()) {
      scheduler.learn(card ?? '', right ? 'correct' : 'incorrect', at(day));
      const wait = waits[place] ?? 0;
      expect(scheduler.next(at(day + wait - 1))).toBe(other);
      expect(scheduler.next(at(day + wait))).toBe(card);
      day += wait;
    }
  });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['between two mornings',    [[0, 0], [20, 0.4], [40, 0.8]],  0.6,  30],
  ['on a morning',            [[0, 0], [20, 0.4], [40, 0.8]],  0.4,  20],
  ['known before',            [[0, 0.5], [20, 0.7]],           0.5,  0],
  ['reached, then lost',      [[0, 0], [20, 0.8], [40, 0.2]],  0.4,  10],
  ['never',                   [[0, 0], [20, 0.4]],             0.6,  undefined],
] as const)('questions until a recall: %s', (_, mornings, target, count) => {
  expect(countUntil(mornings.map(([questions, recall]) => ({ questions, recall })), target)).toBe(count);
});

test('one who never reaches a recall counts with the most that any scheduler put', () => {
  const plan = { ...planOf(powerLaw), days: 2 };
  const [random, done] = study(plan, LEARNERS, [
    ['random', atRandom],
    ['ours until done', oursUntilDone],
  ]);
  expect(random?.reachedNinety).toBe(0);
  expect(done?.untilNinety).toEqual(random?.untilNinety);
  expect(done?.shareOfFirst.ninety).toEqual({ value: 1, low: 1, high: 1 });
});

describe('estimates', () => {
  test('a mean has the interval of its standard error', () => {
    const { value, low, high } = meanOf([1, 2, 3, 4, 5]);
    expect([value, high - value, value - low].map((each) => each.toFixed(3))).toEqual(['3.000', '1.386', '1.386']);
  });

  test('a ratio that is the same for every learner is certain', () => {
    const { value, low, high } = ratioOf([1, 2, 3, 4], [2, 4, 6, 8]);
    expect([value, low, high]).toEqual([0.5, 0.5, 0.5]);
  });

  test('a ratio that differs between learners is not', () => {
    const { value, low, high } = ratioOf([1, 6, 3, 4], [2, 4, 6, 8]);
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
  });
});
