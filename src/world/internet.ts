import { type Name, parentOf } from '../dns/name.ts';
import type { Internet } from '../dns/resolver/internet.ts';
import type { NameServer } from '../dns/zone/name-server.ts';
import { makeZone, type Zone } from '../dns/zone/zone.ts';
import { publishedOf } from '../registration/registration.ts';
import { registrableDomain } from '../registration/registry.ts';
import { MOST_ALIASES, withAliases } from './aliases.ts';
import type { Catalogue } from './catalogue.ts';
import { answeredFrom } from './decide-account.ts';
import { industryOf } from './industry.ts';
import { zonesOnServers } from './leaving-zones.ts';
import { nameServersOf } from './name-servers-of.ts';
import { parkedZones } from './parking.ts';
import { REGISTRY_SIGNING } from './signing.ts';
import {
  type AddressesOf,
  addressRecords,
  delegations,
  listed,
  makeStandingZones,
  OPERATOR_TTL,
  type StandingZone,
} from './standing-zones.ts';
import type { World } from './world.ts';

/** Internets by what they are made of, so that moving the clock or asking a question builds none. */
const built = new WeakMap<World['hostedZones'], WeakMap<World['registrations'], Internet>>();

/** The name servers that answer in a world: the root's, the registries', the hosts', each with its zones. */
export function internetOf(world: World): Internet {
  if (world.own) return world.own.internet;
  const known = built.get(world.hostedZones) ?? new WeakMap<World['registrations'], Internet>();
  built.set(world.hostedZones, known);
  const internet = known.get(world.registrations) ?? buildInternet(world);
  known.set(world.registrations, internet);
  return internet;
}

/** The address of a name server, if such a server stands in this world, or a registry has glue of that name. */
export const nameServerAddress = (world: World, nameServer: Name): string | undefined =>
  world.own
    ? nameServersOf(world.own.internet).get(nameServer)
    : (world.addresses.get(nameServer) ??
      industryOf(world.catalogue).addresses.get(nameServer) ??
      glueOf(world, nameServer));

/** The address that the registry publishes of a name server under a registered domain. */
function glueOf({ registrations, catalogue }: World, nameServer: Name): string | undefined {
  const domain = registrableDomain(nameServer, catalogue.tlds);
  const registration = domain && registrations.get(domain);
  return registration && publishedOf(registration).hosts.find(({ name }) => name === nameServer)?.addresses[0];
}

/** The name server at an address; the first by name where one machine has several names. */
export function nameServerAt(world: World, address: string): Name | undefined {
  const all = world.own
    ? [...nameServersOf(world.own.internet)]
    : [...world.addresses, ...industryOf(world.catalogue).addresses];
  return all.find(([, at]) => at === address)?.[0];
}

/** A zone and the servers that answer for it; two of one origin never share a server. */
interface ServedZone {
  /** None where the servers have not heard of it yet. */
  readonly zone: Zone | undefined;
  readonly nameServers: readonly Name[];
}

/** What registries and operators answer, with the zones at DNS hosts, and of registrars that have parked some, put over it. */
function buildInternet(world: World): Internet {
  const plain = withHosts(world);
  const hasAliases = zonesOnServers(world).some(({ zone, served }) => zone.aliases ?? served?.aliases);
  // Of what leads from one zone's alias to another's, only so many steps are followed.
  const rounds = hasAliases ? Array.from({ length: MOST_ALIASES }) : [];
  return rounds.reduce((internet: Internet) => withHosts(world, internet), plain);
}

/** With aliases answered as another Internet answers for their targets. A private zone answers nobody outside its networks. */
function withHosts(world: World, targets?: Internet): Internet {
  const hosted = zonesOnServers(world)
    .filter(({ networks }) => networks === undefined)
    .map((each): ServedZone => {
      const zone = answeredFrom(world, each);
      return { zone: zone && withAliases(zone, targets, world.now), nameServers: each.nameServers };
    });
  return withZones(world, withoutHosts(world), [...hosted, ...parkedZones(world)]);
}

/** Internets without the zones at hosts, by what they are made of, so that a record that changes there builds little. */
const bare = new WeakMap<World['registrations'], { of: World['addresses']; internet: Internet }>();

/** What stands in every world of a catalogue, with what its registries publish and its hosts' own zones put over it. */
function withoutHosts(world: World): Internet {
  const found = bare.get(world.registrations);
  if (found?.of === world.addresses) return found.internet;
  const { zones, internet } = standingIn(world.catalogue);
  const made = withZones(world, internet, [...suffixZones(world, zones), ...operatorZones(world, zones)]);
  bare.set(world.registrations, { of: world.addresses, internet: made });
  return made;
}

function withZones(world: World, internet: Internet, zones: readonly ServedZone[]): Internet {
  const changed = new Map<string, Map<Name, Zone>>();
  for (const { zone, nameServers } of zones) {
    for (const address of nameServers.flatMap((server) => nameServerAddress(world, server) ?? [])) {
      const served = changed.get(address) ?? new Map(internet.servers.get(address)?.zones);
      changed.set(address, zone ? served.set(zone.origin, zone) : served);
    }
  }
  const servers = new Map(internet.servers);
  for (const [address, served] of changed) servers.set(address, { zones: served });
  return { ...internet, servers };
}

interface Standing {
  readonly zones: ReadonlyMap<Name, StandingZone>;
  readonly internet: Internet;
}
const standing = new WeakMap<Catalogue, Standing>();

function standingIn(catalogue: Catalogue): Standing {
  const found = standing.get(catalogue) ?? makeStanding(catalogue);
  standing.set(catalogue, found);
  return found;
}

function makeStanding(catalogue: Catalogue): Standing {
  const { addresses } = industryOf(catalogue);
  const addressOf = (server: Name): string => addresses.get(server) ?? '';
  const zones = makeStandingZones(catalogue);
  const servers = new Map<string, NameServer & { readonly zones: Map<Name, Zone> }>();
  for (const [origin, { zone, nameServers }] of zones) {
    for (const address of nameServers.map(addressOf)) {
      const server = servers.get(address) ?? { zones: new Map<Name, Zone>() };
      server.zones.set(origin, zone);
      servers.set(address, server);
    }
  }
  const rootHints = catalogue.root.nameServers.map((name) => ({ name, address: addressOf(name) }));
  return { zones, internet: { servers, rootHints } };
}

/** The zones of suffixes under which someone holds a delegated domain. */
function suffixZones(world: World, zones: Standing['zones']): readonly ServedZone[] {
  const held = [...world.registrations.values()];
  const cuts = held.map((registration) => ({ domain: registration.domain, ...publishedOf(registration) }));
  const delegated = cuts.filter(({ nameServers }) => nameServers.length > 0);
  const bySuffix = Map.groupBy(delegated, ({ domain }) => parentOf(domain));
  const hosts = new Map(cuts.flatMap((cut) => cut.hosts.map(({ name, addresses }) => [name, addresses] as const)));
  const addressesOf: AddressesOf = (server) => {
    const under = registrableDomain(server, world.catalogue.tlds);
    // Of a name under a domain that somebody holds, the registry knows what that one's registrar told it, and no more.
    if (under !== undefined && world.registrations.has(under)) return hosts.get(server) ?? [];
    const address = nameServerAddress(world, server);
    return address === undefined ? [] : [address];
  };
  return [...world.catalogue.tlds.values()].flatMap(({ suffix, delegationTtl, dsTtl, nameServers }) => {
    const cuts = bySuffix.get(suffix);
    const rrsets = zones.get(suffix)?.rrsets ?? [];
    if (!cuts) return [];
    const all = [...rrsets, ...delegations(suffix, cuts, delegationTtl, addressesOf, dsTtl)];
    return [{ zone: { ...makeZone(suffix, all), signing: REGISTRY_SIGNING }, nameServers }];
  });
}

/** The zones of operators' domains in which a server was allotted to someone. */
function operatorZones(world: World, zones: Standing['zones']): readonly ServedZone[] {
  const { catalogue, addresses } = world;
  const byDomain = Map.groupBy(addresses.keys(), (server) => registrableDomain(server, catalogue.tlds));
  return [...byDomain].flatMap(([domain, servers]) => {
    const bare = domain && zones.get(domain);
    if (!bare) return [];
    const allotted = addressRecords(servers, (server) => listed(addresses.get(server)), OPERATOR_TTL);
    return [{ zone: makeZone(domain, [...bare.rrsets, ...allotted]), nameServers: bare.nameServers }];
  });
}
