import type { Name } from '../name.ts';
import type { Rdata } from '../record.ts';
import type { ZoneFault } from './master-line.ts';

/** A type of record that names a host which should have addresses. */
export type HostType = 'NS' | 'MX' | 'SRV';

/** What can be wrong with the data of a zone. */
export type FindingKind = keyof typeof WEIGHTS;

/**
 * Something wrong with a zone's data. With an `error`, most of BIND, NSD, Knot and PowerDNS refuse to load the zone; a
 * `warning` is what one of them warns of or refuses.
 */
export interface ZoneFinding {
  readonly severity: 'error' | 'warning';
  readonly kind: FindingKind;
  readonly owner: Name;
  /** Goes on after the owner's name: `has no SOA: …`. */
  readonly message: string;
  /** The section that says so; or the program, where it is that program's own rule. */
  readonly source: string;
  /** The records that it is about; where they may not stand beside each other, one of the odd kind first. */
  readonly records: readonly Rdata[];
  /** Other records, for which those are wrong. */
  readonly because: readonly Rdata[];
}

/** Something odd about a record among the others of its file, and where. */
export interface RecordWarning extends ZoneFault {
  readonly kind: FindingKind;
  readonly owner: Name;
}

/** For each kind how much it weighs, and what says so. */
const WEIGHTS = {
  'no-soa': ['error', 'RFC 1035 §5.2'],
  'several-soas': ['error', 'RFC 1035 §5.2'],
  'soa-below-apex': ['error', 'RFC 1035 §5.2'],
  'no-apex-ns': ['error', 'RFC 1034 §4.2.1'],
  'cname-beside-other-data': ['error', 'RFC 1034 §3.6.2'],
  'several-cnames': ['error', 'RFC 2181 §10.1'],
  'several-dnames': ['error', 'RFC 6672 §2.4'],
  'dname-beside-ns': ['warning', 'RFC 6672 §2.3'],
  'below-dname': ['warning', 'RFC 6672 §2.4'],
  'below-cut': ['warning', 'RFC 1034 §4.2.1'],
  'wildcard-ns': ['warning', 'RFC 4592 §4.2'],
  'inner-wildcard': ['warning', 'RFC 4592 §2.1.1'],
  'ds-without-ns': ['warning', 'RFC 4035 §2.4'],
  'ds-at-apex': ['warning', 'RFC 4035 §2.4'],
  'ds-digest': ['warning', 'RFC 8624 §3.3'],
  'no-glue': ['warning', 'RFC 9471 §3'],
  'ns-without-address': ['warning', 'RFC 1912 §2.8'],
  'ns-is-alias': ['warning', 'RFC 2181 §10.3'],
  'ns-below-dname': ['warning', 'RFC 2181 §10.3'],
  'ns-is-address': ['warning', 'RFC 1035 §3.3.11'],
  'mx-without-address': ['warning', 'RFC 5321 §5.1'],
  'mx-is-alias': ['warning', 'RFC 2181 §10.3'],
  'mx-below-dname': ['warning', 'RFC 2181 §10.3'],
  'mx-is-address': ['warning', 'RFC 1035 §3.3.9'],
  'srv-without-address': ['warning', 'RFC 2782'],
  'srv-is-alias': ['warning', 'RFC 2782'],
  'srv-below-dname': ['warning', 'RFC 2782'],
  'owner-not-a-host-name': ['warning', 'RFC 1123 §2.1'],
  'target-not-a-host-name': ['warning', 'RFC 1123 §2.1'],
  'spf-without-txt': ['warning', 'RFC 7208 §3.1'],
  'outside-zone': ['warning', 'RFC 1035 §5.2'],
  'duplicate-record': ['warning', 'RFC 2181 §5'],
  'ttls-differ': ['warning', 'RFC 2181 §5.2'],
  'no-ttl': ['warning', 'RFC 2308 §4'],
  'ttl-too-large': ['warning', 'RFC 2181 §8'],
} as const;

/** A finding of that kind, with what the kind brings along. */
export function finding(
  kind: FindingKind,
  owner: Name,
  message: string,
  records: readonly Rdata[],
  because: readonly Rdata[] = [],
): ZoneFinding {
  const [severity, source] = WEIGHTS[kind];
  return { severity, kind, owner, message, source, records, because };
}
