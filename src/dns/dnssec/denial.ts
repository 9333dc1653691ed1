import type { QType } from '../message.ts';
import { isAtOrBelow, isBelow, type Name, parentOf, ROOT, wildcardBelow } from '../name.ts';
import { compareNames } from '../name-order.ts';
import type { RRsetOf, RRType } from '../record.ts';

// What NSEC sets prove, once their signatures are known to be good. All of them are of one zone.
export type Nsec = RRsetOf<'NSEC'>;

/** Whether they prove that neither the name nor a wildcard for it exists. RFC 4035 §5.4. */
export function provesNoName(nsecs: readonly Nsec[], qname: Name): boolean {
  const encloser = encloserOfAbsent(nsecs, qname);
  return encloser !== undefined && nsecs.some((nsec) => leavesOut(nsec, wildcardBelow(encloser)));
}

/** Whether they prove that the name, or the wildcard it is made from, has no set of the type. RFC 4035 §5.4. */
export function provesNoType(nsecs: readonly Nsec[], qname: Name, qtype: QType): boolean {
  if (nsecs.some((nsec) => nsec.owner === qname && lacks(nsec, qname, qtype))) return true;
  if (nsecs.some((nsec) => isEmptyNonTerminal(nsec, qname))) return true;
  const encloser = encloserOfAbsent(nsecs, qname);
  const source = encloser && wildcardBelow(encloser);
  return nsecs.some((nsec) => nsec.owner === source && lacks(nsec, qname, qtype));
}

/** Whether they prove that nothing nearer to the name than the wildcard could have answered. RFC 4035 §5.3.4. */
export function provesWildcard(nsecs: readonly Nsec[], qname: Name, source: Name): boolean {
  return nsecs.some((nsec) => leavesOut(nsec, qname) && wildcardBelow(encloserIn(nsec, qname)) === source);
}

/**
 * What they prove of a delegation at the name: that there is one without DS, or that there is none. Nothing when they
 * leave it open, as the child's own NSEC at its apex does. RFC 6840 §4.1, §4.4.
 */
export function provesCut(nsecs: readonly Nsec[], name: Name): 'unsigned-cut' | 'no-cut' | undefined {
  const own = nsecs.find(({ owner }) => owner === name);
  if (own) {
    if (has(own, 'DS') || has(own, 'SOA')) return undefined;
    return has(own, 'NS') ? 'unsigned-cut' : 'no-cut';
  }
  return nsecs.some((nsec) => isBetween(nsec, name) && !cutsOff(nsec, name)) ? 'no-cut' : undefined;
}

/** The closest name above an absent one that exists. */
function encloserOfAbsent(nsecs: readonly Nsec[], qname: Name): Name | undefined {
  const nsec = nsecs.find((one) => leavesOut(one, qname));
  return nsec && encloserIn(nsec, qname);
}

/** The longest name above that one of the ends of the gap lies at or below. */
function encloserIn(nsec: Nsec, name: Name): Name {
  const next = nextOf(nsec);
  let at = parentOf(name) ?? ROOT;
  while (at !== ROOT && !isAtOrBelow(nsec.owner, at) && !isAtOrBelow(next, at)) at = parentOf(at) ?? ROOT;
  return at;
}

/** Whether the name falls into the gap and does not exist either because something hangs below it. */
const leavesOut = (nsec: Nsec, name: Name): boolean =>
  isBetween(nsec, name) && !isBelow(nextOf(nsec), name) && !cutsOff(nsec, name);

const isEmptyNonTerminal = (nsec: Nsec, name: Name): boolean =>
  isBetween(nsec, name) && isBelow(nextOf(nsec), name) && !cutsOff(nsec, name);

/** The last NSEC of a zone points back to the apex: nothing comes after it. RFC 4034 §4.1.1. */
function isBetween(nsec: Nsec, name: Name): boolean {
  const next = nextOf(nsec);
  if (compareNames(nsec.owner, name) >= 0) return false;
  return compareNames(next, nsec.owner) <= 0 ? isAtOrBelow(name, next) : compareNames(name, next) < 0;
}

/** Whether the NSEC stands at a cut or a DNAME above the name, and so says nothing of what is below. RFC 6840 §4.1. */
const cutsOff = (nsec: Nsec, name: Name): boolean =>
  isBelow(name, nsec.owner) && (has(nsec, 'DNAME') || (has(nsec, 'NS') && !has(nsec, 'SOA')));

/** Whether an NSEC says that its name has no such set; at a cut, each side speaks for its own. RFC 6840 §4.1, §4.3. */
function lacks(nsec: Nsec, qname: Name, qtype: QType): boolean {
  if (qtype === 'ANY' || has(nsec, qtype) || has(nsec, 'CNAME')) return false;
  if (qtype === 'DS') return !has(nsec, 'SOA') || qname === ROOT;
  return !has(nsec, 'NS') || has(nsec, 'SOA');
}

const has = (nsec: Nsec, type: RRType): boolean => nsec.rdata[0]?.types.includes(type) ?? false;
const nextOf = (nsec: Nsec): Name => nsec.rdata[0]?.next ?? nsec.owner;
