import { assertNever } from '../base/result.ts';
import { isBelow, type Name, wildcardBelow } from '../dns/name.ts';
import { isOfType, type RRset } from '../dns/record.ts';
import { closestEncloser, lookup } from '../dns/zone/lookup.ts';
import { zoneFor } from '../dns/zone/name-server.ts';
import type { Zone } from '../dns/zone/zone.ts';
import { internetOf, nameServerAddress } from '../world/internet.ts';
import type { World } from '../world/world.ts';
import type { Came } from './look-up.ts';

/** The rule by which a zone says what it says of a name, where that is more than its having such a record or not. */
export type Reason =
  | { readonly kind: 'alias'; readonly owner: Name; readonly target: Name }
  | { readonly kind: 'dname'; readonly owner: Name; readonly target: Name }
  | { readonly kind: 'wildcard' | 'wildcard-without-type'; readonly source: Name }
  | { readonly kind: 'wildcard-blocked'; readonly wildcard: Name; readonly encloser: Name }
  | { readonly kind: 'empty-non-terminal'; readonly below: Name }
  | { readonly kind: 'cut'; readonly cut: Name; readonly origin: Name };

/** Why a look-up came out as it did; undefined where nothing but the records themselves is behind it. */
export function reasonOf(world: World, { lookUp, reply, from }: Came): Reason | undefined {
  if (reply === 'timeout') return undefined;
  const alias = aliasAt(reply.answer, lookUp.qname);
  if (alias && lookUp.qtype !== 'CNAME' && lookUp.qtype !== 'ANY') return alias;
  const address = from && nameServerAddress(world, from);
  const server = address === undefined ? undefined : internetOf(world).servers.get(address);
  const zone = server && zoneFor(server, lookUp);
  return zone && reasonIn(zone, lookUp);
}

/** The alias or DNAME that a reply begins with, if it does. */
function aliasAt(answer: readonly RRset[], qname: Name): Reason | undefined {
  const dname = answer.find((set) => isOfType(set, 'DNAME') && isBelow(qname, set.owner));
  if (dname && isOfType(dname, 'DNAME')) return aliasOf('dname', dname.owner, dname.rdata[0]?.target);
  const cname = answer.find((set) => isOfType(set, 'CNAME') && set.owner === qname);
  return cname && isOfType(cname, 'CNAME') ? aliasOf('alias', cname.owner, cname.rdata[0]?.target) : undefined;
}

const aliasOf = (kind: 'alias' | 'dname', owner: Name, target: Name | undefined): Reason | undefined =>
  target === undefined ? undefined : { kind, owner, target };

function reasonIn(zone: Zone, { qname, qtype }: Came['lookUp']): Reason | undefined {
  const found = lookup(zone, qname, qtype);
  switch (found.kind) {
    case 'answer':
      return found.source === undefined ? undefined : { kind: 'wildcard', source: found.source };
    case 'nodata':
      return found.source === undefined
        ? emptyNonTerminal(zone, qname)
        : { kind: 'wildcard-without-type', source: found.source };
    case 'nxdomain':
      return blocked(zone, qname);
    case 'referral':
      return { kind: 'cut', cut: found.cut.owner, origin: zone.origin };
    case 'cname':
    case 'dname':
    case 'not-in-zone':
      return undefined;
    default:
      return assertNever(found);
  }
}

function emptyNonTerminal({ nodes }: Zone, qname: Name): Reason | undefined {
  if (Object.keys(nodes.get(qname) ?? {}).length > 0) return undefined;
  const below = nodes.keys().find((owner) => isBelow(owner, qname) && Object.keys(nodes.get(owner) ?? {}).length > 0);
  return below === undefined ? undefined : { kind: 'empty-non-terminal', below };
}

/** The nearest wildcard further up, which would have covered the name, were it not for a name that exists between. */
function blocked(zone: Zone, qname: Name): Reason | undefined {
  const encloser = closestEncloser(zone, qname);
  for (let at = encloser; isBelow(at, zone.origin); at = closestEncloser(zone, at)) {
    const wildcard = wildcardBelow(closestEncloser(zone, at));
    if (zone.nodes.has(wildcard)) return { kind: 'wildcard-blocked', wildcard, encloser };
  }
  return undefined;
}
