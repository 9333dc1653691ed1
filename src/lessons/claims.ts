import { fail, ok, type Result } from '../base/result.ts';
import { holds } from '../items/expression.ts';
import { makeScenario } from '../scenario/scenario.ts';
import type { Catalogue } from '../world/catalogue.ts';
import type { Lesson } from './lesson.ts';
import type { PlayedStep, Unplayable } from './play.ts';

/** The claims of a step that do not hold in the world of a seed, by their place from 0; or why they cannot be looked at. */
export function brokenClaims(
  { scenario: start, steps }: Lesson,
  catalogue: Catalogue,
  seed: number,
  { number, after }: PlayedStep,
): Result<readonly number[], Unplayable> {
  const scenario = { ...makeScenario(catalogue, { ...start, seed }), world: after };
  const broken: number[] = [];
  for (const [place, claim] of (steps[number - 1]?.claims ?? []).entries()) {
    const truth = holds(claim, scenario);
    if (!truth.ok) return fail(`claim ${place + 1} of step ${number}: ${truth.problem}`);
    if (!truth.value) broken.push(place);
  }
  return ok(broken);
}
