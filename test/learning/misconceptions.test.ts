import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR, instant } from '../../src/base/time.ts';
import { heldIn, justOvercome, misconceptionsIn, type TellingReview } from '../../src/learning/misconceptions.ts';

/**
 * `0.5 shown zone`: half a day after midnight UTC, a response that showed it; or `right`, `hinted`, `partly` or `wrong`
 * where it was offered; `without` is right where it was not.
 */
function review(line: string): TellingReview {
  const [days = '', what, id = 'zone'] = line.split(' ');
  const isRight = what === 'right' || what === 'hinted' || what === 'without';
  return {
    verdict: isRight ? 'correct' : what === 'partly' ? 'partial' : 'incorrect',
    misconceptions: what === 'shown' ? [id] : [],
    offered: what === 'without' ? ['other'] : [id, 'other'],
    hints: what === 'hinted' ? 1 : 0,
    at: instant(Date.UTC(2026, 2, 1) + Number(days) * DAY),
  };
}
const log = (...lines: readonly string[]): readonly TellingReview[] => lines.map(review);

// biome-ignore format: a table reads down its columns
test.each([
  ['never shown',                        ['0 right', '1 right'],                                [],           []],
  ['shown',                              ['0 shown'],                                           ['held'],     []],
  ['then wrong in another way',          ['0 shown', '1 wrong', '2 wrong'],                     ['held'],     []],
  ['then right once',                    ['0 shown', '1 right'],                                ['held'],     []],
  ['then right twice on one day',        ['0 shown', '1.1 right', '1.9 right'],                 ['held'],     []],
  ['then right on two days',             ['0 shown', '0.1 right', '1 right'],                   ['overcome'], ['zone']],
  ['then right across midnight',         ['0 shown', '0.999 right', '1.001 right'],             ['overcome'], ['zone']],
  ['right with a wrong one between',     ['0 shown', '1 right', '2 wrong', '3 right'],          ['overcome'], ['zone']],
  ['right where it was not offered',     ['0 shown', '1 without', '2 without', '3 without'],    ['held'],     []],
  ['right after hints',                  ['0 shown', '1 hinted', '2 hinted'],                   ['held'],     []],
  ['partly right',                       ['0 shown', '1 partly', '2 partly'],                   ['held'],     []],
  ['shown again in between',             ['0 shown', '1 right', '2 shown', '3 right'],          ['held'],     []],
  ['overcome, and shown again',          ['0 shown', '1 right', '2 right', '3 shown'],          ['held'],     []],
  ['overcome before the last review',    ['0 shown', '1 right', '2 right', '3 right'],          ['overcome'], []],
])('%s', (_, lines, states, overcome) => {
  expect(misconceptionsIn(log(...lines)).map(({ state }) => state)).toEqual(states);
  expect(justOvercome(log(...lines))).toEqual(overcome);
});

test('those that are held come first, of either the one shown last; with how often, when, and since when no more', () => {
  const lines = ['0 shown zone', '1 shown glue', '2 shown glue', '3 right zone', '3 shown lock', '4 right zone'];
  const at = (days: number) => instant(Date.UTC(2026, 2, 1) + days * DAY);
  expect(misconceptionsIn(log(...lines))).toEqual([
    { id: 'lock', times: 1, lastShown: at(3), state: 'held' },
    { id: 'glue', times: 2, lastShown: at(2), state: 'held' },
    { id: 'zone', times: 1, lastShown: at(0), state: 'overcome', overcomeAt: at(4) },
  ]);
  expect(heldIn(log(...lines))).toEqual(new Set(['lock', 'glue']));
});

const anyReview = fc.record({
  verdict: fc.constantFrom('correct', 'partial', 'incorrect'),
  misconceptions: fc.subarray(['zone', 'glue']),
  offered: fc.constant(['zone', 'glue']),
  hints: fc.integer({ min: 0, max: 1 }),
  at: fc.integer({ min: 0, max: 200 }).map((hours) => instant(hours * HOUR)),
});

test('every one that was ever shown is held or overcome, and one is overcome once for each time that it was held', () => {
  fc.assert(
    fc.property(fc.array(anyReview, { maxLength: 40 }), (reviews) => {
      const shown = new Set(reviews.flatMap(({ misconceptions }) => misconceptions));
      expect(new Set(misconceptionsIn(reviews).map(({ id }) => id))).toEqual(shown);
      for (const id of shown) {
        const steps = reviews.map((_, place) => reviews.slice(0, place + 1));
        const held = steps.map((each) => heldIn(each).has(id));
        const falls = held.map((now, place) => !now && held[place - 1] === true);
        expect(steps.map((each) => justOvercome(each).includes(id))).toEqual(falls);
      }
    }),
  );
});
