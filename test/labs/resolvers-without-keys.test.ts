import { expect, test } from 'vitest';
import type { Happening } from '../../src/items/happening.ts';
import { begin, happen } from '../../src/labs/begin.ts';
import { type Outage, outagesIn } from '../../src/labs/every-resolver.ts';
import { timelineOf } from '../../src/labs/timeline.ts';
import { readWanted } from '../../src/labs/wanted.ts';
import { aFault } from '../support/lab.ts';
import { catalogue } from '../support/world.ts';

const SEED = 1;
const DOMAIN = '{domain}';
const signedAtOldHost = aFault({
  scenario: '{ architecture: hosting-only, stage: records, only: { registrars: [hover], suffixes: [com] } }',
  setup: "[{ change-record: 'old-host {www} A {address}' }, { sign-zone: old-host }, { publish-ds: old-host }]",
});

/** The outages at any resolver while the domain moves to a host that does not sign. */
function outagesOf(...moves: readonly Happening[]): readonly Outage[] {
  const begun = begin(signedAtOldHost, catalogue, SEED);
  if (!begun.ok) throw new Error(begun.problem);
  const { scenario, caused } = begun.value;
  const moved = happen(caused, [...moves, { do: 'wait', with: '3d' }], 'fix');
  if (!moved.ok) throw new Error(moved.problem);
  const wanted = readWanted('{www} A', ['{address}'], moved.value);
  if (!wanted.ok) throw new Error(wanted.problem);
  return outagesIn(
    timelineOf(scenario.world, moved.value.world),
    wanted.value,
    caused.world.now,
    moved.value.world.now,
  );
}

test('whoever knows the keys still, and forgets just then whom to ask, fails when nobody waits for that', () => {
  const [outage] = outagesOf({ do: 'withdraw-ds', with: DOMAIN }, { do: 'delegate-to', with: 'host' });
  expect(outage?.says.arrival.outcome).toBe('servfail');
});

test('with a wait for the DS in between nobody notices', () => {
  const moves = [
    { do: 'withdraw-ds', with: DOMAIN },
    { do: 'wait', with: '2d' },
    { do: 'delegate-to', with: 'host' },
  ] as const;
  expect(outagesOf(...moves)).toEqual([]);
});
