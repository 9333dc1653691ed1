import { ok, type Result } from '../base/result.ts';
import { makeScenario, type Recipe, type Scenario } from '../scenario/scenario.ts';
import { replay } from '../world/apply.ts';
import type { Catalogue } from '../world/catalogue.ts';
import { afterwards, tell } from './expression.ts';
import type { ItemScenario, RecordedWorld } from './item.ts';
import type { Presentation } from './presentation.ts';

/** The world in which an item is put, and what has to be kept so that it can be built again. */
export interface ItemWorld {
  readonly scenario: Scenario;
  readonly kept: Pick<Presentation, 'recipe' | 'pace' | 'happened'>;
}

/** Builds an item's world for a seed, its story told to the end. Refuses, in a sentence for its author: what a party would not do. */
export function itemWorld(
  { pace, since = [], recorded, ...rest }: ItemScenario,
  catalogue: Catalogue,
  seed: number,
): Result<ItemWorld, string> {
  const recipe: Recipe = { ...rest, seed: recorded?.seed ?? seed };
  const first = makeScenario(catalogue, recipe);
  if (recorded) return ok(recordedWorld(first, recorded));
  let scenario = pacedAs(first, pace);
  for (const { happenings, tells } of since) {
    const next = afterwards(scenario, happenings);
    if (!next.ok) return next;
    const told = tell(tells, next.value);
    if (!told.ok) return told;
    scenario = { ...next.value, story: [...scenario.story, told.value] };
  }
  const happened = scenario.world.history.slice(first.world.history.length);
  const kept = { recipe, ...(pace ? { pace } : {}), ...(happened.length > 0 ? { happened } : {}) };
  return ok({ scenario, kept });
}

/** As it was recorded, whatever the seed. */
function recordedWorld(first: Scenario, { events: happened, tells: story, pace }: RecordedWorld): ItemWorld {
  const start = pacedAs(first, pace);
  const scenario = { ...start, world: replay(start.world, happened), story };
  return { scenario, kept: { recipe: first.recipe, ...(pace ? { pace } : {}), happened } };
}

const pacedAs = (scenario: Scenario, pace: 'as-in-life' | undefined): Scenario =>
  pace ? { ...scenario, world: { ...scenario.world, pace, hostPace: pace } } : scenario;
