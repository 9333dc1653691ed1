import { ipv4Octets, ipv6Octets } from '../address.ts';
import { isAtOrBelow, labelsOf, type Name, ROOT } from '../name.ts';
import type { Rdata } from '../record.ts';
import { finding, type HostType, type ZoneFinding } from './finding.ts';
import { lookup } from './lookup.ts';
import { type Node, rrsetAt, type Zone } from './zone.ts';

/**
 * Hosts that NS, MX and SRV name and that are aliases, or whose addresses the zone should hold and does not; for those
 * outside the zone nothing is said. RFC 2181 §10.3, RFC 9471 §3, RFC 1912 §2.8.
 */
export function* checkTargets(zone: Zone, owner: Name, node: Node): Generator<ZoneFinding> {
  for (const ns of node.NS?.rdata ?? []) yield* hostFindings(zone, 'NS', owner, ns.nameServer, ns);
  if (node.NS && owner !== zone.origin) return; // the rest is the other zone's
  for (const mx of node.MX?.rdata ?? []) yield* hostFindings(zone, 'MX', owner, mx.exchange, mx);
  for (const srv of node.SRV?.rdata ?? []) yield* hostFindings(zone, 'SRV', owner, srv.target, srv);
}

/** NS and MX that were given an address where a name belongs. RFC 1035 §3.3.9, §3.3.11. */
export function* checkForAddresses(zone: Zone, owner: Name, { NS, MX }: Node): Generator<ZoneFinding> {
  const fault = (type: 'NS' | 'MX', host: Name, rdata: Rdata) =>
    finding(kindOf(type, 'is-address'), owner, `has ${type} ${host}: it takes a name, not an address`, [rdata]);
  for (const ns of NS?.rdata ?? []) if (isAddress(zone, ns.nameServer)) yield fault('NS', ns.nameServer, ns);
  for (const mx of MX?.rdata ?? []) if (isAddress(zone, mx.exchange)) yield fault('MX', mx.exchange, mx);
}

const kindOf = <Type extends HostType, Rest extends string>(type: Type, rest: Rest) =>
  `${type.toLowerCase() as Lowercase<Type>}-${rest}` as const;

function* hostFindings(zone: Zone, type: HostType, owner: Name, host: Name, rdata: Rdata): Generator<ZoneFinding> {
  if (host === ROOT && type !== 'NS') return; // none at all: RFC 7505 §3, RFC 2782
  if (type !== 'SRV' && isAddress(zone, host)) return;
  const found = lookup(zone, host, 'A');
  const which = `has ${type} ${host}`;
  if (found.kind === 'cname') {
    const message = `${which}, which is an alias: it should have addresses itself`;
    yield finding(kindOf(type, 'is-alias'), owner, message, [rdata], found.rrset.rdata.slice(0, 1));
  } else if (found.kind === 'dname') {
    const message = `${which}, which is below the DNAME at ${found.rrset.owner}: it should have addresses itself`;
    yield finding(kindOf(type, 'below-dname'), owner, message, [rdata], found.rrset.rdata.slice(0, 1));
  } else if (found.kind === 'nxdomain' || (found.kind === 'nodata' && lookup(zone, host, 'AAAA').kind === 'nodata')) {
    yield finding(kindOf(type, 'without-address'), owner, `${which}, which has no address`, [rdata]);
  } else if (found.kind === 'referral' && type === 'NS' && !hasGlue(zone, host)) {
    // At the apex the other zone has the address, unless this one has something there and not the address.
    const needsGlue = owner !== zone.origin || zone.nodes.has(host);
    const cut = found.cut.owner === owner ? [] : found.cut.rdata.slice(0, 1);
    if (needsGlue) yield finding('no-glue', owner, `${which} without glue: it cannot be reached`, [rdata], cut);
  }
}

const hasGlue = (zone: Zone, host: Name): boolean =>
  rrsetAt(zone, host, 'A') !== undefined || rrsetAt(zone, host, 'AAAA') !== undefined;

/** Whether a name was written as an address, with or without a trailing dot. */
function isAddress({ origin }: Zone, host: Name): boolean {
  const labels = labelsOf(host);
  if (labels[0]?.includes(':')) return ipv6Octets(labels[0]) !== undefined;
  if (!ipv4Octets(labels.slice(0, 4).join('.'))) return false;
  const rest = `${labels.slice(4).join('.')}.` as Name;
  return rest === ROOT || (isAtOrBelow(rest, origin) && rest !== 'in-addr.arpa.');
}
