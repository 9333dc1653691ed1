import { later } from '../base/time.ts';
import { isAtOrBelow, type Name } from '../dns/name.ts';
import { type Cache, type CacheEntry, delegationId } from '../dns/resolver/cache.ts';
import type { Internet } from '../dns/resolver/internet.ts';
import { makeNameServer } from '../dns/zone/name-server.ts';
import type { HostedZone } from '../hosting/hosted-zone.ts';
import { withAliases } from './aliases.ts';
import { answeredFrom } from './decide-account.ts';
import { nameServerAddress } from './internet.ts';
import { zonesOnServers } from './leaving-zones.ts';
import { addressRecords } from './standing-zones.ts';
import type { World } from './world.ts';

/** What a resolver inside a network has that no other has: who answers there, and which zones it need not look for. */
export interface InsideView {
  readonly internet: Internet;
  /** What it remembers, with the private zones' servers known beforehand, and nothing else of their names. */
  readonly before: (cache: Cache) => Cache;
  /** What it remembers afterwards, without anything of the private zones: it asks them each time. */
  readonly after: (cache: Cache) => Cache;
}

/**
 * The Internet as a network sees it: the servers of its private zones answer, and hide the public zones of these names
 * and all below them. No registry has a part in it.
 */
export function viewInside(world: World, internet: Internet, network: string): InsideView {
  const seen = zonesOnServers(world).filter(({ networks = [] }) => networks.includes(network));
  const after = (cache: Cache): Cache => without(cache, seen);
  const known = seen.map((hosted) => [delegationId(hosted.zone.origin), delegationOf(world, hosted)] as const);
  return {
    internet: withServers(world, internet, seen),
    before: (cache) => ({ ...after(cache), entries: new Map([...after(cache).entries, ...known]) }),
    after,
  };
}

function withServers(world: World, internet: Internet, seen: readonly HostedZone[]): Internet {
  const servers = new Map(internet.servers);
  const inside = makeNameServer(
    seen.flatMap((hosted) => {
      const zone = answeredFrom(world, hosted);
      return zone ? [withAliases(zone, internet, world.now)] : [];
    }),
  );
  for (const { nameServers } of seen) {
    for (const server of nameServers) {
      const address = nameServerAddress(world, server);
      if (address !== undefined) servers.set(address, inside);
    }
  }
  return { ...internet, servers };
}

/** Beyond any answer's TTL: the network tells its resolver the servers, so that they never run out. */
const LASTING = 1_000_000_000;

function delegationOf(world: World, { zone: { origin }, nameServers }: HostedZone): CacheEntry {
  const addressesOf = (server: Name) => {
    const address = nameServerAddress(world, server);
    return address === undefined ? [] : [address];
  };
  return {
    kind: 'delegation',
    owner: origin,
    since: world.now,
    until: later(world.now, LASTING),
    ns: { owner: origin, ttl: LASTING, rdata: nameServers.map((nameServer) => ({ type: 'NS', nameServer })) },
    glue: addressRecords(nameServers, addressesOf, LASTING),
  };
}

function without(cache: Cache, seen: readonly HostedZone[]): Cache {
  const isSeen = (name: Name) => seen.some(({ zone }) => isAtOrBelow(name, zone.origin));
  return { ...cache, entries: new Map([...cache.entries].filter(([, { owner }]) => !isSeen(owner))) };
}
