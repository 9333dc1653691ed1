import { expect, test } from 'vitest';
import type { Happening } from '../../src/items/happening.ts';
import { happen, labScenario } from '../../src/labs/begin.ts';
import { isWaiting, restOfSolution } from '../../src/labs/rest-of-solution.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { catalogue } from '../support/world.ts';

const start = labScenario(catalogue, { architecture: 'both', stage: 'registered', seed: 1 });

const add = (label: string): Happening => ({ do: 'add-record', with: `host ${label}.{domain} A {address}` });
const wait: Happening = { do: 'wait', with: '1h' };
const SOLUTION = [add('www'), add('shop'), wait, add('mail')];

const after = (...happenings: readonly Happening[]): Scenario => {
  const then = happen(start, happenings, 'fix');
  if (!then.ok) throw new Error(then.problem);
  return then.value;
};
const holding = (...labels: readonly string[]) => {
  return ({ world }: Scenario): boolean => {
    const [zone] = world.hostedZones.values();
    return labels.every((label) => [...(zone?.zone.nodes.keys() ?? [])].some((owner) => owner.startsWith(`${label}.`)));
  };
};

// biome-ignore format: a table reads down its columns
test.each<[string, Scenario, (scenario: Scenario) => boolean, readonly Happening[] | undefined]>([
  ['all that is needed',                       start,                 holding('www', 'shop', 'mail'), [add('www'), add('shop'), add('mail')]],
  ['only what the goal needs',                 start,                 holding('shop'),                [add('shop')]],
  ['without what was done',                    after(add('www')),     holding('www', 'shop'),         [add('shop')]],
  ['nothing, where all is done',               after(add('www')),     holding('www'),                 []],
  ['the wait, where time is what is needed',   start,                 ({ world }) => world.now > start.world.now, [wait]],
  ['no way',                                   start,                 holding('blog'),                undefined],
])('%s', (_, scenario, isReached, rest) => {
  expect(restOfSolution(SOLUTION, scenario, isReached)).toEqual(rest);
});

test('only waits are waiting', () => {
  expect([isWaiting([wait]), isWaiting([wait, add('www')]), isWaiting([])]).toEqual([true, false, false]);
});
