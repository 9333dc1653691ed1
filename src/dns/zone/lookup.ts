// dns/ models names, records, zones and master files, what an authoritative server answers from a zone, and what a
// resolver makes of such answers with its cache. It does no I/O, signs and validates nothing, and knows only class IN.
// Start here for a zone's answer; then name-server.ts (a whole response), resolve.ts (who is asked), trace.ts (the story).
import type { QType } from '../message.ts';
import { isAtOrBelow, isBelow, type Name, parentOf, wildcardBelow } from '../name.ts';
import type { RRset, RRsetOf } from '../record.ts';
import { type Node, setsOf, type Zone } from './zone.ts';

/**
 * What a zone says of one name, before aliases are followed. Sets made from a wildcard carry the asked name, and
 * `source` the wildcard's. `soa` is missing only in a zone that has none.
 */
export type Lookup =
  | { readonly kind: 'answer'; readonly rrsets: readonly RRset[]; readonly source?: Name }
  | { readonly kind: 'cname'; readonly rrset: RRsetOf<'CNAME'>; readonly source?: Name }
  | { readonly kind: 'dname'; readonly rrset: RRsetOf<'DNAME'> }
  | { readonly kind: 'referral'; readonly cut: RRsetOf<'NS'> }
  | { readonly kind: 'nodata' | 'nxdomain'; readonly soa: RRsetOf<'SOA'> | undefined; readonly source?: Name }
  | { readonly kind: 'not-in-zone' };

/**
 * Looks a name up in a zone, whatever the zone's size in as many steps as the name has labels. Never throws.
 * Source: RFC 1034 §4.3.2 step 3, with RFC 4592 for wildcards, RFC 6672 §3.2 for DNAME, RFC 8020 §2 for what exists.
 */
export function lookup(zone: Zone, qname: Name, qtype: QType): Lookup {
  if (!isAtOrBelow(qname, zone.origin)) return { kind: 'not-in-zone' };
  const stop = stopOnPathTo(zone, qname, qtype);
  if (stop) return stop;
  const node = zone.nodes.get(qname);
  if (node) return inNode(zone, node, qtype);

  const source = wildcardBelow(closestEncloser(zone, qname));
  const wildcard = zone.nodes.get(source);
  if (!wildcard) return { kind: 'nxdomain', soa: soaOf(zone) };
  return synthesised(inNode(zone, wildcard, qtype), qname, source);
}

/** The topmost zone cut at or above the name, or DNAME above it: what stops the way down from the apex. */
function stopOnPathTo(zone: Zone, qname: Name, qtype: QType): Lookup | undefined {
  let stop: Lookup | undefined;
  for (let at: Name | undefined = qname; at && isAtOrBelow(at, zone.origin); at = parentOf(at)) {
    const node = zone.nodes.get(at);
    if (at !== qname && node?.DNAME) stop = { kind: 'dname', rrset: node.DNAME };
    const parentAnswers = qtype === 'DS' && at === qname; // RFC 4035 §3.1.4.1
    if (node?.NS && at !== zone.origin && !parentAnswers) stop = { kind: 'referral', cut: node.NS };
  }
  return stop;
}

/** Whether a delegation or a DNAME stands above a name, so that nothing is answered from it. RFC 6672 §2.4. */
export function isOccluded({ origin, nodes }: Zone, owner: Name): boolean {
  for (let at = owner === origin ? undefined : parentOf(owner); at; at = parentOf(at)) {
    const node = nodes.get(at);
    if (node?.DNAME || (node?.NS && at !== origin)) return true;
    if (at === origin) return false;
  }
  return false;
}

function inNode(zone: Zone, node: Node, qtype: QType): Lookup {
  const rrsets = qtype === 'ANY' ? setsOf(node) : [node[qtype]].filter((rrset) => rrset !== undefined);
  if (rrsets.length > 0) return { kind: 'answer', rrsets };
  if (node.CNAME) return { kind: 'cname', rrset: node.CNAME };
  return { kind: 'nodata', soa: soaOf(zone) };
}

/** The longest existing name above one that does not exist. RFC 4592 §3.3.1. */
export function closestEncloser(zone: Zone, qname: Name): Name {
  let at = parentOf(qname) ?? zone.origin;
  while (!zone.nodes.has(at) && isBelow(at, zone.origin)) at = parentOf(at) ?? zone.origin;
  return at;
}

function synthesised(found: Lookup, owner: Name, source: Name): Lookup {
  if (found.kind === 'answer') return { ...found, rrsets: found.rrsets.map((set) => ({ ...set, owner })), source };
  if (found.kind === 'cname') return { ...found, rrset: { ...found.rrset, owner }, source };
  return found.kind === 'nodata' ? { ...found, source } : found;
}

const soaOf = (zone: Zone): RRsetOf<'SOA'> | undefined => zone.nodes.get(zone.origin)?.SOA;
