import { isAtOrBelow, type Name, parentOf, ROOT } from '../dns/name.ts';
import type { RRsetOf } from '../dns/record.ts';
import { ask, FRESH_RESOLVER } from '../world/ask.ts';
import { internetOf } from '../world/internet.ts';
import type { World } from '../world/world.ts';
import {
  addressesIn,
  answered,
  type Exchange,
  isAddressSet,
  put,
  type Referral,
  referral,
  type ServerAddress,
  serversIn,
} from './exchange.ts';

/** What the servers of the zone above say of a domain. */
export interface ParentView {
  /** The zone above. */
  readonly zone: Name;
  readonly servers: readonly ServerAddress[];
  /** NS of the domain, asked of each of them. */
  readonly said: readonly Exchange[];
  /** DS of the domain, asked of each. */
  readonly ds: readonly Exchange[];
  /** The first delegation that one of them gives; absent where none does. */
  readonly delegation?: Referral;
  /** Whether some of them give it and others do not, or another. */
  readonly isInconsistent: boolean;
}

/**
 * Walks down from the root to the zone that delegates a domain, or would, and asks each of its servers, as Zonemaster's
 * BASIC01 does. Where a server holds the domain's own zone beside the one above, it does not show a delegation: its own
 * NS set stands for it.
 */
export function findParent(world: World, domain: Name): ParentView {
  const internet = internetOf(world);
  let zone: Name = ROOT;
  let servers: readonly ServerAddress[] = internet.rootHints;
  for (const at of pathTo(domain)) {
    const next = stepDown(world, servers, at);
    if (next === 'nothing-below') break;
    if (next === 'same-zone') continue;
    zone = at;
    servers = next;
  }
  return viewOf(world, domain, zone, servers);
}

/** The servers of a zone of that name, if it is a cut; or that the name is none, or that there is nothing at all. */
function stepDown(
  world: World,
  servers: readonly ServerAddress[],
  at: Name,
): readonly ServerAddress[] | 'same-zone' | 'nothing-below' {
  const internet = internetOf(world);
  for (const server of servers) {
    const exchange = put(internet, server, { qname: at, qtype: 'NS' });
    const { response } = exchange;
    if (response === 'timeout' || (!response.aa && response.authority.length === 0)) continue;
    const cut = delegationIn(exchange, at);
    if (cut) return serverAddresses(world, cut);
    return response.rcode === 'NXDOMAIN' ? 'nothing-below' : 'same-zone';
  }
  return 'nothing-below';
}

function viewOf(world: World, domain: Name, zone: Name, servers: readonly ServerAddress[]): ParentView {
  const internet = internetOf(world);
  const said = servers.map((server) => put(internet, server, { qname: domain, qtype: 'NS' }));
  const ds = servers.map((server) => put(internet, server, { qname: domain, qtype: 'DS' }));
  const replies = said.filter(({ response }) => response !== 'timeout');
  const given = replies.map((exchange) => delegationIn(exchange, domain));
  const [delegation] = given.filter((one) => one !== undefined);
  const isInconsistent = new Set(given.map((one) => (one ? namesText(one.ns) : ''))).size > 1;
  return { zone, servers, said, ds, isInconsistent, ...(delegation ? { delegation } : {}) };
}

/** A referral to the domain, or its own NS set from a server that holds both zones. */
function delegationIn(exchange: Exchange, domain: Name): Referral | undefined {
  const ns = answered(exchange, 'NS');
  const { response } = exchange;
  if (!ns || response === 'timeout') return referral(exchange, domain);
  return { ns, glue: response.additional.filter(isAddressSet) };
}

const namesText = (ns: RRsetOf<'NS'>): string => serversIn(ns).toSorted().join();

/** Every name from just below the root down to above the domain. */
function pathTo(domain: Name): readonly Name[] {
  const path: Name[] = [];
  for (let at = parentOf(domain); at && at !== ROOT; at = parentOf(at)) path.unshift(at);
  return path;
}

/** Where the servers of a delegation can be asked: by glue for those named in the zone, by look-ups for the others. */
function serverAddresses(world: World, { ns, glue }: Referral): readonly ServerAddress[] {
  return serversIn(ns).flatMap((name) => {
    const given = addressesIn(glue.filter(({ owner }) => owner === name));
    const found = given.length > 0 || isAtOrBelow(name, ns.owner) ? given : lookedUp(world, name);
    return found.map((address) => ({ name, address }));
  });
}

/** The addresses of a name, as a resolver that remembers nothing finds them. */
export const lookedUp = (world: World, name: Name): readonly string[] =>
  (['A', 'AAAA'] as const).flatMap((qtype) => addressesIn(ask(world, { qname: name, qtype }, FRESH_RESOLVER).answer));
