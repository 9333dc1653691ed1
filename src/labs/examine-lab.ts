import { ok, type Result } from '../base/result.ts';
import type { Happening } from '../items/happening.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Catalogue } from '../world/catalogue.ts';
import { happen } from './begin.ts';
import type { Fault } from './fault.ts';
import { allPass, type Judged, judge } from './judge.ts';
import type { Lab } from './lab.ts';
import { type LabCase, putLab, stepsIn } from './lab-case.ts';

/**
 * What of a lab is not as it has to be in the world of a seed, a sentence each: untouched it fails, each wrong fix fails,
 * and the model solution passes in no more steps than it claims.
 */
export function examineLab(lab: Lab, fault: Fault | undefined, catalogue: Catalogue, seed: number): readonly string[] {
  const put = putLab(lab, fault, catalogue, seed);
  if (!put.ok) return [put.problem];
  const { solution, steps, wrong } = put.value;
  const taken = stepsIn(solution);
  return [
    ...failing(put.value, [], 'untouched'),
    ...wrong.flatMap(({ happenings }, place) => failing(put.value, happenings, `the wrong fix ${place + 1}`)),
    ...passing(put.value, solution),
    ...(taken > steps ? [`the solution takes ${taken} steps and claims ${steps}`] : []),
  ];
}

function failing(labCase: LabCase, happenings: readonly Happening[], what: string): readonly string[] {
  const judged = after(labCase, happenings, 'wrong');
  if (!judged.ok) return [`${what}: ${judged.problem}`];
  return allPass(judged.value) ? [`${what}: all checks pass`] : [];
}

function passing(labCase: LabCase, solution: readonly Happening[]): readonly string[] {
  const judged = after(labCase, solution, 'fix');
  if (!judged.ok) return [`the solution: ${judged.problem}`];
  return judged.value
    .filter(({ passes }) => !passes)
    .map((each) => `the solution: check ${each.number} does not pass; ${insteadOf(each)}`);
}

function after(
  { lab, begun }: LabCase,
  happenings: readonly Happening[],
  part: 'fix' | 'wrong',
): Result<readonly Judged[], string> {
  const then: Result<Scenario, string> =
    happenings.length === 0 ? ok(begun.caused) : happen(begun.caused, happenings, part);
  if (!then.ok) return then;
  return judge(lab.goal, then.value, begun.scenario.world, begun.caused.world.now);
}

function insteadOf(judged: Judged): string {
  if (judged.kind === 'holds') return `found: ${judged.found}`;
  const { outcome = 'nothing', data = [] } = judged.found?.arrival ?? {};
  return `it brings ${[outcome, ...data].join(' ')}`;
}
