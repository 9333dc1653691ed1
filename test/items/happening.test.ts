import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/base/time.ts';
import { type Happening, toAction } from '../../src/items/happening.ts';
import { happen, labScenario } from '../../src/labs/begin.ts';
import { stepsIn } from '../../src/labs/lab-case.ts';
import { isWaiting } from '../../src/labs/rest-of-solution.ts';
import { commandsFor } from '../../src/tutor/labs/model-solution.ts';
import { catalogue } from '../support/world.ts';

const COM = { suffixes: ['com.' as never] };
const fresh = labScenario(catalogue, { architecture: 'both', stage: 'registered', seed: 1, only: COM });
const add: Happening = { do: 'add-record', with: 'host www.{domain} A {address}' };
const until = (what: string): Happening => ({ do: 'wait-until', with: what });
const after = (...happenings: readonly Happening[]) => {
  const then = happen(fresh, happenings, 'fix');
  if (!then.ok) throw new Error(then.problem);
  return then.value;
};

// biome-ignore format: a table reads down its columns
test.each([
  ['a publication',           [add],                                             'it is published',          MINUTE],
  ['one of a name',           [add],                                             '{domain} is published',    MINUTE],
  ['what was looked up',      [{ do: 'look-up', with: 'www.{domain} A' }, add],  'www.{domain} is fresh',    15 * MINUTE],
  ['a fresh delegation',      [{ do: 'look-up', with: 'www.{domain} A' }, { do: 'set-name-servers', with: '{domain} ns1.hover.com ns2.hover.com' }], 'the delegation is fresh', 2 * DAY],
  ['a moment',                [],                                                '2027-01-01',               undefined],
] as const)('`wait-until` waits for %s', (_, before, what, span) => {
  const action = toAction(until(what), after(...before));
  expect(action).toMatchObject({ ok: true, value: { kind: 'wait', span: span ?? expect.any(Number) } });
  if (span === undefined) expect(action.ok && action.value.kind === 'wait' && action.value.span).toBeGreaterThan(HOUR);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing that can be waited for', 'the cows come home',   'is nothing that can be waited for'],
  ['what is so already',             'it is published',      'has nothing to wait for: nothing-to-publish'],
])('`wait-until` refuses %s', (_, what, problem) => {
  expect(toAction(until(what), fresh)).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
});

test('it is no step of a solution, and is told as the command that waits for the same', () => {
  const solution = [add, until('{domain} is published')];
  expect(stepsIn(solution)).toBe(1);
  expect(isWaiting([until('next')])).toBe(true);
  const { domain } = fresh.cast;
  expect(commandsFor(solution, fresh).at(-1)).toBe(`/wait until ${domain.slice(0, -1)} is published`);
});
