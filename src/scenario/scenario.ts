import { seededRng } from '../base/random.ts';
import { perform } from '../world/action.ts';
import type { Catalogue } from '../world/catalogue.ts';
import { newWorld, type World } from '../world/world.ts';
import { type Architecture, STAGES, type Stage } from './architecture.ts';
import { type Cast, drawCast, type Only } from './cast.ts';
import { script } from './script.ts';

/**
 * scenario/ makes seeded worlds with a story: a cast, one of the architectures, and a stage to which the story has
 * gone. It builds them by the same actions that learners have and adds no rule of its own. Start here; script.ts
 * has the stories.
 */

/** What a scenario is made from; the same recipe gives the same scenario. */
export interface Recipe {
  readonly architecture: Architecture;
  /** The last stage that is told; all of them if absent, and none if `empty`. */
  readonly stage?: Stage | 'empty';
  readonly seed: number;
  /** Between which registrars and suffixes the choice is; between all, if absent. */
  readonly only?: Only;
}

/** A world with its story, told up to the recipe's stage. */
export interface Scenario {
  readonly recipe: Recipe;
  readonly catalogue: Catalogue;
  readonly cast: Cast;
  readonly world: World;
  /** What happened, a sentence a stage. */
  readonly story: readonly string[];
}

/** Builds the world of a recipe by playing its story. */
export function makeScenario(catalogue: Catalogue, recipe: Recipe): Scenario {
  const rng = seededRng(recipe.seed);
  const cast = drawCast(catalogue, recipe.architecture, rng, recipe.only);
  const scenes = script(catalogue, recipe.architecture, cast).filter(({ stage }) => isTold(stage, recipe));
  const actions = scenes.flatMap((scene) => scene.actions);
  const world = perform(newWorld(catalogue), cast.registrant, actions, rng);
  return { recipe, catalogue, cast, world, story: scenes.map(({ tells }) => tells) };
}

const isTold = (stage: Stage, { stage: last = 'settled' }: Recipe): boolean =>
  last !== 'empty' && STAGES.indexOf(stage) <= STAGES.indexOf(last);
