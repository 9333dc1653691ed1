import { isBelow, type Name, parentOf } from '../name.ts';
import { type RRType, typeOf } from '../record.ts';
import { lookup } from './lookup.ts';
import { type Node, rrsetAt, rrsetsOf, setsOf, type Zone } from './zone.ts';

/** Something wrong with a zone's data. With an `error`, servers refuse to load the zone. */
export interface ZoneFinding {
  readonly severity: 'error' | 'warning';
  readonly owner: Name;
  readonly message: string;
}

/** What is wrong with a zone that reads well: errors first, each in the order of names. */
export function checkZone(zone: Zone): readonly ZoneFinding[] {
  const findings = [...apexFindings(zone)];
  const owners = new Set(rrsetsOf(zone).map(({ owner }) => owner));
  for (const owner of owners) {
    const node = zone.nodes.get(owner) ?? {};
    findings.push(...nodeFindings(zone, owner, node), ...hiddenFindings(zone, owner, node));
    findings.push(...targetFindings(zone, owner, node));
  }
  return findings.sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
}

const error = (owner: Name, message: string): ZoneFinding => ({ severity: 'error', owner, message });
const warning = (owner: Name, message: string): ZoneFinding => ({ severity: 'warning', owner, message });

function* apexFindings(zone: Zone): Generator<ZoneFinding> {
  const { origin } = zone;
  const soas = rrsetAt(zone, origin, 'SOA')?.rdata.length ?? 0;
  if (soas === 0) yield error(origin, 'has no SOA: a zone needs exactly one');
  if (soas > 1) yield error(origin, `has ${soas} SOAs: a zone needs exactly one`);
  if (!rrsetAt(zone, origin, 'NS')) yield warning(origin, 'has no NS: a zone names its own servers');
}

/** Sets that may not stand beside each other. RFC 2181 §10.1, RFC 6672 §2.4, RFC 4034 §5. */
function* nodeFindings(zone: Zone, owner: Name, node: Node): Generator<ZoneFinding> {
  const others = setsOf(node).map(typeOf);
  const beside = others.filter((type) => type !== 'CNAME' && type !== 'RRSIG' && type !== 'NSEC'); // RFC 4035 §2.5
  if (node.CNAME && beside.length > 0) {
    yield error(owner, `has a CNAME beside ${beside.join(', ')}: an alias may have nothing else`);
  }
  if ((node.CNAME?.rdata.length ?? 0) > 1)
    yield error(owner, 'has several CNAMEs: a name is an alias of one name only');
  if ((node.DNAME?.rdata.length ?? 0) > 1) yield error(owner, 'has several DNAMEs: there may be one');
  if (owner === zone.origin) return;
  if (node.SOA) yield error(owner, 'has an SOA, which belongs at the top of the zone');
  if (node.DNAME && node.NS) yield warning(owner, 'has a DNAME and an NS: the delegation wins');
  if (node.DS && !node.NS) yield warning(owner, 'has a DS but no NS: a DS belongs to a delegation');
  if (owner.endsWith(`.${zone.origin}${zone.origin}`)) {
    yield warning(owner, `ends in ${zone.origin} twice: was a trailing dot forgotten?`);
  }
}

/** Data that no question reaches: below a cut, unless it is glue, or below a DNAME. RFC 1034 §4.2.1, RFC 6672 §2.4. */
function* hiddenFindings(zone: Zone, owner: Name, node: Node): Generator<ZoneFinding> {
  const cover = coverOf(zone, owner);
  if (cover?.type === 'DNAME') yield warning(owner, `is hidden by the DNAME at ${cover.owner}`);
  if (cover?.type !== 'NS') return;
  const hidden = setsOf(node)
    .map(typeOf)
    .filter((type) => type !== 'A' && type !== 'AAAA');
  if (hidden.length > 0)
    yield warning(owner, `is below the delegation at ${cover.owner}: ${hidden.join(', ')} is hidden`);
}

/** The topmost delegation or DNAME above a name. */
function coverOf(zone: Zone, owner: Name): { owner: Name; type: RRType } | undefined {
  let cover: { owner: Name; type: RRType } | undefined;
  for (let at = parentOf(owner); at && isBelow(at, zone.origin); at = parentOf(at)) {
    const node = zone.nodes.get(at);
    if (node?.NS) cover = { owner: at, type: 'NS' };
    else if (node?.DNAME) cover = { owner: at, type: 'DNAME' };
  }
  return (
    cover ??
    (rrsetAt(zone, zone.origin, 'DNAME') && isBelow(owner, zone.origin)
      ? { owner: zone.origin, type: 'DNAME' }
      : undefined)
  );
}

/** Servers that are aliases, or whose addresses the zone should hold and does not. RFC 2181 §10.3, RFC 9471 §3. */
function* targetFindings(zone: Zone, owner: Name, node: Node): Generator<ZoneFinding> {
  const servers = node.NS?.rdata.map(({ nameServer }) => ['NS', nameServer] as const) ?? [];
  const exchanges = node.MX?.rdata.map(({ exchange }) => ['MX', exchange] as const) ?? [];
  for (const [type, host] of [...servers, ...exchanges]) {
    const found = lookup(zone, host, 'A');
    if (found.kind === 'cname') {
      yield warning(owner, `has ${type} ${host}, which is an alias: it should have addresses itself`);
    } else if (found.kind === 'nxdomain' || (found.kind === 'nodata' && lookup(zone, host, 'AAAA').kind === 'nodata')) {
      yield warning(owner, `has ${type} ${host}, which has no address`);
    } else if (found.kind === 'referral' && type === 'NS' && !hasGlue(zone, host)) {
      const optional = owner !== zone.origin && owner !== found.cut.owner; // a sibling's glue may be left out
      if (!optional) yield warning(owner, `has NS ${host} without glue: it cannot be reached`);
    }
  }
}

const hasGlue = (zone: Zone, host: Name): boolean =>
  rrsetAt(zone, host, 'A') !== undefined || rrsetAt(zone, host, 'AAAA') !== undefined;
