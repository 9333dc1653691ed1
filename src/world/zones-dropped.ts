import type { Name } from '../dns/name.ts';
import { hostOf } from './catalogue.ts';
import type { WorldEvent } from './event.ts';
import { onItsWay } from './host-changes.ts';
import type { World } from './world.ts';

/** The zones that stop answering because their domain has moved to other name servers. */
export function zonesDropped(
  world: World,
  { domain, nameServers }: { readonly domain: Name; readonly nameServers: readonly Name[] },
): readonly WorldEvent[] {
  const left = [...world.hostedZones.values()].filter(
    (hosted) =>
      hosted.zone.origin === domain &&
      !hostOf(world.catalogue, hosted.host).keepsZoneAfterMove &&
      !hosted.nameServers.some((server) => nameServers.includes(server)),
  );
  return left.flatMap(({ id, host }) => onItsWay(world, host, [{ kind: 'zone-deleted', id }]));
}
