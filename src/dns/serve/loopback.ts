import { ipv4Octets, ipv6Octets } from '../address.ts';
import type { Rdata, RRset } from '../record.ts';
import { addressesIn } from '../resolver/delegation.ts';
import type { Internet } from '../resolver/internet.ts';
import { makeNameServer } from '../zone/name-server.ts';
import { makeZone, rrsetsOf, setsOf, type Zone } from '../zone/zone.ts';

/** Where the resolver listens. */
export const RESOLVER_ADDRESS = '127.0.0.1';

/**
 * The same Internet with each name server at an address of 127.0.0.0/8, where one machine can serve them all: in the
 * records that hold the address and in the root hints too. That goes for servers that nobody runs as well, so that who
 * follows a delegation never leaves the machine. All other addresses stay what they are.
 */
export function onLoopback(internet: Internet): Internet {
  const places = loopbackAddresses(new Set([...internet.servers.keys(), ...namedAddresses(internet)]));
  const moved = new Map<Zone, Zone>();
  const move = (zone: Zone): Zone => {
    const found = moved.get(zone) ?? moveZone(zone, places);
    moved.set(zone, found);
    return found;
  };
  const servers = Array.from(
    internet.servers,
    ([address, { zones }]) =>
      [places.get(address) ?? address, makeNameServer(Array.from(zones.values(), move))] as const,
  );
  const rootHints = internet.rootHints.map((hint) => ({ ...hint, address: places.get(hint.address) ?? hint.address }));
  return { servers: new Map(servers), rootHints };
}

/** The addresses of the hosts that some NS record or root hint names. */
function namedAddresses({ servers, rootHints }: Internet): readonly string[] {
  const zones = new Set([...servers.values()].flatMap((server) => [...server.zones.values()]));
  const sets = [...zones].flatMap((zone) => [...zone.nodes.values()]).flatMap(setsOf);
  const hosts = new Set(
    sets.flatMap(({ rdata }) => rdata.flatMap((one) => (one.type === 'NS' ? [one.nameServer] : []))),
  );
  const glue = sets.filter(({ owner }) => hosts.has(owner)).flatMap(addressesIn);
  return [...rootHints.map(({ address }) => address), ...glue];
}

/**
 * A loopback address for each: 192.0.2.k becomes 127.0.2.k, 198.51.100.k 127.51.100.k, 203.0.113.k 127.0.113.k and
 * 2001:db8:53::k 127.53.0.k, so that one is known by the other; 127.64.0.1 and on for all others.
 */
function loopbackAddresses(addresses: Iterable<string>): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const taken = new Set([RESOLVER_ADDRESS]);
  let used = 0;
  for (const address of addresses) {
    let place = readablePlace(address);
    while (place === undefined || taken.has(place)) {
      used += 1;
      place = `127.${64 + (used >> 16)}.${(used >> 8) & 0xff}.${used & 0xff}`;
    }
    taken.add(place);
    places.set(address, place);
  }
  return places;
}

function readablePlace(address: string): string | undefined {
  const [a, b, c, d] = ipv4Octets(address) ?? [];
  if (a === 127) return address;
  if (a === 192 && b === 0 && c === 2) return `127.0.2.${d}`;
  if (a === 198 && b === 51 && c === 100) return `127.51.100.${d}`;
  if (a === 203 && b === 0 && c === 113) return `127.0.113.${d}`;
  const octets = address.startsWith('2001:db8:53::') ? (ipv6Octets(address) ?? []) : [];
  return octets.length === 16 ? `127.53.${octets[14]}.${octets[15]}` : undefined;
}

function moveZone(zone: Zone, places: ReadonlyMap<string, string>): Zone {
  const sets = rrsetsOf(zone);
  const isMoved = (one: Rdata): boolean => (one.type === 'A' || one.type === 'AAAA') && places.has(one.address);
  if (!sets.some(({ rdata }) => rdata.some(isMoved))) return zone;
  const moved = sets.flatMap((set): RRset[] =>
    set.rdata.some(isMoved) ? set.rdata.map((one) => ({ ...set, rdata: [moveRecord(one, places)] })) : [set],
  );
  return { ...zone, ...makeZone(zone.origin, moved, zone.spellings) };
}

function moveRecord(one: Rdata, places: ReadonlyMap<string, string>): Rdata {
  const place = one.type === 'A' || one.type === 'AAAA' ? places.get(one.address) : undefined;
  return place === undefined ? one : { type: 'A', address: place };
}
