import { isAtOrBelow, isBelow, labelsOf, type Name, parentOf } from '../name.ts';
import { sortedNames } from '../name-order.ts';
import { typeOf } from '../record.ts';
import { checkDs } from './check-ds.ts';
import { checkHostNames } from './check-host-names.ts';
import { checkForAddresses, checkTargets } from './check-targets.ts';
import { finding, type ZoneFinding } from './finding.ts';
import { type Node, setsOf, type Zone } from './zone.ts';

export type { ZoneFinding } from './finding.ts';

/**
 * What is wrong with a zone that reads well: errors first, each in the order of names. It is what `named-checkzone`,
 * `nsd-checkzone`, `kzonecheck` and `pdnsutil check-zone` say, and no more; in about as many steps as there are records.
 *
 * Data below a DNAME and a server of the zone without address are warnings: which of NSD, Knot, BIND and PowerDNS refuse to
 * serve such a zone differs from case to case. What only the text shows (a record twice, TTLs that differ, records outside) `checkZoneFile` says.
 *
 * Not said, though one of them does: that a record takes the TTL before it (BIND; RFC 1035 §5.1 has it so), that the file
 * ends without newline (BIND), anything about signatures, denial, keys, CDS and CDNSKEY (BIND, Knot: they are
 * checked where a zone is signed and validated), data of types without fields here (BIND: WKS), MB as obsolete (NSD), what the
 * parameters of SVCB and HTTPS mean (PowerDNS), what the real Internet says of hosts outside (BIND, unless `-i local`).
 */
export function checkZone(zone: Zone): readonly ZoneFinding[] {
  const findings = [...findingsOf(zone)];
  return findings.sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
}

function* findingsOf(zone: Zone): Generator<ZoneFinding> {
  yield* apexFindings(zone);
  const { nodes } = zone;
  for (const owner of sortedNames(nodes.keys().filter((each) => hasSets(nodes.get(each))))) {
    const node = nodes.get(owner) ?? {};
    const cover = coverOf(zone, owner);
    yield* nodeFindings(zone, owner, node);
    yield* checkDs(zone, owner, node, cover !== undefined);
    yield* checkHostNames(owner, node);
    yield* checkForAddresses(zone, owner, node);
    if (cover) yield* hiddenFindings(owner, node, cover);
    else yield* checkTargets(zone, owner, node);
    if (!cover) yield* spfFindings(zone, owner, node);
  }
}

/** Whether there is anything, as at an empty non-terminal there is not. */
function hasSets(node: Node = {}): boolean {
  for (const _type in node) return true;
  return false;
}

function* apexFindings({ origin, nodes }: Zone): Generator<ZoneFinding> {
  const { SOA, NS } = nodes.get(origin) ?? {};
  const soas = SOA?.rdata ?? [];
  if (soas.length === 0) yield finding('no-soa', origin, 'has no SOA: a zone needs exactly one', []);
  if (soas.length > 1) yield finding('several-soas', origin, `has ${soas.length} SOAs: a zone needs exactly one`, soas);
  if (!NS) yield finding('no-apex-ns', origin, 'has no NS: a zone names its own servers', soas.slice(0, 1));
}

/** Sets that may not stand where they do, or not beside each other. RFC 2181 §10.1, RFC 6672 §2.4, RFC 4592. */
function* nodeFindings({ origin }: Zone, owner: Name, node: Node): Generator<ZoneFinding> {
  const { CNAME, DNAME, NS, SOA } = node;
  const sets = setsOf(node);
  const beside = sets.filter((set) => !['CNAME', 'RRSIG', 'NSEC'].includes(typeOf(set))); // RFC 4035 §2.5
  const records = sets.flatMap(({ rdata }) => rdata.slice(0, 1));
  if (CNAME && beside.length > 0) {
    const message = `has a CNAME beside ${beside.map(typeOf).join(', ')}: an alias may have nothing else`;
    yield finding('cname-beside-other-data', owner, message, [
      ...CNAME.rdata,
      ...beside.flatMap(({ rdata }) => rdata.slice(0, 1)),
    ]);
  }
  if (CNAME && CNAME.rdata.length > 1)
    yield finding('several-cnames', owner, 'has several CNAMEs: a name is an alias of one name only', CNAME.rdata);
  if (DNAME && DNAME.rdata.length > 1)
    yield finding('several-dnames', owner, 'has several DNAMEs: there may be one', DNAME.rdata);
  if (records.length > 0 && labelsOf(owner).indexOf('*', 1) > 0)
    yield finding('inner-wildcard', owner, 'has a * that is not its first label: it stands only for itself', records);
  if (owner === origin) return;
  if (SOA) yield finding('soa-below-apex', owner, 'has an SOA, which belongs at the top of the zone', SOA.rdata);
  if (DNAME && NS)
    yield finding('dname-beside-ns', owner, 'has a DNAME and an NS: the delegation wins', [
      ...DNAME.rdata,
      ...NS.rdata.slice(0, 1),
    ]);
  if (NS && owner.startsWith('*.'))
    yield finding('wildcard-ns', owner, 'is a wildcard with an NS: a delegation has a name of its own', NS.rdata);
}

/** Data that no question reaches: below a DNAME, or below a cut, unless it is glue. RFC 1034 §4.2.1, RFC 6672 §2.4. */
function* hiddenFindings(owner: Name, node: Node, { at, by }: Cover): Generator<ZoneFinding> {
  const because = by?.rdata.slice(0, 1);
  const sets = setsOf(node);
  const firsts = (hidden: typeof sets) => hidden.flatMap(({ rdata }) => rdata.slice(0, 1));
  if (by && typeOf(by) === 'DNAME') {
    if (sets.length > 0) yield finding('below-dname', owner, `is hidden by the DNAME at ${at}`, firsts(sets), because);
    return;
  }
  const hidden = sets.filter((set) => !['A', 'AAAA'].includes(typeOf(set)));
  if (hidden.length === 0) return;
  const message = `is below the delegation at ${at}: ${hidden.map(typeOf).join(', ')} is hidden`;
  yield finding('below-cut', owner, message, firsts(hidden), because);
}

/** What hides a name: a DNAME above it, or else the topmost delegation above it. */
interface Cover {
  readonly at: Name;
  readonly by: Node['DNAME'] | Node['NS'];
}

function coverOf({ origin, nodes }: Zone, owner: Name): Cover | undefined {
  let cover: Cover | undefined;
  let dname: Cover | undefined;
  for (let at = parentOf(owner); at && isAtOrBelow(at, origin); at = parentOf(at)) {
    const { DNAME, NS } = nodes.get(at) ?? {};
    if (NS && isBelow(at, origin)) cover = { at, by: NS };
    if (DNAME) dname = { at, by: DNAME };
  }
  return dname ?? cover;
}

/** A policy as type SPF (99) alone, which nobody asks for. RFC 7208 §3.1. */
function* spfFindings({ origin }: Zone, owner: Name, { SPF, TXT, NS }: Node): Generator<ZoneFinding> {
  const isPolicy = TXT?.rdata.some(({ strings }) => /^v=spf1(?: |$)/.test(strings.join('')));
  if (!SPF || isPolicy || (NS && owner !== origin)) return;
  yield finding('spf-without-txt', owner, 'has type SPF without the same as TXT: only TXT is asked for', SPF.rdata);
}
