import type { Name } from '../dns/name.ts';
import type { HostedZone } from '../hosting/hosted-zone.ts';
import { personOf } from '../registration/registration.ts';
import { hostOf } from '../world/catalogue.ts';
import { nameServerAddress } from '../world/internet.ts';
import type { World } from '../world/world.ts';
import { type AddressView, viewAddress } from './server-view.ts';

/** A zone of a name in somebody's account at a DNS host, and what its own name servers say when they are asked. */
export interface HostedView {
  /** As the host's console shows it. */
  readonly hosted: HostedZone;
  readonly hostName: string;
  /** Its servers, each at its address. */
  readonly at: readonly AddressView[];
  /** Whether any of them answers for it. */
  readonly isServed: boolean;
  /** Whether it was made for a private network: its servers are reserved ones that answer nobody outside. */
  readonly isPrivate: boolean;
  /** How many things had happened in the world when it was made, or its records were last changed. */
  readonly changedAt: number;
}

/** The zones of a name at all hosts that the people asked about may see, oldest first. */
export function hostedViews(world: World, origin: Name, mayShow: (person: string) => boolean): readonly HostedView[] {
  const named = [...world.hostedZones.values()].filter(({ zone }) => zone.origin === origin);
  return named
    .filter(({ customer }) => mayShow(personOf(customer)))
    .map((hosted) => {
      const isPrivate = hosted.networks !== undefined;
      const at = isPrivate ? [] : serversOf(world, hosted).map((server) => viewAddress(world, origin, server));
      const isServed = at.some(({ state }) => state === 'works');
      const hostName = hostOf(world.catalogue, hosted.host).name;
      return { hosted, hostName, at, isServed, isPrivate, changedAt: changedAt(world, hosted.id) };
    });
}

const serversOf = (world: World, { nameServers }: HostedZone) =>
  nameServers.flatMap((name) => {
    const address = nameServerAddress(world, name);
    return address === undefined ? [] : [{ name, address }];
  });

/** The four servers of every private hosted zone. AWS: Route 53 Developer Guide, "Considerations when working with a private hosted zone". */
export const isReserved = (server: Name): boolean =>
  /^ns-(?:0\.awsdns-00\.com|512\.awsdns-00\.net|1024\.awsdns-00\.org|1536\.awsdns-00\.co\.uk)\.$/.test(server);

/** As the host's log has it; events of the world are in order. */
const changedAt = ({ history }: World, id: string): number =>
  history.findLastIndex((event) => 'id' in event && event.id === id && CHANGES.includes(event.kind));

const CHANGES: readonly string[] = ['zone-created', 'rrset-put', 'rrset-removed', 'zone-signed', 'zone-unsigned'];
