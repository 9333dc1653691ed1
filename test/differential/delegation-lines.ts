import { pick, type Rng } from '../../src/base/random.ts';
import { isAtOrBelow, labelsOf, type Name, ROOT } from '../../src/dns/name.ts';
import type { Plan } from './random-plans.ts';

/**
 * For each zone the lines that hold the Internet together: its SOA and NS set, the delegations it gives with the glue it
 * can give, and the addresses of the servers that lie in it. A server of another zone has glue or not, by chance.
 */
export function delegationLines(plans: readonly Plan[], rng: Rng): ReadonlyMap<Name, string[]> {
  const lines = new Map<Name, string[]>(plans.map(({ origin }) => [origin, []]));
  const add = (origin: Name | undefined, line: string) => origin && lines.get(origin)?.push(line);
  for (const { origin, listed, own = listed, glueless = false } of plans) {
    const [ttl, minimum] = [pick(rng, [300, 3600, 86_400]), pick(rng, [60, 900, 7200])];
    const rname = `hostmaster.${origin === ROOT ? '' : origin}`;
    add(origin, `${origin} ${ttl} SOA ${own[0]?.name} ${rname} 1 1800 900 604800 ${minimum}`);
    for (const host of own) add(origin, `${origin} ${ttl} NS ${host.name}`);
    const parent = nearestZone(plans, origin, true);
    for (const host of listed) {
      add(parent, `${origin} ${ttl} NS ${host.name}`);
      const address = `${host.name} 3600 A ${host.address}`;
      add(nearestZone(plans, host.name, false), address);
      const isNeeded = isAtOrBelow(host.name, origin);
      const isGiven = !glueless && (isNeeded || rng.integer(0, 3) > 0);
      if (isGiven && parent && isAtOrBelow(host.name, parent)) add(parent, address);
    }
  }
  return lines;
}

/** The deepest zone that a name lies in; or, strictly, the one above a zone. */
export function nearestZone(plans: readonly Plan[], owner: Name, strictly: boolean): Name | undefined {
  return plans
    .map(({ origin }) => origin)
    .filter((origin) => isAtOrBelow(owner, origin) && !(strictly && origin === owner))
    .sort((a, b) => labelsOf(b).length - labelsOf(a).length)[0];
}
