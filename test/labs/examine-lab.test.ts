import { expect, test } from 'vitest';
import { examineLab } from '../../src/labs/examine-lab.ts';
import { faultsFor } from '../../src/labs/lab-case.ts';
import { aFault, aLab } from '../support/lab.ts';
import { catalogue } from '../support/world.ts';

const SEED = 1;
const examined = (over: Record<string, string> = {}) => examineLab(aLab(over), aFault(), catalogue, SEED);
const CHECK = "expect: '{address}', why: So., party: nobody";

test('a lab that is as it has to be', () => {
  expect(examined()).toEqual([]);
});

// biome-ignore format: a table reads down its columns
test.each<[string, Record<string, string>, string[]]>([
  ['one that needs no work',            { goal: "[{ ask: '{www} A', expect: '{parking}', why: So., party: nobody }]" }, [
    'untouched: all checks pass',
    'the wrong fix 1: all checks pass',
    'the solution: check 1 does not pass; it brings answer 203.0.113.58',
  ]],
  ['a wrong fix that is right',         { wrong: '[{ do: [{ delegate-to: host }, { wait: 1h }], why: No. }]' }, ['the wrong fix 1: all checks pass']],
  ['a wrong fix that cannot be made',   { wrong: '[{ do: [{ create-zone: old-host }], why: No. }]' },           ['the wrong fix 1: `create-zone` is refused: zone-exists']],
  ['a solution that is too short',      { solution: '[{ delegate-to: host }]', steps: '1' },                     ['the solution: check 1 does not pass; it brings answer 203.0.113.202']],
  ['a solution that claims too little', { solution: '[{ delegate-to: host }, { wait: 1h }]', steps: '0' },      ['the solution takes 1 steps and claims 0']],
  ['a check of a fact that does not hold', { goal: `[{ ask: '{www} A', ${CHECK} }, { holds: { fact: zone-count, is: 1 }, says: one, why: So., party: nobody }]` }, ['the solution: check 2 does not pass; found: 2']],
])('%s', (_, over, problems) => {
  expect(examined(over)).toEqual(problems);
});

test('a family gives each of its faults in turn, or of those that fit, and a world of its own none', () => {
  const [one, other, else_] = [aFault(), aFault({ id: 'other' }), aFault({ id: 'else', family: 'caches' })];
  const faults = new Map([one, other, else_].map((fault) => [fault.id, fault]));
  expect(faultsFor(aLab({ fault: '{ family: delegation }' }), faults)).toEqual([one, other]);
  const some = { kind: 'family', family: 'delegation', only: ['else', 'other'] } as const;
  expect(faultsFor({ ...aLab(), start: some }, faults)).toEqual([other]);
  expect(faultsFor(aLab(), faults)).toEqual([one]);
});
