import { type Rng, seededRng } from '../base/random.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { afterwards } from '../items/expression.ts';
import type { Happening } from '../items/happening.ts';
import { canDraw } from '../scenario/cast.ts';
import { makeScenario, type Recipe, type Scenario } from '../scenario/scenario.ts';
import type { Catalogue } from '../world/catalogue.ts';
import type { OwnStart } from './lab.ts';

/** The beginning of a lab or a fault in the world of a seed. */
export interface Begun {
  /** Before anything of it happened: the scenario alone. */
  readonly scenario: Scenario;
  /** All was well, and the warm resolver was asked. */
  readonly warmed: Scenario;
  /** After the cause. */
  readonly caused: Scenario;
}

/** Plays a beginning. Refuses, in a sentence for its author: what a party would not do, and what cannot be read. */
export function begin(
  { scenario: recipe, setup, warm, cause }: OwnStart,
  catalogue: Catalogue,
  seed: number,
): Result<Begun, string> {
  if (!canDraw(catalogue, recipe.architecture, recipe.only))
    return fail('scenario: no registrar of that architecture sells any of these suffixes');
  const scenario = labScenario(catalogue, { ...recipe, seed });
  const ready = happen(scenario, setup, 'setup');
  if (!ready.ok) return fail(`setup: ${ready.problem}`);
  const warmed = happen(ready.value, warm.map(asked), 'warm');
  if (!warmed.ok) return fail(`warm: ${warmed.problem}`);
  const caused = happen(warmed.value, cause, 'cause');
  if (!caused.ok) return fail(`cause: ${caused.problem}`);
  return ok({ scenario, warmed: warmed.value, caused: caused.value });
}

/** The world in which a lab begins: registries and hosts take from here on as long as they do in life. */
export function labScenario(catalogue: Catalogue, recipe: Recipe): Scenario {
  const scenario = makeScenario(catalogue, recipe);
  return { ...scenario, world: { ...scenario.world, pace: 'as-in-life', hostPace: 'as-in-life' } };
}

const asked = (lookUp: string): Happening => ({ do: 'look-up', with: lookUp });

/** The scenario after more has happened in it. What one part of a story draws is not drawn again by another. */
export const happen = (
  scenario: Scenario,
  happenings: readonly Happening[],
  part: keyof typeof PARTS,
): Result<Scenario, string> => afterwards(scenario, happenings, chanceOf(scenario, part));

const PARTS = { setup: 1, warm: 2, cause: 3, fix: 4, wrong: 5 } as const;

const chanceOf = ({ recipe }: Scenario, part: keyof typeof PARTS): Rng =>
  seededRng(recipe.seed + PARTS[part] * 15_485_863);
