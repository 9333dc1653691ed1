import { pick, type Rng } from '../../../src/base/random.ts';
import { type Name, name, wildcardBelow } from '../../../src/dns/name.ts';
import { isOfType, type RdataOf, type RRset, type RRsetOf, typeOf } from '../../../src/dns/record.ts';

/** A zone's sets, and the signatures over them one by one, before they are written down. */
export interface SignedSets {
  readonly origin: Name;
  readonly sets: readonly RRset[];
  readonly signatures: readonly RRsetOf<'RRSIG'>[];
}
type Fault = (zone: SignedSets, rng: Rng) => SignedSets;

/** Faults by what they do, each at a place of chance. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'leave out one signature': (zone, rng) => {
    const gone = zone.signatures[0] && pick(rng, zone.signatures);
    return { ...zone, signatures: zone.signatures.filter((one) => one !== gone) };
  },
  'leave out the signatures over a type': (zone, rng) => {
    const type = pick(rng, zone.sets.map(typeOf));
    return { ...zone, signatures: zone.signatures.filter(({ rdata }) => rdata[0]?.typeCovered !== type) };
  },
  'leave out a set': (zone, rng) => {
    const gone = pick(
      rng,
      zone.sets.filter((set) => !isOfType(set, 'SOA') && !(isOfType(set, 'NS') && set.owner === zone.origin)),
    );
    return without(zone, gone);
  },
  'leave out an NSEC': (zone, rng) => {
    const nsecs = zone.sets.filter((set) => isOfType(set, 'NSEC'));
    return nsecs.length === 0 ? zone : without(zone, pick(rng, nsecs));
  },
  'leave out all NSEC': (zone) => zone.sets.filter((set) => isOfType(set, 'NSEC')).reduce(without, zone),
  'add a type to an NSEC': (zone, rng) => changeNsec(zone, rng, (one) => ({ ...one, types: [...one.types, 'TXT'] })),
  'point an NSEC elsewhere': (zone, rng) =>
    changeNsec(zone, rng, (one) => ({ ...one, next: pick(rng, zone.sets).owner })),
  'change an address': (zone, rng) => {
    const found = zone.sets.filter((set) => isOfType(set, 'A') && !set.owner.startsWith('ns1.'));
    const wrong = found.length > 0 ? pick(rng, found) : undefined;
    const rdata = [{ type: 'A', address: '203.0.113.66' }] as const;
    return { ...zone, sets: zone.sets.map((set) => (set === wrong ? { ...set, rdata } : set)) };
  },
  'make a TTL longer': (zone, rng) => {
    const wrong = pick(rng, zone.sets);
    return { ...zone, sets: zone.sets.map((set) => (set === wrong ? { ...set, ttl: set.ttl + 1000 } : set)) };
  },
  'change a signature': (zone, rng) =>
    changeSignature(zone, rng, (one) => ({ ...one, signature: btoa('x'.repeat(64)) })),
  'end a signature': (zone, rng) => changeSignature(zone, rng, (one) => ({ ...one, expiration: one.inception + 10 })),
  'change a signer': (zone, rng) =>
    changeSignature(zone, rng, (one) => ({
      ...one,
      signer: pick(rng, [name('com.'), name('.'), name(`www.${zone.origin}`)]),
    })),
  'change the labels of a signature': (zone, rng) =>
    changeSignature(zone, rng, (one) => ({ ...one, labels: Math.max(0, one.labels + pick(rng, [-1, 1])) })),
  'change the tag of a signature': (zone, rng) =>
    changeSignature(zone, rng, (one) => ({ ...one, keyTag: (one.keyTag + 1) % 65536 })),
  'change the algorithm of a signature': (zone, rng) =>
    changeSignature(zone, rng, (one) => ({ ...one, algorithm: pick(rng, [8, 15, 200]) })),
  'add a bad signature beside a good one': (zone, rng) => {
    const one = pick(rng, zone.signatures);
    const rdata = one.rdata.map((data) => ({ ...data, signature: btoa('y'.repeat(64)) }));
    return { ...zone, signatures: [{ ...one, rdata }, ...zone.signatures] };
  },
  'unset the zone bit of a key': (zone, rng) => changeKey(zone, rng, (one) => ({ ...one, flags: one.flags & 1 })),
  'revoke a key': (zone, rng) => changeKey(zone, rng, (one) => ({ ...one, flags: one.flags | 128 })),
  'change the protocol of a key': (zone, rng) => changeKey(zone, rng, (one) => ({ ...one, protocol: 2 })),
  'hide a name behind a wildcard': (zone) => {
    const origin = wildcardBelow(zone.origin);
    const set: RRset = { owner: origin, ttl: 300, rdata: [{ type: 'A', address: '203.0.113.67' }] };
    return zone.sets.some(({ owner }) => owner === origin) ? zone : { ...zone, sets: [...zone.sets, set] };
  },
};

const without = (zone: SignedSets, gone: RRset): SignedSets => ({
  ...zone,
  sets: zone.sets.filter((set) => set !== gone),
  signatures: zone.signatures.filter(
    ({ owner, rdata }) => owner !== gone.owner || rdata[0]?.typeCovered !== typeOf(gone),
  ),
});

function changeNsec(zone: SignedSets, rng: Rng, change: (nsec: RdataOf<'NSEC'>) => RdataOf<'NSEC'>): SignedSets {
  const nsecs = zone.sets.filter((set) => isOfType(set, 'NSEC'));
  if (nsecs.length === 0) return zone;
  const wrong = pick(rng, nsecs);
  return {
    ...zone,
    sets: zone.sets.map((set) => (set === wrong ? { ...wrong, rdata: wrong.rdata.map(change) } : set)),
  };
}

function changeKey(zone: SignedSets, rng: Rng, change: (key: RdataOf<'DNSKEY'>) => RdataOf<'DNSKEY'>): SignedSets {
  const at = pick(rng, [0, 1]);
  return {
    ...zone,
    sets: zone.sets.map((set) =>
      isOfType(set, 'DNSKEY')
        ? { ...set, rdata: set.rdata.map((one, place) => (place === at ? change(one) : one)) }
        : set,
    ),
  };
}

function changeSignature(
  zone: SignedSets,
  rng: Rng,
  change: (signature: RdataOf<'RRSIG'>) => RdataOf<'RRSIG'>,
): SignedSets {
  const wrong = pick(rng, zone.signatures);
  return {
    ...zone,
    signatures: zone.signatures.map((one) => (one === wrong ? { ...one, rdata: one.rdata.map(change) } : one)),
  };
}
