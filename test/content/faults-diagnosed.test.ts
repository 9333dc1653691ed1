import { describe, expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { later } from '../../src/base/time.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { isAmiss } from '../../src/diagnosis/finding.ts';
import type { Hand } from '../../src/labs/hand.ts';
import { playFault } from '../../src/labs/play-fault.ts';
import { perform } from '../../src/world/action.ts';
import { content } from '../support/content.ts';

const SEEDS = [1, 6007, 12_014];

/** Who acts, as the sentence of a diagnosis says it; `{person}` is the registrant. */
const SAYS: Readonly<Record<Hand, RegExp>> = {
  'registrant-at-registrar': /\(registrar\)/,
  registrar: /\(registrar\)/,
  registry: /\(registry\)/,
  'customer-at-host': /zone/,
  registrant: /\(registrar\)/,
  nobody: /^Nothing is (?:wrong; caches need|to be done)/,
};

describe.each([...content.faults.values()])('$id', (fault) => {
  test.each(SEEDS)('/check says who must act, and that all is well again when it is, at seed %i', (seed) => {
    const played = playFault(fault, content.catalogue, seed);
    if (!played.ok) throw new Error(played.problem);
    const { broken, sights, fixed, agreedAfter } = played.value;
    const { domain, registrant } = broken.cast;
    for (const world of [broken.world, ...sights.map((sight) => sight.world)].filter(({ caches }) => caches.size > 0)) {
      const found = diagnose(world, domain);
      expect(found.verdict).not.toBe('fine');
      expect(found.sentence).toMatch(SAYS[fault.acts]);
      if (fault.acts !== 'nobody') expect(found.by).toBe(registrant);
    }
    const span = agreedAfter.measured === 'never' ? 0 : agreedAfter.measured;
    const mended = perform(fixed.world, registrant, [{ kind: 'wait', span }], seededRng(1));
    const after = diagnose(mended, domain);
    expect(after.findings.filter(isAmiss).map(({ says }) => says)).toEqual([]);
    // Resolvers agree on what the fault is about; some may still remember something else.
    expect(['nothing', 'caches']).toContain(after.kind);
    expect(mended.now).toBe(later(fixed.world.now, span));
  });
});
