import { isAtOrBelow, isBelow, labelsOf, type Name, parentOf, ROOT } from '../name.ts';
import { type RRset, type Security, typeOf } from '../record.ts';
import { delegationId, live, setId } from '../resolver/cache.ts';
import type { Asking, Job } from '../resolver/job.ts';
import { checkSet, type ZoneKeys } from './check-set.ts';
import { provesWildcard } from './denial.ts';
import { denialBy } from './denial-by.ts';
import type { Bogus } from './look-up-checked.ts';
import type { Validation } from './validation.ts';
import { signaturesOf } from './with-proofs.ts';
import { securityOf } from './zone-security.ts';

/** A set with what is thought of it; `by` says whose key signed it, where that was checked just now. */
export interface JudgedSet<Set extends RRset = RRset> {
  readonly kind: 'judged';
  readonly set: Set;
  readonly security: Security;
  readonly by?: ZoneKeys & { readonly tag: number; readonly source: Name | undefined };
}

/** Checks one set by the keys of the zone it is in; nothing is remembered yet. RFC 4035 §5.3. */
export function* judgeSet<Set extends RRset>(
  job: Job,
  validation: Validation,
  set: Set,
): Asking<JudgedSet<Set> | Bogus> {
  const known = set.proof?.security;
  if (known) return { kind: 'judged', set, security: known };
  const zone = yield* securityOf(job, validation, zoneFor(job, set), 0);
  if (zone.kind === 'bogus') return { ...zone, elsewhere: true };
  if (zone.kind !== 'secure') {
    if (zone.kind === 'insecure') validation.unsupported ??= zone.because;
    const marked = { ...set, proof: { ...set.proof, signatures: signaturesOf(set), security: zone.kind } };
    return { kind: 'judged', set: marked, security: zone.kind };
  }
  const check = checkSet(set, zone, job.now(), validation.patience);
  if (check.kind === 'bogus') return { ...check, elsewhere: false };
  const { source, tag } = check;
  const unproven = source && wildcardFault(job, set, zone, source);
  if (unproven) return unproven;
  return { kind: 'judged', set: check.set, security: 'secure', by: { zone: zone.zone, keys: zone.keys, tag, source } };
}

/** Remembers a set as judged, as far believed as before. */
export function keepJudged(job: Job, { set, security }: JudgedSet): void {
  const before = live(job.draft.cache, setId(set.owner, typeOf(set)), job.now());
  const rank = before?.kind === 'rrset' ? before.rank : 'answer';
  job.draft.putSet(set, security === 'secure' ? 'authoritative-answer' : rank, job.now());
}

/**
 * The zone a set should be signed in: its signer's, unless a delegation nearer to it is known. A DS is above its cut.
 * Without either, whatever zone its owner is in.
 */
function zoneFor(job: Job, set: RRset): Name {
  const { owner } = set;
  const top = typeOf(set) === 'DS' ? (parentOf(owner) ?? ROOT) : owner;
  const signers = signaturesOf(set).map(({ signer }) => signer);
  const [signer] = signers
    .filter((one) => isAtOrBelow(top, one))
    .sort((a, b) => labelsOf(b).length - labelsOf(a).length);
  if (signer === undefined) return top;
  for (let at = top; isBelow(at, signer); at = parentOf(at) ?? ROOT) {
    if (live(job.draft.cache, delegationId(at), job.now())) return at;
  }
  return signer;
}

/** What is wrong with a set made from a wildcard when nothing proves that its name has no records of its own. */
function wildcardFault(job: Job, set: RRset, keys: ZoneKeys, source: Name): Bogus | undefined {
  const { nsecs, fault } = denialBy(set, keys, job.now(), job.validation?.patience);
  if (provesWildcard(nsecs, set.owner, source)) return undefined;
  const { owner } = set;
  const missing = { problem: 'not-denied', zone: keys.zone, owner, type: typeOf(set), tags: [] } as const;
  return { kind: 'bogus', fault: fault ?? missing, elsewhere: false };
}
