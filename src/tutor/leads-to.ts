import { assertNever } from '../base/result.ts';
import type { Name } from '../dns/name.ts';
import type { HostedZone } from '../hosting/hosted-zone.ts';
import { publishedOf } from '../registration/registration.ts';
import { hostOf } from '../world/catalogue.ts';
import { closedAccountOf } from '../world/decide-account.ts';
import type { World } from '../world/world.ts';
import { list } from './names.ts';

/** Where the delegation of a domain leads, if any is published: to the zones that its name servers answer from. */
type Lead =
  | { readonly kind: 'unregistered' | 'without-name-servers' | 'nowhere' }
  /** `closed`: to such as answer nobody, because their account is closed. */
  | { readonly kind: 'zones' | 'closed'; readonly zones: readonly HostedZone[] };

function leadOf(world: World, domain: Name): Lead {
  const registration = world.registrations.get(domain);
  if (registration === undefined) return { kind: 'unregistered' };
  const published = publishedOf(registration).nameServers;
  if (published.length === 0) return { kind: 'without-name-servers' };
  const zones = zonesOf(world, domain).filter(
    ({ nameServers, networks }) => networks === undefined && nameServers.some((each) => published.includes(each)),
  );
  const open = zones.filter((zone) => !closedAccountOf(world, zone));
  if (open.length > 0) return { kind: 'zones', zones: open };
  return zones.length > 0 ? { kind: 'closed', zones } : { kind: 'nowhere' };
}

/** The zones of a name, at whatever hosts, oldest first. */
export const zonesOf = ({ hostedZones }: World, origin: Name): readonly HostedZone[] =>
  [...hostedZones.values()].filter(({ zone }) => zone.origin === origin);

/** Every name that is registered or has a zone, each once. */
export const domainsIn = ({ registrations, hostedZones }: World): readonly Name[] => [
  ...new Set([...registrations.keys(), ...[...hostedZones.values()].map(({ zone }) => zone.origin)]),
];

/** Where a resolver ends up, in a sentence. */
export function leadsTo(world: World, domain: Name): string {
  const lead = leadOf(world, domain);
  switch (lead.kind) {
    case 'unregistered':
      return 'No resolver is led to the zone: nobody holds the domain, so no registry publishes a delegation.';
    case 'without-name-servers':
      return 'For resolvers there is no such domain: the registry has no name servers to publish.';
    case 'nowhere':
      return 'The delegation leads nowhere: none of those name servers has a zone for the domain.';
    case 'closed':
      return `A resolver that remembers nothing is led to ${hostsOf(world, lead.zones)}, and nobody is answered from it: the account there is closed.`;
    case 'zones':
      return `A resolver that remembers nothing is led to ${hostsOf(world, lead.zones)}.`;
    default:
      return assertNever(lead);
  }
}

const hostsOf = ({ catalogue }: World, zones: readonly HostedZone[]): string =>
  list(zones.map(({ host, id }) => `${hostOf(catalogue, host).name} (zone ${id})`));

const BRIEFLY = {
  unregistered: 'Not delegated: nobody has registered it',
  'without-name-servers': 'Not delegated: no name servers are set',
  nowhere: 'The delegation leads to no zone of it',
} as const;

/** The same in a few words. */
export function leadsToBriefly(world: World, domain: Name): string {
  const lead = leadOf(world, domain);
  if (lead.kind !== 'zones' && lead.kind !== 'closed') return BRIEFLY[lead.kind];
  const hosts = list([...new Set(lead.zones.map(({ host }) => hostOf(world.catalogue, host).name))]);
  return lead.kind === 'zones'
    ? `The delegation leads to the zone at ${hosts}`
    : `The delegation leads to a closed account at ${hosts}`;
}
