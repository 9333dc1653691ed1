import { expect, test } from 'vitest';
import { DAY, instant, later, MINUTE } from '../../src/base/time.ts';
import { chooseConcept, hasBeenMet } from '../../src/learning/choose.ts';
import type { Concept } from '../../src/learning/concept.ts';
import { memoriesFrom, type Rating } from '../../src/learning/memory.ts';

const NOW = instant(Date.UTC(2026, 5, 1, 12));
const CONCEPTS: readonly Concept[] = [
  { id: 'zone', title: 'Zone', requires: [] },
  { id: 'delegation', title: 'Delegation', requires: ['zone'] },
  { id: 'glue', title: 'Glue', requires: ['delegation'] },
];

/** `['zone', -3 * DAY, 'good', 'good']`: rated so one after the other, the last time three days ago. */
type History = readonly [concept: string, ago: number, ...ratings: Rating[]];
const memories = (...histories: readonly History[]) =>
  memoriesFrom(
    histories.flatMap(([concept, ago, ...ratings]) =>
      ratings.map((rating) => ({ concept, rating, at: later(NOW, ago) })),
    ),
  );

// biome-ignore format: a table reads down its columns
test.each([
  ['the first of all, to a new learner',            [],                                                                               'zone',       'new'],
  ['what comes next, once its prerequisite is met', [['zone', -MINUTE, 'good']],                                                      'delegation', 'new'],
  ['what comes next, after a partial response',     [['zone', -MINUTE, 'hard']],                                                      'delegation', 'new'],
  ['not what builds on a first wrong response',     [['zone', -1, 'again']],                                                          'zone',       'ahead'],
  ['not what builds on two wrong responses',        [['zone', -1, 'again', 'again']],                                                 'zone',       'ahead'],
  ['what came due, before anything new',            [['zone', -MINUTE, 'again']],                                                     'zone',       'due'],
  ['of two due, the likelier forgotten',            [['zone', -40 * DAY, 'easy'], ['delegation', -30 * DAY, 'good', 'good']],         'delegation', 'due'],
  ['of two due alike, the earlier',                 [['delegation', -3 * DAY, 'good', 'good'], ['zone', -3 * DAY, 'good', 'good']],    'zone',       'due'],
  ['ahead of time, the likeliest forgotten',        [['zone', -1, 'good'], ['delegation', -4 * DAY, 'easy'], ['glue', -3 * DAY, 'easy']], 'delegation', 'ahead'],
  ['what a lapse has not closed',                   [['zone', -MINUTE, 'good', 'good', 'again']],                                     'delegation', 'new'],
] satisfies readonly (readonly [string, readonly History[], string, string])[])('chosen: %s', (_, histories, id, reason) => {
  const choice = chooseConcept({ concepts: CONCEPTS, memories: memories(...histories), now: NOW });
  expect([choice?.concept.id, choice?.reason]).toEqual([id, reason]);
});

test('a memory of a concept that is no longer taught is never chosen', () => {
  const choice = chooseConcept({ concepts: CONCEPTS, memories: memories(['retired', -99 * DAY, 'good']), now: NOW });
  expect(choice?.concept.id).toBe('zone');
});

test('a list whose prerequisites are neither in it nor met still gives something', () => {
  const choice = chooseConcept({ concepts: CONCEPTS.slice(2), memories: new Map(), now: NOW });
  expect(choice).toEqual({ concept: CONCEPTS[2], reason: 'ahead' });
});

test('no concepts, no choice', () => {
  expect(chooseConcept({ concepts: [], memories: new Map(), now: NOW })).toBeUndefined();
});

// biome-ignore format: a table reads down its columns
test.each([
  ['never asked',                    [],                         false],
  ['wrong at first',                 ['again'],                  false],
  ['wrong twice',                    ['again', 'again'],         false],
  ['partly right at first',          ['hard'],                   true],
  ['right at first',                 ['good'],                   true],
  ['wrong, then right',              ['again', 'good'],          true],
  ['learned, then forgotten',        ['good', 'good', 'again'],  true],
] as const)('met: %s', (_, ratings, met) => {
  expect(hasBeenMet(memories(['zone', -DAY, ...ratings]).get('zone'))).toBe(met);
});
