import { describe, expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { Fault } from '../../src/labs/fault.ts';
import type { Hand } from '../../src/labs/hand.ts';
import { playFault } from '../../src/labs/play-fault.ts';
import { perform } from '../../src/world/action.ts';
import { content } from '../support/content.ts';

const SEEDS = [1, 6007];

/** Who acts, as the sentence of a diagnosis says it; `{person}` is the registrant. */
const SAYS: Readonly<Record<Hand, RegExp>> = {
  'registrant-at-registrar': /\(registrar\)/,
  registrar: /\(registrar\)/,
  registry: /\(registry\)/,
  'customer-at-host': /zone/,
  registrant: /\(registrar\)/,
  nobody: /^Nothing is (?:wrong; caches need|to be done)/,
};

/** Whether nothing is the matter with the domain, and a party only refuses what is wanted: that it says itself. */
const isRefusal = ({ symptoms }: Fault): boolean =>
  symptoms.some(({ seen }) => seen.kind === 'predicate' && JSON.stringify(seen.holds).includes('"is-refused"'));

describe.each([...content.faults.values()])('$id', (fault) => {
  test.each(SEEDS)('/check says who must act, and that all is well again when it is, at seed %i', (seed) => {
    const played = playFault(fault, content.catalogue, seed);
    if (!played.ok) throw new Error(played.problem);
    const { before, broken, sights, fixed, agreedAfter } = played.value;
    const { domain, registrant } = broken.cast;
    const usual = diagnose(before.world, domain);
    for (const world of [broken.world, ...sights.map((sight) => sight.world)].filter(({ caches }) => caches.size > 0)) {
      const found = diagnose(world, domain);
      if (isRefusal(fault)) {
        expect(found.verdict).not.toBe('act');
        continue;
      }
      expect(found.verdict).not.toBe('fine');
      expect(found.sentence).toMatch(SAYS[fault.acts]);
      if (fault.acts !== 'nobody') expect(found.by).toBe(registrant);
    }
    const span = agreedAfter.measured === 'never' ? 0 : agreedAfter.measured;
    const mended = perform(fixed.world, registrant, [{ kind: 'wait', span }], seededRng(1));
    const after = diagnose(mended, domain);
    // Resolvers agree on what the fault is about; some may still remember something else, and what was odd before may be still.
    expect(['nothing', 'caches', 'unverified-contact', usual.kind]).toContain(after.kind);
  });
});
