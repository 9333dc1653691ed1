import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../src/base/time.ts';
import type { Happening } from '../../src/items/happening.ts';
import { happen } from '../../src/labs/begin.ts';
import { type Judged, judge } from '../../src/labs/judge.ts';
import type { Lab } from '../../src/labs/lab.ts';
import { putLab } from '../../src/labs/lab-case.ts';
import { aFault, aLab } from '../support/lab.ts';
import { catalogue } from '../support/world.ts';

const SEED = 1;
const CHECK = 'why: So it has to be., party: registrant-at-registrar';

/** The checks of a lab with the fault of a zone that nobody is led to, after more has happened. */
function judged(goal: string, ...happenings: readonly Happening[]): readonly Judged[] {
  const lab: Lab = aLab({ goal });
  const put = putLab(lab, aFault(), catalogue, SEED);
  if (!put.ok) throw new Error(put.problem);
  const { scenario, caused } = put.value.begun;
  const then = happen(caused, happenings, 'fix');
  const all = then.ok ? judge(lab.goal, then.value, scenario.world, caused.world.now) : then;
  if (!all.ok) throw new Error(all.problem);
  return all.value;
}

const delegate: Happening = { do: 'delegate-to', with: 'host' };
const wait = (span: string): Happening => ({ do: 'wait', with: span });
const ask = (at: string) => `[{ ask: '{www} A', at: ${at}, expect: '{address}', ${CHECK} }]`;

// biome-ignore format: a table reads down its columns
test.each<[string, string, readonly Happening[], boolean]>([
  ['a fresh resolver, before',                        ask('fresh'),  [],                        false],
  ['a fresh resolver, before it is published',        ask('fresh'),  [delegate],                false],
  ['a fresh resolver, after',                         ask('fresh'),  [delegate, wait('5m')],    true],
  ['the resolver that asked before',                  ask('warm'),   [delegate, wait('5m')],    false],
  ['the resolver that asked before, later',           ask('warm'),   [delegate, wait('6h')],    true],
  ['every resolver, a second too early',              ask('every'),  [delegate, wait('3h19m59s')], false],
  ['every resolver, at the very second',              ask('every'),  [delegate, wait('3h20m')], true],
  ['a server that is named',                          `[{ ask: '{www} A @{=zone-server at=host}', expect: '{address}', ${CHECK} }]`, [], true],
  ['any of several expectations',                     `[{ ask: '{www} A', expect: ['{parking}', '{address}'], ${CHECK} }]`, [], true],
  ['a fact',                                          `[{ holds: { fact: delegation-matches, at: host }, says: it matches, ${CHECK} }]`, [delegate, wait('5m')], true],
  ['no outage at all',                                `[{ unbroken: '{www} A', expect: ['{parking}', '{address}'], ${CHECK} }]`, [delegate, wait('2d')], true],
])('%s', (_, goal, happenings, passes) => {
  expect(judged(goal, ...happenings).map((each) => each.passes)).toEqual([passes]);
});

test('of every resolver the last to agree is told, with when it asked and until when it goes on', () => {
  const [check] = judged(ask('every'), delegate);
  if (check?.kind !== 'look-up' || check.last?.until === 'never') throw new Error('it was to be a span');
  expect((check.last?.until ?? 0) - (check.last?.asked ?? 0)).toBeGreaterThan(3 * HOUR);
});

test('what waiting does not mend goes on for ever', () => {
  const [check] = judged(ask('every'));
  expect(check).toMatchObject({ kind: 'look-up', last: { until: 'never' } });
});

test('a fact that is compared says what it comes to', () => {
  const [check] = judged(`[{ holds: { fact: zone-count, is: 1 }, says: there is one zone, ${CHECK} }]`);
  expect(check).toMatchObject({ passes: false, found: '2', says: 'there is one zone' });
});

test('an outage is counted from when a resolver first could have met it', () => {
  const goal = `[{ unbroken: '{www} A', expect: '{parking}', ${CHECK} }]`;
  const [check] = judged(goal, delegate, wait('35m'));
  // Published after 5 minutes; then half an hour in which a resolver that remembers nothing gets the new address.
  expect(check).toMatchObject({ kind: 'unbroken', passes: false, outage: 30 * MINUTE });
});

test('what cannot be read says which check it is', () => {
  const lab = aLab({ goal: `[{ ask: '{www} A', expect: hello, ${CHECK} }]` });
  const put = putLab({ ...lab, solution: [delegate], steps: 1 }, aFault(), catalogue, SEED);
  if (!put.ok) throw new Error(put.problem);
  const { scenario, caused } = put.value.begun;
  const all = judge(lab.goal, caused, scenario.world, caused.world.now);
  expect(all.ok ? '' : all.problem).toMatch(/^check 1: `hello` is nothing that can be expected of a look-up/);
});
