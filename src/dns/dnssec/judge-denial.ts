import type { Question } from '../message.ts';
import { type Name, parentOf, ROOT } from '../name.ts';
import type { RRset, RRsetOf, Security } from '../record.ts';
import type { Asking, Found, Job } from '../resolver/job.ts';
import type { ZoneKeys } from './check-set.ts';
import { provesNoName, provesNoType } from './denial.ts';
import { denialBy } from './denial-by.ts';
import type { Fault } from './fault.ts';
import { judgeSet } from './judge-set.ts';
import type { Bogus } from './look-up-checked.ts';
import type { Validation } from './validation.ts';
import { securityOf } from './zone-security.ts';

/** That a name or a set is not there, with what is thought of it. */
export interface JudgedDenial {
  readonly kind: 'judged';
  readonly soa: RRsetOf<'SOA'> | undefined;
  readonly security: Security;
}
type Negative = Extract<Found, { kind: 'nodata' | 'nxdomain' }>;

/**
 * Checks a denial: its SOA as any set, then whether the NSEC sets beside it prove what it says. A good one is remembered
 * for no longer than either. RFC 4035 §5.4.
 */
export function* judgeDenial(
  job: Job,
  validation: Validation,
  question: Question,
  { kind, soa, rrsets }: Negative,
): Asking<JudgedDenial | Bogus> {
  const denied = { kind, qname: endOf(question.qname, rrsets), qtype: question.qtype };
  if (!soa || isChilds(soa, denied)) return yield* judgeWithoutSoa(job, validation, denied);
  const judged = yield* judgeSet(job, validation, soa);
  if (judged.kind === 'bogus') return judged;
  const { by, security, set } = judged;
  const proof = by && proofIn(set, denied, by, job);
  if (proof?.kind === 'bogus') return proof;
  const kept = { ...set, ttl: Math.min(set.ttl, proof?.ttl ?? set.ttl) };
  const type = kind === 'nxdomain' ? undefined : denied.qtype;
  if (soa.proof?.security === undefined && type !== 'ANY') job.draft.putNegative(denied.qname, type, kept, job.now());
  if (by)
    job.steps.push({
      kind: 'check',
      depth: 0,
      says: { ...denied, kind: 'denied', what: kind, zone: by.zone, tag: by.tag },
    });
  return { kind: 'judged', soa: kept, security };
}

/** Whether the SOA is that of the zone below the cut, which has no say in its DS. RFC 4035 §3.1.4.1. */
const isChilds = (soa: RRset, { qname, qtype }: Denied): boolean =>
  qtype === 'DS' && soa.owner === qname && qname !== ROOT;

interface Denied extends Question {
  readonly kind: Negative['kind'];
}

/** The name that the aliases lead to. */
function endOf(qname: Name, chain: readonly RRset[]): Name {
  const last = chain.at(-1)?.rdata[0];
  return last?.type === 'CNAME' ? last.target : qname;
}

function proofIn(
  soa: RRset,
  denied: Denied,
  keys: ZoneKeys,
  job: Job,
): Bogus | { readonly kind: 'proven'; readonly ttl: number } {
  const { nsecs, fault } = denialBy(soa, keys, job.now(), job.validation?.patience);
  const { kind, qname, qtype } = denied;
  const proven = kind === 'nxdomain' ? provesNoName(nsecs, qname) : provesNoType(nsecs, qname, qtype);
  if (proven) return { kind: 'proven', ttl: Math.min(...nsecs.map(({ ttl }) => ttl)) };
  return { kind: 'bogus', fault: fault ?? notDenied(denied, keys.zone), elsewhere: false };
}

/** Without an SOA nothing can be proven; in a zone that is not signed that is as good as any. */
function* judgeWithoutSoa(job: Job, validation: Validation, denied: Denied): Asking<JudgedDenial | Bogus> {
  const { qname, qtype } = denied;
  const zone = yield* securityOf(job, validation, qtype === 'DS' ? (parentOf(qname) ?? ROOT) : qname, 0);
  if (zone.kind === 'bogus') return { ...zone, elsewhere: true };
  if (zone.kind === 'secure') return { kind: 'bogus', fault: notDenied(denied, zone.zone), elsewhere: false };
  return { kind: 'judged', soa: undefined, security: zone.kind };
}

const notDenied = ({ qname: owner, qtype }: Denied, zone: Name): Fault => ({
  problem: 'not-denied',
  zone,
  owner,
  type: qtype === 'ANY' ? 'NSEC' : qtype,
  tags: [],
});
