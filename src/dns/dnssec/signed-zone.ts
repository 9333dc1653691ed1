import type { Name } from '../name.ts';
import { compareNames, sortedNames } from '../name-order.ts';
import { isOfType, type RdataOf, type RRset, type RRsetOf, type RRType, typeOf } from '../record.ts';
import { codeOfType } from '../rr-type.ts';
import { isOccluded } from '../zone/lookup.ts';
import { rrsetAt, type Signing, setsOf, withRRsets, type Zone } from '../zone/zone.ts';
import { makeKeys, type ZoneKeyPair } from './keys.ts';
import { sign } from './signature.ts';

/** Whether a zone's answers can be proved: it is signed as it answers, or its signatures are among its records. */
export const isSigned = (zone: Zone): boolean =>
  zone.signing !== undefined ||
  (zone.nodes.get(zone.origin)?.DNSKEY && zone.nodes.get(zone.origin)?.RRSIG) !== undefined;

/** The keys of a zone that is signed as it answers. */
export function keysOf(origin: Name, signing: Signing): ZoneKeyPair {
  const known = keys.get(signing)?.get(origin);
  if (known) return known;
  const made = makeKeys(origin, signing.seed);
  keys.set(signing, new Map(keys.get(signing)).set(origin, made));
  return made;
}
const keys = new WeakMap<Signing, ReadonlyMap<Name, ZoneKeyPair>>();

const withKeys = new WeakMap<Zone, Zone>();

/** The zone with its DNSKEY set and its NSEC chain; as it is where it has them among its records. RFC 4035 §2.1 and §2.3. */
export function withDnssecRecords(zone: Zone): Zone {
  if (!zone.signing) return zone;
  const known = withKeys.get(zone) ?? addDnssecRecords(zone, keysOf(zone.origin, zone.signing));
  withKeys.set(zone, known);
  return known;
}

/** The zone with everything that a zone file of a signed zone holds, signatures too; unsigned ones as they are. */
export function signedZone(zone: Zone): Zone {
  if (!zone.signing) return zone;
  const full = withDnssecRecords(zone);
  const { signing: _made, ...bare } = full;
  const signatures = [...full.nodes.keys()].flatMap((owner) => signaturesAt(full, owner) ?? []);
  return { ...withRRsets(bare, signatures) };
}

/** All signatures at a name, as one set. */
export function signaturesAt(zone: Zone, owner: Name): RRsetOf<'RRSIG'> | undefined {
  const node = zone.nodes.get(owner) ?? {};
  if (node.RRSIG || !zone.signing) return node.RRSIG;
  const sets = setsOf(node).filter((set) => isAuthoritative(zone, set));
  const rdata = sets.flatMap((set) => signaturesOver(zone, set));
  return rdata.length === 0 ? undefined : { owner, ttl: Math.min(...sets.map(({ ttl }) => ttl)), rdata };
}

const made = new WeakMap<Signing, WeakMap<RRset, RdataOf<'RRSIG'>>>();

/** The signatures over a set that stands in the zone, made when they are first asked for. */
export function signaturesOver(zone: Zone, set: RRset): readonly RdataOf<'RRSIG'>[] {
  const type = typeOf(set);
  const { signing, origin } = zone;
  if (!signing) return rrsetAt(zone, set.owner, 'RRSIG')?.rdata.filter(({ typeCovered }) => typeCovered === type) ?? [];
  const { ksk, zsk } = keysOf(origin, signing);
  const known = made.get(signing) ?? new WeakMap<RRset, RdataOf<'RRSIG'>>();
  made.set(signing, known);
  const signature = known.get(set) ?? sign(set, origin, type === 'DNSKEY' ? ksk : zsk, signing);
  known.set(set, signature);
  return [signature];
}

/** Whether a zone speaks for a set of its: not for a delegation's NS set, nor for anything below one. RFC 4035 §2.2. */
export function isAuthoritative(zone: Zone, set: RRset): boolean {
  if (set.owner === zone.origin) return true;
  const isCut = zone.nodes.get(set.owner)?.NS !== undefined;
  return !isOccluded(zone, set.owner) && (!isCut || isOfType(set, 'DS') || isOfType(set, 'NSEC'));
}

/** The NSEC set at a name, or the one whose gap it falls into. */
export function nsecFor(zone: Zone, name: Name): RRsetOf<'NSEC'> | undefined {
  const own = rrsetAt(zone, name, 'NSEC');
  if (own) return own;
  const owners = chainOf(zone);
  let [low, high] = [0, owners.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const owner = owners[middle];
    if (owner !== undefined && compareNames(owner, name) <= 0) low = middle + 1;
    else high = middle;
  }
  const before = owners[low - 1] ?? owners.at(-1);
  return before && rrsetAt(zone, before, 'NSEC');
}

const chains = new WeakMap<Zone, readonly Name[]>();

/** The owners of NSEC sets in their order. RFC 4034 §6.1. */
function chainOf(zone: Zone): readonly Name[] {
  const known = chains.get(zone) ?? sortedNames([...zone.nodes].flatMap(([owner, node]) => (node.NSEC ? [owner] : [])));
  chains.set(zone, known);
  return known;
}

function addDnssecRecords(zone: Zone, { ksk, zsk }: ZoneKeyPair): Zone {
  const { origin } = zone;
  const soa = rrsetAt(zone, origin, 'SOA');
  const minimum = Math.min(soa?.ttl ?? 0, soa?.rdata[0]?.minimum ?? 0); // RFC 9077 §3
  const dnskey: RRset = { owner: origin, ttl: soa?.ttl ?? 0, rdata: [ksk.dnskey, zsk.dnskey] };
  const keyed = withRRsets(zone, [dnskey]);
  const named = [...keyed.nodes].filter(([owner, node]) => setsOf(node).length > 0 && !isOccluded(keyed, owner));
  const owners = sortedNames(named.map(([owner]) => owner));
  const nsecs = owners.map((owner, place): RRset => {
    const node = keyed.nodes.get(owner) ?? {};
    const isCut = owner !== origin && node.NS !== undefined;
    const types = setsOf(node)
      .map(typeOf)
      .filter((type) => !isCut || type === 'NS' || type === 'DS');
    const next = owners[place + 1] ?? origin;
    return { owner, ttl: minimum, rdata: [{ type: 'NSEC', next, types: inOrder([...types, 'RRSIG', 'NSEC']) }] };
  });
  return withRRsets(keyed, nsecs);
}

const inOrder = (types: readonly RRType[]): RRType[] => types.toSorted((a, b) => codeOfType(a) - codeOfType(b));
