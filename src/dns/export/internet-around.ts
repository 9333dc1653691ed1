import { displayName, isAtOrBelow, isBelow, labelsOf, type Name, name, parentOf, ROOT } from '../name.ts';
import type { RRset } from '../record.ts';
import type { RootHint } from '../resolver/delegation.ts';
import type { Internet } from '../resolver/internet.ts';
import { makeNameServer } from '../zone/name-server.ts';
import { makeZone, rrsetAt, type Zone } from '../zone/zone.ts';

const ROOT_SERVER = name('a.root-servers.net.');
const TTL = 172_800;

/** What is known of name servers while an Internet is made around some zones. */
interface Servers {
  readonly addresses: Map<Name, string>;
  readonly zones: Map<string, Zone[]>;
}

/**
 * An Internet in which the zones are found: each at the servers that its own NS set names, with the addresses that any of
 * the zones gives them. Above those that hang below no other a suffix and the root are made, which delegate them; what the
 * given zones should delegate and do not is left so. What was made up, and what is amiss, is told in sentences.
 */
export function internetAround(given: readonly Zone[]): {
  readonly internet: Internet;
  readonly notes: readonly string[];
} {
  const notes: string[] = [];
  const servers: Servers = { addresses: new Map(), zones: new Map() };
  for (const zone of given) placeZone(zone, given, servers, notes);
  notes.push(...given.flatMap(({ origin }) => neverDelegated(given, origin)));

  const suffixes = new Map<Name, RRset[]>();
  const add = (suffix: Name, sets: readonly RRset[]) =>
    suffixes.set(suffix, [...(suffixes.get(suffix) ?? []), ...sets]);
  for (const zone of given.filter(({ origin }) => origin !== ROOT && zonesAbove(given, origin).length === 0)) {
    const suffix = parentOf(zone.origin) === ROOT ? ROOT : lastLabel(zone.origin);
    add(suffix, delegationOf(zone, suffix, servers));
    notes.push(`${place(suffix)} was made up, and delegates ${displayName(zone.origin)}.`);
  }
  const outside = [...servers.addresses].filter(([server]) => zonesAbove(given, server, true).length === 0);
  for (const [server, address] of outside) add(lastLabel(server), [addressSet(server, address)]);
  const cuts = [...suffixes].flatMap(([suffix, sets]) => (suffix === ROOT ? sets : placeSuffix(suffix, sets, servers)));
  const root = placeRoot(given, cuts, servers);
  const held = Array.from(servers.zones, ([address, zones]) => [address, makeNameServer(zones)] as const);
  return { internet: { servers: new Map(held), rootHints: root }, notes };
}

/** The given zones that a name lies below, or in. */
const zonesAbove = (given: readonly Zone[], owner: Name, orIn = false): readonly Zone[] =>
  given.filter(({ origin }) => isBelow(owner, origin) || (orIn && origin === owner));

/** Says so where a zone lies in another one that has no NS for it: nobody is led there. */
function neverDelegated(given: readonly Zone[], origin: Name): readonly string[] {
  const above = zonesAbove(given, origin);
  if (above.length === 0 || above.some((zone) => rrsetAt(zone, origin, 'NS') !== undefined)) return [];
  const nearest = above.toSorted((a, b) => labelsOf(b.origin).length - labelsOf(a.origin).length)[0];
  return nearest
    ? [`${place(nearest.origin)} has no NS for ${displayName(origin)}, so nobody is led to that zone.`]
    : [];
}

/** Makes a suffix and puts it at a server of its own; gives what the root has to hold of it. */
function placeSuffix(suffix: Name, sets: readonly RRset[], servers: Servers): readonly RRset[] {
  const server = name(`ns.nic.${suffix}`);
  const address = addressFor(server, servers);
  const zone = makeZone(suffix, [...apexOf(suffix, server), addressSet(server, address), ...sets]);
  servers.zones.set(address, [...(servers.zones.get(address) ?? []), zone]);
  return [nsSet(suffix, server), addressSet(server, address)];
}

/** The root as it was given, or a made one with those cuts; gives the hints that lead to it. */
function placeRoot(given: readonly Zone[], cuts: readonly RRset[], servers: Servers): readonly RootHint[] {
  const own = given.find(({ origin }) => origin === ROOT);
  if (own) {
    const named = rrsetAt(own, ROOT, 'NS')?.rdata.map(({ nameServer }) => nameServer) ?? [name('ns.')];
    return named.map((server) => ({ name: server, address: addressFor(server, servers) }));
  }
  const address = addressFor(ROOT_SERVER, servers);
  const root = makeZone(ROOT, [...apexOf(ROOT, ROOT_SERVER), addressSet(ROOT_SERVER, address), ...cuts]);
  servers.zones.set(address, [...(servers.zones.get(address) ?? []), root]);
  return [{ name: ROOT_SERVER, address }];
}

/** Puts a zone at the servers that it names; one without any gets a server of its own. */
function placeZone(zone: Zone, given: readonly Zone[], servers: Servers, notes: string[]): void {
  const named = rrsetAt(zone, zone.origin, 'NS')?.rdata.map(({ nameServer }) => nameServer) ?? [];
  if (named.length === 0) notes.push(`${place(zone.origin)} names no server, so it was given one.`);
  for (const server of named.length === 0 ? [name(`ns.${zone.origin === ROOT ? '' : zone.origin}`)] : named) {
    const written = given.flatMap((each) => rrsetAt(each, server, 'A')?.rdata.map(({ address }) => address) ?? [])[0];
    if (written === undefined && !servers.addresses.has(server)) {
      notes.push(`No zone gives an address for ${displayName(server)}, so it was given one.`);
    }
    if (written !== undefined) servers.addresses.set(server, written);
    const address = addressFor(server, servers);
    const there = servers.zones.get(address) ?? [];
    if (!there.includes(zone)) servers.zones.set(address, [...there, zone]);
  }
}

/** The delegation of a zone with the glue that the zone above can give. */
function delegationOf(zone: Zone, above: Name, servers: Servers): RRset[] {
  const own = rrsetAt(zone, zone.origin, 'NS')?.rdata.map(({ nameServer }) => nameServer) ?? [
    name(`ns.${zone.origin}`),
  ];
  const glue = own.filter((server) => isAtOrBelow(server, zone.origin) && isBelow(server, above));
  return [
    { owner: zone.origin, ttl: TTL, rdata: own.map((nameServer) => ({ type: 'NS', nameServer }) as const) },
    ...glue.map((server) => addressSet(server, addressFor(server, servers))),
  ];
}

/** A server's address; an allotted one where nobody has given it any. RFC 5737. */
function addressFor(server: Name, { addresses }: Servers): string {
  const known = addresses.get(server);
  if (known !== undefined) return known;
  const taken = new Set(addresses.values());
  let host = 1;
  while (taken.has(allotted(host))) host += 1;
  addresses.set(server, allotted(host));
  return allotted(host);
}
const allotted = (host: number): string => (host < 255 ? `192.0.2.${host}` : `198.18.${host >> 8}.${host & 0xff}`);

function apexOf(origin: Name, server: Name): RRset[] {
  const rname = name(`hostmaster.${origin === ROOT ? '' : origin}`);
  const times = { serial: 1, refresh: 1800, retry: 900, expire: 604_800, minimum: 900 };
  return [{ owner: origin, ttl: 900, rdata: [{ type: 'SOA', mname: server, rname, ...times }] }, nsSet(origin, server)];
}

const lastLabel = (owner: Name): Name => name(labelsOf(owner).at(-1) ?? '.');
const nsSet = (owner: Name, nameServer: Name): RRset => ({ owner, ttl: TTL, rdata: [{ type: 'NS', nameServer }] });
const addressSet = (owner: Name, address: string): RRset => ({
  owner,
  ttl: TTL,
  rdata: [address.includes(':') ? { type: 'AAAA', address } : { type: 'A', address }],
});
const place = (origin: Name): string => (origin === ROOT ? 'The root' : `The zone ${displayName(origin)}`);
