import { childOf, isBelow, type Name, parentOf, ROOT } from '../dns/name.ts';
import type { RdataOf, RRset } from '../dns/record.ts';
import { makeZone, type Zone } from '../dns/zone/zone.ts';
import type { Tld } from '../registration/registry.ts';
import type { Catalogue } from './catalogue.ts';
import { industryOf } from './industry.ts';
import { dsRecords, REGISTRY_SIGNING } from './signing.ts';

/** A zone that stands in every world, with what it is made of and the servers that answer for it. */
export interface StandingZone {
  readonly zone: Zone;
  readonly rrsets: readonly RRset[];
  readonly nameServers: readonly Name[];
}

/** TTL of the operators' own NS and address records, in seconds. */
export const OPERATOR_TTL = 172_800;
const OPERATOR_NEGATIVE_TTL = 900;

/** The zones of the root, the suffixes and the operators' own domains before anyone registers anything, by origin. */
export function makeStandingZones(catalogue: Catalogue): ReadonlyMap<Name, StandingZone> {
  const standing = new Map<Name, StandingZone>();
  const add = (origin: Name, nameServers: readonly Name[], rrsets: readonly RRset[]) =>
    standing.set(origin, { zone: makeZone(origin, rrsets), rrsets, nameServers });
  const addSigned = (origin: Name, nameServers: readonly Name[], rrsets: readonly RRset[]) => {
    const zone = { ...makeZone(origin, rrsets), signing: REGISTRY_SIGNING };
    standing.set(origin, { zone, rrsets, nameServers });
  };
  addSigned(ROOT, catalogue.root.nameServers, rootRecords(catalogue));
  for (const tld of catalogue.tlds.values()) addSigned(tld.suffix, tld.nameServers, suffixRecords(catalogue, tld));
  const { addresses, domains } = industryOf(catalogue);
  for (const [domain, { nameServers }] of domains) {
    const own = addressRecords(nameServers, (server) => listed(addresses.get(server)), OPERATOR_TTL);
    add(domain, nameServers, [...apex(domain, nameServers, OPERATOR_TTL, OPERATOR_NEGATIVE_TTL), ...own]);
  }
  return standing;
}

/** A name below a zone's origin, and the servers that the zone delegates it to. */
export interface Cut {
  readonly domain: Name;
  readonly nameServers: readonly Name[];
  readonly ds?: readonly RdataOf<'DS'>[];
}
/** The addresses of a name server that are known: none, one, or one of each kind. */
export type AddressesOf = (nameServer: Name) => readonly string[];
/** One, or none, as a list. */
export const listed = (address: string | undefined): readonly string[] => (address === undefined ? [] : [address]);

/**
 * Delegations as the zone above publishes them: NS sets with their DS, and glue for servers named in it. RFC 9471.
 * @param ttl of NS and glue; `dsTtl` of DS, the same if absent
 */
export function delegations(
  above: Name,
  cuts: readonly Cut[],
  ttl: number,
  addressesOf: AddressesOf,
  dsTtl: number = ttl,
): RRset[] {
  const sets = cuts.map(({ domain, nameServers }): RRset => ({ owner: domain, ttl, rdata: nsRecords(nameServers) }));
  const named = new Set(cuts.flatMap(({ nameServers }) => nameServers).filter((server) => isBelow(server, above)));
  const keys = cuts.flatMap(({ domain, ds = [] }): RRset[] =>
    ds.length > 0 ? [{ owner: domain, ttl: dsTtl, rdata: ds }] : [],
  );
  return [...sets, ...keys, ...addressRecords([...named], addressesOf, ttl)];
}

/** The address records of those name servers that have an address. */
export function addressRecords(nameServers: readonly Name[], addressesOf: AddressesOf, ttl: number): RRset[] {
  return nameServers.flatMap((owner): RRset[] => {
    const all = addressesOf(owner);
    const a = all.flatMap((address) => (address.includes(':') ? [] : [{ type: 'A', address } as const]));
    const aaaa = all.flatMap((address) => (address.includes(':') ? [{ type: 'AAAA', address } as const] : []));
    return [a, aaaa].filter(({ length }) => length > 0).map((rdata) => ({ owner, ttl, rdata }));
  });
}

function rootRecords(catalogue: Catalogue): RRset[] {
  const { nameServers, delegationTtl, negativeTtl } = catalogue.root;
  return [
    ...apex(ROOT, nameServers, delegationTtl, negativeTtl),
    ...delegations(ROOT, cutsBelow(catalogue, ROOT), delegationTtl, addressIn(catalogue)),
  ];
}

function suffixRecords(catalogue: Catalogue, { suffix, nameServers, delegationTtl, negativeTtl }: Tld): RRset[] {
  return [
    ...apex(suffix, nameServers, delegationTtl, negativeTtl),
    ...delegations(suffix, cutsBelow(catalogue, suffix), delegationTtl, addressIn(catalogue)),
  ];
}

const addressIn = (catalogue: Catalogue): AddressesOf => {
  const { addresses } = industryOf(catalogue);
  return (nameServer) => listed(addresses.get(nameServer));
};

/** The suffixes and the operators' domains that a zone delegates: those of which it is the nearest suffix above. */
function cutsBelow(catalogue: Catalogue, above: Name): readonly Cut[] {
  const suffixes = [...catalogue.tlds.values()].map(({ suffix: domain, nameServers }) => ({
    domain,
    nameServers,
    ds: dsRecords(domain, REGISTRY_SIGNING),
  }));
  const operators = [...industryOf(catalogue).domains].map(([domain, { nameServers }]) => ({ domain, nameServers }));
  const cuts: readonly Cut[] = [...suffixes, ...operators];
  return cuts.filter(({ domain }) => nearestSuffix(catalogue, domain) === above);
}

/** The longest suffix above a domain; the root where there is none. */
function nearestSuffix({ tlds }: Catalogue, domain: Name): Name {
  let above = parentOf(domain) ?? ROOT;
  while (above !== ROOT && !tlds.has(above)) above = parentOf(above) ?? ROOT;
  return above;
}

function apex(origin: Name, nameServers: readonly Name[], ttl: number, negativeTtl: number): RRset[] {
  const mname = nameServers[0] ?? origin;
  const rname = childOf('hostmaster', mname);
  const times = { serial: 1, refresh: 1800, retry: 900, expire: 604_800, minimum: negativeTtl };
  return [
    { owner: origin, ttl: negativeTtl, rdata: [{ type: 'SOA', mname, rname, ...times }] },
    { owner: origin, ttl, rdata: nsRecords(nameServers) },
  ];
}

const nsRecords = (nameServers: readonly Name[]) =>
  nameServers.map((nameServer) => ({ type: 'NS', nameServer }) as const);
