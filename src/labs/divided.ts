import { isAtOrBelow, type Name } from '../dns/name.ts';
import type { Internet } from '../dns/resolver/internet.ts';
import type { Outcome } from '../items/value.ts';
import { publishedOf } from '../registration/registration.ts';
import { internetOf, nameServerAddress } from '../world/internet.ts';
import type { World } from '../world/world.ts';
import { find, type Wanted } from './wanted.ts';

/**
 * The name servers that a domain is delegated to, parted by what they say; one part where all say the same. Which of
 * them a resolver asks is its own choice, so that somebody gets what each part says. Those that say nothing of use are
 * in none: whoever asks one of them goes on to the next.
 */
export function partsOf(world: World, wanted: Wanted): readonly (readonly Name[])[] {
  const { qname, qtype } = wanted.lookUp;
  const said = Map.groupBy(serversFor(world, qname), (server) => {
    const { outcome, data } = find(world, { ...wanted, lookUp: { qname, qtype, server } }).arrival;
    return USELESS.includes(outcome) ? '' : [outcome, ...data].join(' ');
  });
  return [...said].flatMap(([what, servers]) => (what === '' ? [] : [servers]));
}

const USELESS: readonly Outcome[] = ['timeout', 'refused', 'servfail'];

/** The world for a resolver that never gets through to some name servers, unless nobody else is left to ask. */
export function without(world: World, shunned: readonly Name[], qname: Name): World {
  if (shunned.length === 0 || serversFor(world, qname).every((server) => shunned.includes(server))) return world;
  const internet = internetOf(world);
  const known = lacking.get(internet) ?? new Map<string, Internet>();
  const id = shunned.join(' ');
  const found = known.get(id) ?? withoutServers(world, internet, shunned);
  lacking.set(internet, known.set(id, found));
  return { ...world, own: { internet: found, given: [] } };
}

/** Internets without some name servers, by those that they are made of. */
const lacking = new WeakMap<Internet, Map<string, Internet>>();

function withoutServers(world: World, internet: Internet, shunned: readonly Name[]): Internet {
  const addresses = new Set(shunned.flatMap((server) => nameServerAddress(world, server) ?? []));
  return { ...internet, servers: new Map([...internet.servers].filter(([address]) => !addresses.has(address))) };
}

function serversFor(world: World, qname: Name): readonly Name[] {
  const held = [...world.registrations.values()].find(({ domain }) => isAtOrBelow(qname, domain));
  return held ? publishedOf(held).nameServers : [];
}
