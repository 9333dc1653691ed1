import fc from 'fast-check';
import { seededRng } from '../../src/base/random.ts';

import type { Name } from '../../src/dns/name.ts';
import { begin } from '../../src/labs/begin.ts';
import { ARCHITECTURES, STAGES } from '../../src/scenario/architecture.ts';
import { makeScenario } from '../../src/scenario/scenario.ts';
import { decide } from '../../src/world/action.ts';
import { replay } from '../../src/world/apply.ts';
import type { World } from '../../src/world/world.ts';
import { aimed, anyAction } from './any-action.ts';
import { content } from './content.ts';
import { aWorld, catalogue } from './world.ts';

/** A world to be drawn, as it was and as it is, and the domain in it. */
export interface PicturedWorld {
  readonly what: string;
  readonly before: World;
  readonly after: World;
  readonly domain: Name;
}

/** Worlds of stories and faults, and such in which anything was done: three for a seed. */
export function picturedWorlds(seed: number): readonly PicturedWorld[] {
  return [ofStory(seed), ofFault(seed), ofChance(seed)];
}

const at = <Value>(all: readonly Value[], place: number): Value => {
  const found = all[place % all.length];
  if (found === undefined) throw new Error('there is nothing to choose from');
  return found;
};

function ofStory(seed: number): PicturedWorld {
  const architecture = at(ARCHITECTURES, seed);
  const stage = at(STAGES, Math.floor(seed / ARCHITECTURES.length));
  const { world: before } = makeScenario(catalogue, { architecture, stage: 'registered', seed });
  const { world: after, cast } = makeScenario(catalogue, { architecture, stage, seed });
  return { what: `${architecture}, ${stage}, seed ${seed}`, before, after, domain: cast.domain };
}

function ofFault(seed: number): PicturedWorld {
  const faults = [...content.faults.values()];
  const fault = at(faults, seed);
  const begun = 'scenario' in fault ? begin(fault, catalogue, seed) : undefined;
  if (!begun?.ok) return ofStory(seed + 1);
  const { scenario, caused } = begun.value;
  return {
    what: `fault ${fault.id}, seed ${seed}`,
    before: scenario.world,
    after: caused.world,
    domain: caused.cast.domain,
  };
}

/** Whatever people may do, one after the other, as far as it is not refused. */
function ofChance(seed: number): PicturedWorld {
  const actions = fc.sample(anyAction, { seed, numRuns: 25 });
  let world = aWorld();
  let before = world;
  actions.forEach((action, index) => {
    const decision = decide(world, 'Ines', aimed(world, 'Ines', action, index), seededRng(seed));
    if (decision.kind === 'refused') return;
    before = world;
    world = replay(world, decision.events);
  });
  const domains = [...world.registrations.keys(), ...[...world.hostedZones.values()].map(({ zone }) => zone.origin)];
  const [domain] = domains.length > 0 ? [at(domains, seed)] : ['mine.com.' as Name];
  return { what: `chance, seed ${seed}`, before, after: world, domain: domain ?? ('mine.com.' as Name) };
}
