import { type Instant, instant } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import { type HostedZone, withNextChange } from '../hosting/hosted-zone.ts';
import type { World } from './world.ts';

/** All zones that name servers may answer for: those that are leaving first, so that whoever takes their place hides them. */
export const zonesOnServers = ({ leaving, hostedZones }: World): readonly HostedZone[] =>
  leaving === undefined
    ? [...hostedZones.values()]
    : [...Array.from(leaving.values(), ({ hosted }) => hosted), ...hostedZones.values()];

/** The world after a zone's servers have heard of its next change, if the zone itself has been deleted since. */
export function leavingPublished({ leaving = new Map() }: World, id: string): Pick<World, 'leaving'> | undefined {
  const zone = leaving.get(id);
  return zone && { leaving: new Map(leaving).set(id, { ...zone, hosted: withNextChange(zone.hosted) }) };
}

/** The same where a zone has been deleted, and its servers answer for it until a moment. */
export const leavingUntil = ({ leaving }: World, hosted: HostedZone, until: Instant): Pick<World, 'leaving'> => ({
  leaving: new Map(leaving).set(hosted.id, { hosted, until }),
});

/** A world without a zone that was leaving; undefined for none, as in a world that no zone ever left. */
export function withoutLeaving({ leaving, ...world }: World, id: string): World {
  const left = new Map([...(leaving ?? [])].filter(([each]) => each !== id));
  return left.size === 0 ? world : { ...world, leaving: left };
}

/** The world as it will be when name servers have heard of the zones of an origin that were deleted, and when that is so. */
export function afterLeaving(world: World, origin: Name): { readonly world: World; readonly at: Instant } | undefined {
  const left = [...(world.leaving?.values() ?? [])].filter(({ hosted }) => hosted.zone.origin === origin);
  const at = instant(Math.max(...left.map(({ until }) => until)));
  if (left.length === 0) return undefined;
  const without = left.reduce((current, { hosted }) => withoutLeaving(current, hosted.id), world);
  return { world: { ...without, hostedZones: new Map(world.hostedZones) }, at };
}
