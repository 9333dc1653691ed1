import { describe, expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { DAY } from '../../src/base/time.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { begin, happen } from '../../src/labs/begin.ts';
import type { Fault } from '../../src/labs/fault.ts';
import type { Hand } from '../../src/labs/hand.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
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

/** Faults in which nothing is the matter with the domain, and a party refuses what is wanted: that it says itself. */
const REFUSALS: readonly string[] = [
  'cname-at-the-apex-refused',
  'own-name-servers-refused',
  'registry-wants-answers-first',
  'transfer-while-locked',
  'transfer-too-soon',
  'transfer-without-the-code',
  'transfer-without-the-tag',
];

/** All is well; or resolvers remember what the fault is not about, or an address has still to be verified. */
const WELL = ['nothing', 'caches', 'unverified-contact'];
const faults = [...content.faults.values()];

test.each(faults.filter(({ id }) => REFUSALS.includes(id)))(
  '/check has nothing to say against the domain of $id',
  (fault) => {
    const { caused } = begun(fault, 1);
    expect(diagnose(caused.world, caused.cast.domain).verdict).not.toBe('act');
  },
);

describe.each(faults.filter(({ id }) => !REFUSALS.includes(id)))('$id', (fault) => {
  test.each(SEEDS)('/check says who must act, and that all is well again when it is, at seed %i', (seed) => {
    const { warmed, caused } = begun(fault, seed);
    const { domain, registrant } = caused.cast;
    const waits = [0, ...fault.symptoms.map(({ wait }) => wait)].toSorted((a, b) => a - b);
    const [told = caused] = waits.map((wait) => waiting(caused, wait)).toReversed();
    for (const { world } of [caused, told]) {
      const found = diagnose(world, domain);
      expect(found.verdict).not.toBe('fine');
      expect(found.sentence).toMatch(SAYS[fault.acts]);
      if (fault.acts !== 'nobody') expect(found.by).toBe(registrant);
    }
    const fixed = happen(told, fault.rightFix, 'fix');
    if (!fixed.ok) throw new Error(fixed.problem);
    const after = diagnose(waiting(fixed.value, 5 * DAY).world, domain);
    expect([...WELL, diagnose(warmed.world, domain).kind]).toContain(after.kind);
  });
});

function begun(fault: Fault, seed: number) {
  const result = begin(fault, content.catalogue, seed);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

const waiting = (scenario: Scenario, span: number): Scenario => ({
  ...scenario,
  world: perform(scenario.world, scenario.cast.registrant, [{ kind: 'wait', span }], seededRng(1)),
});
