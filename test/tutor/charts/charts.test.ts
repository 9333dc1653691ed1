import { expect, test } from 'vitest';
import { DAY, later } from '../../../src/base/time.ts';
import { UTC } from '../../../src/base/zone.ts';
import { type Memory, USUAL_PARAMETERS } from '../../../src/learning/memory.ts';
import type { ScoredReview } from '../../../src/learning/scores.ts';
import { distributionChart } from '../../../src/tutor/charts/distribution-chart.ts';
import { recallChart } from '../../../src/tutor/charts/recall-chart.ts';
import { weekChart } from '../../../src/tutor/charts/week-chart.ts';
import type { PressedForm } from '../../../src/tutor/rounds/tally.ts';
import { START } from '../../support/tutor.ts';

/** So many days before START, a Sunday. */
const review = (daysAgo: number, verdict: ScoredReview['verdict'] = 'correct', hints = 0): ScoredReview => ({
  ...{ concept: 'glue', verdict, score: 1, hints, at: later(START, -daysAgo * DAY) },
});

test('of many weeks the last eight are drawn, and those before them are summed up', () => {
  const reviews = [review(0), review(1), review(2, 'incorrect'), review(69), review(69, 'correct', 1), review(57)];
  const { weeks, earlier, keptDays } = weekChart(reviews, UTC, START);
  expect(weeks).toHaveLength(8);
  expect(weeks[0]).toEqual({ label: '01-05', responses: 0, right: 0, isKept: false });
  expect(weeks[7]).toEqual({ label: '02-23', responses: 3, right: 2, isKept: true });
  expect([earlier, keptDays]).toEqual([{ weeks: 2, responses: 3, right: 2 }, 3]);
});

test('who has done nothing yet has a week of nothing, and none before it', () => {
  expect(weekChart([], UTC, START)).toMatchObject({ weeks: [{ label: '02-23', responses: 0, right: 0 }] });
  expect(weekChart([], UTC, START).earlier).toBeUndefined();
});

test('a few of many are not none, and all but a few are not all', () => {
  const form: PressedForm = {
    kind: 'single-choice',
    key: 1,
    options: [{ text: 'One' }, { text: 'Two' }, { text: 'Three' }],
  };
  const { rows } = distributionChart(form, { each: [4, 999_996, 0], right: 999_996, all: 1_000_000 });
  expect(rows.map(({ label, value, tone }) => [label, value, tone])).toEqual([
    ['A) One', '4 of 1,000,000 (<1%)', undefined],
    ['B) Two', 'right: 999,996 of 1,000,000 (>99%)', 'right'],
    ['C) Three', '0 of 1,000,000 (0%)', undefined],
  ]);
});

test('of sixty concepts the ten recalled least are drawn, what is due told and coloured, the rest counted', () => {
  const ids = Array.from({ length: 60 }, (_, place) => `c${place}`);
  const concepts = ids.map((id) => ({ id, title: id, requires: [] }));
  const memories = new Map(ids.map((id, place) => [id, memory(place)] as const));
  const chart = recallChart(concepts, memories, START, USUAL_PARAMETERS);
  expect(chart?.rows.map(({ label }) => label)).toEqual(ids.slice(50).reverse());
  expect(chart?.rows.map(({ value, tone }) => [value.endsWith('%, due now'), tone])).toEqual([
    ...Array.from({ length: 5 }, () => [true, 'needed']),
    ...Array.from({ length: 5 }, () => [false, 'right']),
  ]);
  expect(chart?.left).toBe('50 concepts that you recall better are not drawn.');
  expect(recallChart(concepts, new Map(), START, USUAL_PARAMETERS)).toBeUndefined();
});

/** Last reviewed so many days ago; due if that is 55 or more. */
const memory = (daysAgo: number): Memory => ({
  ...{
    stability: 55,
    difficulty: 5,
    due: later(START, (54.5 - daysAgo) * DAY),
    lastReview: later(START, -daysAgo * DAY),
  },
  ...{ lastRating: 'good', reps: 3, lapses: 0, phase: 'review', step: 0 },
});
