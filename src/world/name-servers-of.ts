import type { Name } from '../dns/name.ts';
import { isOfType } from '../dns/record.ts';
import type { Internet } from '../dns/resolver/internet.ts';
import { rrsetsOf } from '../dns/zone/zone.ts';

const known = new WeakMap<Internet, ReadonlyMap<Name, string>>();

/** The name servers that an Internet knows by name, and where each listens: its root servers, and what NS records name. */
export function nameServersOf(internet: Internet): ReadonlyMap<Name, string> {
  const found = known.get(internet) ?? findNameServers(internet);
  known.set(internet, found);
  return found;
}

function findNameServers({ servers, rootHints }: Internet): ReadonlyMap<Name, string> {
  const zones = new Set([...servers.values()].flatMap(({ zones }) => [...zones.values()]));
  const sets = [...zones].flatMap(rrsetsOf);
  const named = new Set(sets.filter((set) => isOfType(set, 'NS')).flatMap(({ rdata }) => rdata.map(serverOf)));
  const found = new Map(rootHints.map(({ name, address }) => [name, address]));
  for (const { owner, rdata } of sets) {
    if (!named.has(owner) || found.has(owner)) continue;
    const [address] = rdata.flatMap((one) => ('address' in one && servers.has(one.address) ? [one.address] : []));
    if (address !== undefined) found.set(owner, address);
  }
  return found;
}

const serverOf = ({ nameServer }: { readonly nameServer: Name }): Name => nameServer;
