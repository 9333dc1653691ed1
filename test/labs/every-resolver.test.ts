import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, type Instant, later, SECOND } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { emptyCache } from '../../src/dns/resolver/cache.ts';
import { outagesIn } from '../../src/labs/every-resolver.ts';
import { playFault } from '../../src/labs/play-fault.ts';
import { timelineOf, worldAt } from '../../src/labs/timeline.ts';
import { cacheAfter, find, remembering } from '../../src/labs/wanted.ts';
import { atResolver } from '../../src/lessons/look-up.ts';
import { RESOLVER_IDS } from '../../src/world/named-resolver.ts';
import { aFault } from '../support/lab.ts';
import { catalogue } from '../support/world.ts';

const played = (() => {
  const all = playFault(aFault(), catalogue, 1);
  if (!all.ok || all.value.agreedAfter.measured === 'never') throw new Error('it cannot be played');
  return { ...all.value, measured: all.value.agreedAfter.measured };
})();
const { before, fixed, agreement, measured } = played;
const timeline = timelineOf(before.world, fixed.world);
const agreed = later(fixed.world.now, measured);

/** Whether a resolver agrees at a moment that has asked at others before: for the name itself, or for another of the zone. */
function agrees(
  id: (typeof RESOLVER_IDS)[number],
  asks: readonly (readonly [Instant, boolean])[],
  at: Instant,
): boolean {
  const wanted = { ...agreement, lookUp: atResolver(agreement.lookUp, id) };
  const beside = { ...wanted, lookUp: { ...wanted.lookUp, qname: name(`other.${before.cast.domain}`) } };
  const cache = asks
    .toSorted(([a], [b]) => a - b)
    .reduce((known, [when, isBeside]) => {
      const asked = isBeside ? beside : wanted;
      return cacheAfter(remembering(worldAt(timeline, when), asked, known), asked);
    }, emptyCache);
  return find(remembering(worldAt(timeline, at), wanted, cache), wanted).meets;
}

test('whenever resolvers of any habit ask, all agree when it was said they would', () => {
  const ask = fc.tuple(fc.integer({ min: 0, max: measured / SECOND + DAY / SECOND }), fc.boolean());
  fc.assert(
    fc.property(
      fc.constantFrom(...RESOLVER_IDS.filter((id) => id !== 'validating')),
      fc.array(ask, { maxLength: 12 }),
      (id, drawn) => {
        const asks = drawn
          .map(([seconds, isBeside]) => [later(before.world.now, seconds * SECOND), isBeside] as const)
          .filter(([when]) => when < agreed);
        expect(agrees(id, asks, agreed)).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});

test('a second before, one that asked in the last moment that it could does not', () => {
  const { last } = played;
  const asked = last?.asked ?? fixed.world.now;
  const almost = later(agreed, -SECOND);
  const moments = Array.from({ length: 400 }, (_, step) => later(agreed, -step * 60 * SECOND - 2)).filter(
    (at) => at > asked,
  );
  const isBehind = moments.some((again) =>
    RESOLVER_IDS.some(
      (id) =>
        !agrees(
          id,
          [
            [later(asked, -1), true],
            [again, false],
          ],
          almost,
        ),
    ),
  );
  expect(isBehind).toBe(true);
});

test('nobody is without an answer while both hosts answer', () => {
  const either = { ...agreement, expected: [...agreement.expected, { outcome: 'answer', data: [] } as const] };
  expect(outagesIn(timeline, either, fixed.world.now, agreed)).toEqual([]);
});
