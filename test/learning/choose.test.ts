import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, type Instant, instant, later, MINUTE } from '../../src/base/time.ts';
import { type Choice, chooseConcept, chooseForToday, hasBeenMet } from '../../src/learning/choose.ts';
import type { Concept } from '../../src/learning/concept.ts';
import {
  isDue,
  type Memory,
  memoriesFrom,
  nextMemory,
  type Rating,
  retrievability,
} from '../../src/learning/memory.ts';

const NOW = instant(Date.UTC(2026, 5, 1, 12));
const CONCEPTS: readonly Concept[] = [
  { id: 'zone', title: 'Zone', requires: [] },
  { id: 'delegation', title: 'Delegation', requires: ['zone'] },
  { id: 'glue', title: 'Glue', requires: ['delegation'] },
  { id: 'fee', title: 'Fee', requires: [] },
];

/** `['zone', -3 * DAY, 'good', 'good']`: rated so one after the other, the last time three days ago. */
type History = readonly [concept: string, ago: number, ...ratings: Rating[]];
const memories = (...histories: readonly History[]) =>
  memoriesFrom(
    histories.flatMap(([concept, ago, ...ratings]) =>
      ratings.map((rating) => ({ concept, rating, at: later(NOW, ago) })),
    ),
  );
const NINE_GOOD: readonly Rating[] = Array.from({ length: 9 }, () => 'good');

// biome-ignore format: a table reads down its columns
test.each([
  ['the first of all, to a new learner',            [],                                                                                'zone',       'new'],
  ['what comes next, once its prerequisite is met', [['zone', -MINUTE, 'good']],                                                       'delegation', 'new'],
  ['what comes next, after a partial response',     [['zone', -MINUTE, 'hard']],                                                       'delegation', 'new'],
  ['not what builds on a first wrong response',     [['zone', -1, 'again']],                                                           'fee',        'new'],
  ['not what builds on two wrong responses',        [['zone', -1, 'again', 'again'], ['fee', 0, 'good']],                              'zone',       'ahead'],
  ['what came due, before anything new',            [['zone', -MINUTE, 'again']],                                                      'zone',       'due'],
  ['of two due, the likelier forgotten',            [['zone', -40 * DAY, 'easy'], ['fee', -30 * DAY, 'good', 'good']],                 'fee',        'due'],
  ['of two due, what the other builds on',          [['zone', -40 * DAY, 'easy'], ['delegation', -30 * DAY, 'good', 'good']],          'zone',       'due'],
  ['what builds on something that is not due',      [['zone', -1, 'easy'], ['delegation', -30 * DAY, 'good', 'good']],                 'delegation', 'due'],
  ['of two due alike, the earlier',                 [['fee', -3 * DAY, 'good', 'good'], ['zone', -3 * DAY, 'good', 'good']],           'zone',       'due'],
  ['what was failed just now, after the others',    [['zone', -MINUTE, 'again'], ['fee', -30 * DAY, 'good', 'good']],                  'fee',        'due'],
  ['ahead of time, what was asked longest ago',     [['zone', -2, 'good'], ['delegation', -4 * DAY, 'easy'], ['glue', -3 * DAY, 'easy'], ['fee', -1, 'good']], 'delegation', 'ahead'],
  ['what a lapse has not closed',                   [['zone', -MINUTE, 'good', 'good', 'again']],                                      'delegation', 'new'],
  ['what is due, at the ninth review',              [['fee', -900 * DAY, ...NINE_GOOD.slice(1)]],                                      'fee',        'due'],
  ['something new at the tenth, whatever is due',   [['fee', -900 * DAY, ...NINE_GOOD]],                                               'zone',       'new'],
  ['at the tenth, only what rests on nothing due',  [['zone', -900 * DAY, ...NINE_GOOD.slice(1)], ['fee', -1, 'good']],                'zone',       'due'],
  ['what is due at the tenth, if nothing is open',  [['zone', -1, 'again', 'again'], ['fee', -900 * DAY, ...NINE_GOOD.slice(2)]],      'fee',        'due'],
] satisfies readonly (readonly [string, readonly History[], string, string])[])('chosen: %s', (_, histories, id, reason) => {
  const choice = chooseConcept({ concepts: CONCEPTS, memories: memories(...histories), now: NOW });
  expect([choice?.concept.id, choice?.reason]).toEqual([id, reason]);
});

test('a memory of a concept that is no longer taught is never chosen', () => {
  const choice = chooseConcept({ concepts: CONCEPTS, memories: memories(['retired', -99 * DAY, 'good']), now: NOW });
  expect(choice?.concept.id).toBe('zone');
});

test('a list whose prerequisites are neither in it nor met still gives something', () => {
  const choice = chooseConcept({ concepts: CONCEPTS.slice(2, 3), memories: new Map(), now: NOW });
  expect(choice).toEqual({ kind: 'ask', concept: CONCEPTS[2], reason: 'ahead' });
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

describe('whatever a learner holds', () => {
  const rating = fc.constantFrom<Rating>('again', 'hard', 'good');
  const history = fc.record({
    ago: fc.integer({ min: 0, max: 90 * DAY }),
    ratings: fc.array(rating, { maxLength: 12 }),
  });
  const anyMemories = fc
    .tuple(...CONCEPTS.map(() => history))
    .map((all) =>
      memories(...all.map(({ ago, ratings }, place): History => [CONCEPTS[place]?.id ?? '', -ago, ...ratings])),
    );

  test('no question is of something shut, nor before what it rests on, nor of another reason than it says', () => {
    fc.assert(
      fc.property(anyMemories, (held) => {
        const choice = chooseConcept({ concepts: CONCEPTS, memories: held, now: NOW });
        if (choice === undefined) throw new Error('nothing chosen');
        const { concept, reason } = choice;
        const isWaiting = (id: string) => (held.has(id) ? isDue(held.get(id) as Memory, NOW) : false);
        const anyWaits = CONCEPTS.some(({ id }) => isWaiting(id));
        if (reason === 'new') expect(concept.requires.every((id) => hasBeenMet(held.get(id)))).toBe(true);
        if (reason === 'new' && anyWaits) expect(concept.requires.some(isWaiting)).toBe(false);
        if (reason === 'due') expect([isWaiting(concept.id), concept.requires.some(isWaiting)]).toEqual([true, false]);
        if (reason === 'ahead') expect([anyWaits, isWaiting(concept.id)]).toEqual([false, false]);
      }),
    );
  });
});

describe('within a day', () => {
  const learned = { concepts: CONCEPTS, memories: memories(['zone', -40 * DAY, 'good'], ['fee', 0, 'good']), now: NOW };

  test('below the cap it is as without one', () => {
    expect(chooseForToday(learned, { done: 4, cap: 5 })).toEqual(chooseConcept(learned));
  });

  test.each([5, 6])('at the cap, with %i done, it is enough, and what is due waits', (done) => {
    expect(chooseForToday(learned, { done, cap: 5 })).toEqual({ kind: 'enough', done, waiting: 1 });
  });
});

/** Many concepts, none of which builds on another. */
const loose = (count: number): readonly Concept[] =>
  Array.from({ length: count }, (_, place) => ({ id: `c${place}`, title: '', requires: [] }));

/** Days of practice at the cap, one question a minute, each rated in turn: what was asked, and what waited at each day's end. */
function practise(
  concepts: readonly Concept[],
  held: Map<string, Memory>,
  { days, cap, ratings }: { readonly days: number; readonly cap: number; readonly ratings: readonly Rating[] },
) {
  const byDay: { readonly asked: readonly (Choice & { at: Instant })[]; readonly waiting: number }[] = [];
  let count = 0;
  for (let day = 0; day < days; day++) {
    const asked: (Choice & { at: Instant })[] = [];
    for (;;) {
      const at = later(NOW, day * DAY + asked.length * MINUTE);
      const choice = chooseForToday({ concepts, memories: held, now: at }, { done: asked.length, cap });
      if (choice?.kind !== 'ask') {
        byDay.push({ asked, waiting: choice?.waiting ?? 0 });
        break;
      }
      asked.push({ ...choice, at });
      const rating = ratings[count++ % ratings.length] ?? 'good';
      held.set(choice.concept.id, nextMemory(held.get(choice.concept.id), rating, at));
    }
  }
  return byDay;
}

describe('after a break of eight weeks', () => {
  const concepts = loose(60);
  const held = () =>
    memories(...concepts.map(({ id }, place): History => [id, (-56 - (place % 7)) * DAY, 'good', 'good']));
  const before = held();
  const days = practise(concepts, held(), { days: 30, cap: 12, ratings: ['good', 'good', 'good', 'good', 'again'] });

  test('all is due, and no day asks more than the cap', () => {
    expect(concepts.every(({ id }) => isDue(before.get(id) as Memory, NOW))).toBe(true);
    expect(days.every(({ asked }) => asked.length === 12)).toBe(true);
  });

  test('the first day asks the riskiest', () => {
    const recall = (id: string) => retrievability(before.get(id) as Memory, NOW);
    const asked = new Set(days[0]?.asked.map(({ concept }) => concept.id));
    const left = concepts.filter(({ id }) => !asked.has(id));
    expect(asked.size).toBe(12);
    expect(Math.max(...[...asked].map(recall))).toBeLessThanOrEqual(Math.min(...left.map(({ id }) => recall(id))));
  });

  test('the backlog melts from day to day, and is gone within two weeks for good', () => {
    const waiting = days.map((day) => day.waiting);
    expect(waiting.slice(0, 4)).toEqual(waiting.slice(0, 4).toSorted((a, b) => b - a));
    expect(waiting[0]).toBeLessThan(60);
    expect(Math.max(...waiting.slice(14))).toBeLessThanOrEqual(12);
  });
});

test('one who fails every other question is still led to all concepts, however few a day', () => {
  const concepts = loose(40);
  const held = new Map<string, Memory>();
  const days = practise(concepts, held, { days: 90, cap: 5, ratings: ['good', 'again'] });
  const reasons = days.flatMap(({ asked }) => asked.map(({ reason }) => reason));
  expect(held.size).toBe(40);
  expect(reasons.slice(0, 100)).toContain('due');
});
