import { makeKeys, type ZoneKeyPair } from '../../../src/dns/dnssec/keys.ts';
import { type SignaturePeriod, sign } from '../../../src/dns/dnssec/signature.ts';
import type { Question, Response } from '../../../src/dns/message.ts';
import { labelsOf, type Name, parentOf, ROOT, sortedNames, wildcardBelow } from '../../../src/dns/name.ts';
import { isOfType, type RRset, type RRsetOf, type RRType, typeOf } from '../../../src/dns/record.ts';
import { makeNameServer, respond } from '../../../src/dns/zone/name-server.ts';
import { rrsetsOf, setsOf, withRRset, type Zone } from '../../../src/dns/zone/zone.ts';

/** A zone with its keys: enough to sign any response from it. */
export interface SignedZone {
  readonly zone: Zone;
  readonly keys: ZoneKeyPair;
  readonly period: SignaturePeriod;
}

/** The zone with a DNSKEY set, to be signed as it answers. */
export function signZone(bare: Zone, period: SignaturePeriod, seed = 'a'): SignedZone {
  const keys = makeKeys(bare.origin, seed);
  const rdata = [keys.ksk.dnskey, keys.zsk.dnskey];
  return { zone: withRRset(bare, { owner: bare.origin, ttl: 3600, rdata }), keys, period };
}

/** What a server of one zone says to who wants signatures; more NSEC sets than are needed, never fewer. RFC 4035 §3.1. */
export function respondSigned(signed: SignedZone, question: Question): Response {
  const { zone } = signed;
  const response = respond(makeNameServer([zone]), question);
  const names = [
    question.qname,
    ...response.answer.flatMap(({ rdata: [one] }) => (one?.type === 'CNAME' ? [one.target] : [])),
  ];
  const fromWildcard = response.answer.some(({ owner }) => !zone.nodes.has(owner));
  const cut = response.authority.find((set) => isOfType(set, 'NS') && set.owner !== zone.origin);
  const ds = cut && zone.nodes.get(cut.owner)?.DS;
  const denies = response.authority.some((set) => isOfType(set, 'SOA')) || fromWildcard;
  const denied = cut ? [cut.owner] : names.flatMap((each) => [each, ...wildcardsFor(zone, each)]);
  const nsecs = denies || (cut && !ds) ? new Set(denied.flatMap((each) => nsecFor(zone, each) ?? [])) : [];
  return {
    ...response,
    answer: response.answer.flatMap((set) => withSignature(signed, set)),
    authority: [...response.authority, ...(ds ? [ds] : []), ...nsecs].flatMap((set) => withSignature(signed, set)),
  };
}

function withSignature({ zone, keys, period }: SignedZone, set: RRset): RRset[] {
  const source = zone.nodes.has(set.owner)
    ? set.owner
    : wildcardsFor(zone, set.owner).find((one) => zone.nodes.has(one));
  const isCut = isOfType(set, 'NS') && set.owner !== zone.origin;
  if (!source || isCut) return [set]; // an alias that a DNAME made, a delegation
  const key = isOfType(set, 'DNSKEY') ? keys.ksk : keys.zsk;
  const signature = sign({ ...set, owner: source }, zone.origin, key, period);
  return [set, { owner: set.owner, ttl: set.ttl, rdata: [signature] }];
}

const wildcardsFor = (zone: Zone, name: Name): Name[] => {
  const names: Name[] = [];
  for (let at = parentOf(name); at && labelsOf(at).length >= labelsOf(zone.origin).length; at = parentOf(at)) {
    names.push(wildcardBelow(at));
    if (zone.nodes.has(at)) break;
  }
  return names.slice(-1);
};

/** Every set of the zone as a master file of it holds them, NSEC sets and all; the signatures stand apart. */
export function allSets({ zone, keys, period }: SignedZone): { sets: RRset[]; signatures: RRsetOf<'RRSIG'>[] } {
  const sets = [...rrsetsOf(zone), ...makeChain(zone)];
  const isBelowCut = (owner: Name): boolean => {
    for (let at = parentOf(owner); at && at !== zone.origin && at !== ROOT; at = parentOf(at)) {
      if (zone.nodes.get(at)?.NS || zone.nodes.get(at)?.DNAME) return true;
    }
    return false;
  };
  const signatures = sets.flatMap((set): RRsetOf<'RRSIG'>[] => {
    const { owner, ttl } = set;
    const isCut = owner !== zone.origin && zone.nodes.get(owner)?.NS !== undefined;
    if (isBelowCut(owner) || (isCut && !isOfType(set, 'DS') && !isOfType(set, 'NSEC'))) return [];
    const key = isOfType(set, 'DNSKEY') ? keys.ksk : keys.zsk;
    return [{ owner, ttl, rdata: [sign(set, zone.origin, key, period)] }];
  });
  return { sets, signatures };
}

const chains = new WeakMap<Zone, readonly RRsetOf<'NSEC'>[]>();

/** The NSEC set at the name or before it. */
function nsecFor(zone: Zone, name: Name): RRsetOf<'NSEC'> | undefined {
  const chain = chains.get(zone) ?? makeChain(zone);
  chains.set(zone, chain);
  const upTo = sortedNames([name, ...chain.map(({ owner }) => owner)]);
  const place = upTo.lastIndexOf(name);
  const owner = chain.some((one) => one.owner === name) ? name : upTo[place - 1];
  return chain.find((one) => one.owner === owner);
}

function makeChain(zone: Zone): RRsetOf<'NSEC'>[] {
  const owners = sortedNames(zone.nodes.keys()).filter((owner) => {
    if (setsOf(zone.nodes.get(owner) ?? {}).length === 0) return false;
    for (let at = parentOf(owner); at && at !== zone.origin && at !== ROOT; at = parentOf(at)) {
      if (zone.nodes.get(at)?.NS || zone.nodes.get(at)?.DNAME) return false;
    }
    return true;
  });
  return owners.map((owner, place) => {
    const node = zone.nodes.get(owner) ?? {};
    const isCut = node.NS !== undefined && owner !== zone.origin;
    const own = setsOf(node)
      .map(typeOf)
      .filter((type) => !isCut || type === 'NS' || type === 'DS');
    const types: RRType[] = [...own, 'RRSIG', 'NSEC'];
    return { owner, ttl: 3600, rdata: [{ type: 'NSEC', next: owners[(place + 1) % owners.length] ?? owner, types }] };
  });
}
