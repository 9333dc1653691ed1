import type { Question } from '../message.ts';
import { isAtOrBelow, isBelow, labelsOf, type Name, parentOf } from '../name.ts';
import { isOfType, type RdataOf, type RRset, type RRsetOf } from '../record.ts';
import { delegationId, live, recallSet } from '../resolver/cache.ts';
import type { Asking, Found, Job } from '../resolver/job.ts';
import type { TrustAnchor } from '../resolver/resolver-config.ts';
import { checkSet, type ZoneKeys } from './check-set.ts';
import { provesCut } from './denial.ts';
import { denialBy } from './denial-by.ts';
import { isZoneKey, matchesDs, unsupportedIn } from './ds-match.ts';
import type { Fault, FaultProblem } from './fault.ts';
import { type Bogus, lookUpChecked } from './look-up-checked.ts';
import type { Validation, ZoneSecurity } from './validation.ts';

/**
 * Whether the zone of a name is secure, found by going down from the trust anchor: at each cut the parent says by DS
 * which key is the child's, and by that the child's keys are known. RFC 4033 §5, RFC 4035 §5.
 */
export function* securityOf(job: Job, validation: Validation, name: Name, depth: number): Asking<ZoneSecurity> {
  const anchor = nearestAnchor(validation, name);
  if (!anchor) return { kind: 'indeterminate' };
  const path = [anchor.owner, ...namesBetween(anchor.owner, name)];
  const start = path.findLastIndex((at) => validation.zones.has(at) || knownKeys(job, at));
  const at = path[start];
  let security =
    (at && (validation.zones.get(at) ?? knownKeys(job, at))) ?? (yield* keysAt(job, anchor, undefined, depth));
  validation.zones.set(at ?? anchor.owner, security);
  for (const next of path.slice(Math.max(start, 0) + 1)) {
    if (security.kind !== 'secure') return security;
    security = yield* stepDown(job, security, next, depth);
    validation.zones.set(next, security);
  }
  return security;
}

function nearestAnchor({ trustAnchors }: Validation, name: Name): TrustAnchor | undefined {
  const above = trustAnchors.filter(({ owner }) => isAtOrBelow(name, owner));
  return above.sort((a, b) => labelsOf(b.owner).length - labelsOf(a.owner).length)[0];
}

/** The names below one down to another, itself included, topmost first. */
function namesBetween(top: Name, name: Name): Name[] {
  const names: Name[] = [];
  for (let at: Name | undefined = name; at && isBelow(at, top); at = parentOf(at)) names.unshift(at);
  return names;
}

/** The keys of a zone that are remembered as checked. */
function knownKeys(job: Job, zone: Name): ZoneSecurity | undefined {
  const set = recallSet(job.draft.cache, zone, 'DNSKEY', job.now());
  return set?.proof?.security === 'secure' ? secureKeys(zone, set) : undefined;
}

const secureKeys = (zone: Name, { rdata }: RRsetOf<'DNSKEY'>): { kind: 'secure' } & ZoneKeys => ({
  kind: 'secure',
  zone,
  keys: rdata.filter(isZoneKey),
});

/** From a secure zone one label down: into a child zone, if one begins there. */
function* stepDown(job: Job, parent: ZoneKeys, at: Name, depth: number): Asking<ZoneSecurity> {
  if (referralDenies(job, parent, at)) return unsigned(job, parent, at, depth);
  job.steps.push({ kind: 'check', depth, says: { kind: 'find-ds', zone: at, parent: parent.zone } });
  const question = { qname: at, qtype: 'DS' } as const;
  const ds = yield* lookUpChecked(job, question, depth + 1, (found) => dsIn(job, found, parent, question));
  switch (ds.kind) {
    case 'ds':
      return yield* keysAt(job, { owner: at, ds: ds.set.rdata }, parent.zone, depth);
    case 'no-cut':
      job.steps.push({ kind: 'check', depth, says: { kind: 'no-cut', name: at, zone: parent.zone } });
      return { kind: 'secure', ...parent };
    case 'unsigned-cut':
      return unsigned(job, parent, at, depth);
    case 'bogus':
      return ds;
  }
}

/** Whether the parent already said, in the referral, that there is no DS. */
function referralDenies(job: Job, parent: ZoneKeys, at: Name): boolean {
  const entry = live(job.draft.cache, delegationId(at), job.now());
  if (entry?.kind !== 'delegation') return false;
  return provesCut(denialBy(entry.ns, parent, job.now(), job.validation?.patience).nsecs, at) === 'unsigned-cut';
}

function unsigned(job: Job, { zone: parent }: ZoneKeys, zone: Name, depth: number): ZoneSecurity {
  job.steps.push({ kind: 'check', depth, says: { kind: 'unsigned-cut', zone, parent } });
  return { kind: 'insecure', zone };
}

type DsFound = { readonly kind: 'ds'; readonly set: RRsetOf<'DS'> } | { readonly kind: 'unsigned-cut' | 'no-cut' };

/** What a look-up of a DS shows, once it is checked by the parent's keys. */
function* dsIn(job: Job, found: Found, parent: ZoneKeys, { qname: owner }: Question): Asking<DsFound | Bogus> {
  const fault = (problem: FaultProblem) => bogus({ problem, zone: parent.zone, owner, type: 'DS', tags: [] });
  const now = job.now();
  switch (found.kind) {
    case 'answer': {
      const set = found.rrsets.find((one: RRset): one is RRsetOf<'DS'> => isOfType(one, 'DS'));
      if (!set) return fault('ds-unknown');
      if (set.proof?.security === 'secure') return { kind: 'ds', set };
      const check = checkSet(set, parent, now, job.validation?.patience);
      if (check.kind === 'bogus') return bogus(check.fault);
      job.draft.putSet(check.set, 'authoritative-answer', now);
      return { kind: 'ds', set: check.set };
    }
    case 'nodata': {
      const { nsecs, fault: bad } = found.soa
        ? denialBy(found.soa, parent, now, job.validation?.patience)
        : { nsecs: [], fault: undefined };
      const kind = provesCut(nsecs, owner);
      return kind ? { kind } : bad ? bogus(bad) : fault('not-denied');
    }
    case 'nxdomain':
    case 'alias':
      return { kind: 'no-cut' }; // to take a name for its parent zone's own trusts nobody who is not trusted already
    case 'failed':
      return fault(found.reason === 'too-many-queries' ? 'too-much-work' : 'ds-unknown');
  }
}

/** The keys of a zone, by what its parent, or whoever set the trust anchor, says of them. RFC 4035 §5.2. */
function* keysAt(
  job: Job,
  { owner: zone, ds }: TrustAnchor,
  parent: Name | undefined,
  depth: number,
): Asking<ZoneSecurity> {
  const because = unsupportedIn(ds);
  if (because) {
    job.steps.push({ kind: 'check', depth, says: { kind: 'unsupported', zone, because } });
    return { kind: 'insecure', zone, because };
  }
  const tags = ds.map(({ keyTag }) => keyTag);
  job.steps.push({ kind: 'check', depth, says: { kind: 'find-keys', zone, parent, tags } });
  const question = { qname: zone, qtype: 'DNSKEY' } as const;
  return yield* lookUpChecked(job, question, depth + 1, (found) => keysIn(job, found, zone, ds, depth));
}

function* keysIn(
  job: Job,
  found: Found,
  zone: Name,
  ds: readonly RdataOf<'DS'>[],
  depth: number,
): Asking<Extract<ZoneSecurity, { kind: 'secure' }> | Bogus> {
  const tags = ds.map(({ keyTag }) => keyTag);
  const fault = (problem: FaultProblem) => bogus({ problem, zone, owner: zone, type: 'DNSKEY', tags });
  if (found.kind === 'failed' && found.reason === 'too-many-queries') return fault('too-much-work');
  const set = found.rrsets.find((one: RRset): one is RRsetOf<'DNSKEY'> => isOfType(one, 'DNSKEY'));
  if (found.kind !== 'answer' || !set) return fault('no-dnskey');
  const named = matchesDs(zone, set, ds);
  if (named.length === 0) return fault('ds-matches-no-key');
  const check = checkSet(set, { zone, keys: named }, job.now(), job.validation?.patience);
  if (check.kind === 'bogus') return bogus(check.fault);
  job.draft.putSet(check.set, 'authoritative-answer', job.now());
  job.steps.push({ kind: 'check', depth, says: { kind: 'keys', zone, tag: check.tag } });
  return secureKeys(zone, check.set);
}

const bogus = (fault: Fault): Bogus => ({ kind: 'bogus', fault, elsewhere: false });
