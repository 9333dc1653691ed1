import type { Instant } from '../base/time.ts';
import { isAtOrBelow, type Name } from '../dns/name.ts';
import { type RRType, typeOf } from '../dns/record.ts';
import { type CacheEntry, cameAlong } from '../dns/resolver/cache.ts';
import { publishable } from '../registration/publication.ts';
import { type Due, upcoming } from './befall.ts';
import { isStale, remembered } from './freshness.ts';
import type { World } from './world.ts';

/** Something that resolvers forget, all of them in the same moment. */
export interface Forgetting {
  readonly kind: 'forgetting';
  readonly at: Instant;
  readonly owner: Name;
  /** A delegation; records of a type; that there are none of it; that there is no such name. */
  readonly what: 'delegation' | 'records' | 'no-records' | 'no-name';
  readonly type?: RRType;
  readonly resolvers: readonly string[];
  /** A delegation that is not the one that stands, or will when it is published. */
  readonly isStale: boolean;
}

/** What will happen by itself as things stand, soonest first: what parties do, and what resolvers forget of people's domains. */
export const agenda = (world: World): readonly (Due | Forgetting)[] =>
  [...upcoming(world), ...forgettings(world)].toSorted((a, b) => a.at - b.at);

function forgettings(world: World): readonly Forgetting[] {
  const { registrations, hostedZones } = world;
  const domains = [...registrations.keys(), ...[...hostedZones.values()].map(({ zone }) => zone.origin)];
  const found = new Map<string, Forgetting>();
  for (const { resolver, entry } of remembered(world)) {
    const what = domains.some((domain) => isAtOrBelow(entry.owner, domain)) ? whatOf(entry) : undefined;
    if (!what) continue;
    const { owner, until: at } = entry;
    const key = [at, owner, what.what, what.type].join(' ');
    const known = found.get(key);
    const registration = registrations.get(owner);
    found.set(key, {
      ...{ kind: 'forgetting', at, owner, ...what },
      resolvers: [...(known?.resolvers ?? []), resolver],
      isStale: (known?.isStale ?? false) || (registration !== undefined && isStale(entry, publishable(registration))),
    });
  }
  return [...found.values()];
}

/** What it is for those who look up; nothing of what only came along, or failed. */
function whatOf(entry: CacheEntry): Pick<Forgetting, 'what' | 'type'> | undefined {
  switch (entry.kind) {
    case 'delegation':
      return { what: 'delegation' };
    case 'rrset':
      return cameAlong(entry.rank) ? undefined : { what: 'records', type: typeOf(entry.rrset) };
    case 'nodata':
      return { what: 'no-records', type: entry.type };
    case 'nxdomain':
      return { what: 'no-name' };
    case 'failure':
      return undefined;
  }
}
