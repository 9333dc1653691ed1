import type { Instant } from '../../base/time.ts';
import { isAtOrBelow, labelsOf, type Name, wildcardBelow } from '../name.ts';
import { type RdataOf, type RRset, typeOf } from '../record.ts';
import { signedLabels } from './canonical.ts';
import type { Fault, FaultProblem } from './fault.ts';
import { keyTagOf } from './keys.ts';
import { verifies } from './signature.ts';
import { signatureLeft, timeOf } from './signature-time.ts';
import { signaturesOf } from './with-proofs.ts';

/** A zone with those of its keys that may sign its data. */
export interface ZoneKeys {
  readonly zone: Name;
  readonly keys: readonly RdataOf<'DNSKEY'>[];
}

/** That one of the keys signed a set, which it was and from which wildcard the set was made; or why none did. */
export type SetCheck<Set extends RRset = RRset> =
  | { readonly kind: 'secure'; readonly set: Set; readonly tag: number; readonly source: Name | undefined }
  | { readonly kind: 'bogus'; readonly fault: Fault };

/** Signatures looked at, and tries of a key at one of them, for one set: a zone that needs more is taken for an attack. */
const MAX_SIGNATURES = 16;
const MAX_TRIES = 8;

/** How many more signatures may turn out wrong in one resolution, whatever sets they are of. CVE-2023-50387 (KeyTrap). */
export interface Patience {
  failuresLeft: number;
}
export const makePatience = (): Patience => ({ failuresLeft: 16 });

/**
 * Checks a set against the keys of its zone: any one good signature is enough. The set comes back with its TTL no longer
 * than the signature allows. Source: RFC 4035 §5.3.
 */
export function checkSet<Set extends RRset>(
  set: Set,
  { zone, keys }: ZoneKeys,
  now: Instant,
  patience: Patience = makePatience(),
): SetCheck<Set> {
  let closest: { problem: FaultProblem; tag?: number } = { problem: 'not-signed' };
  let tries = 0;
  for (const signature of signaturesOf(set).slice(0, MAX_SIGNATURES)) {
    const fitting = keys.filter((key) => key.algorithm === signature.algorithm && keyTagOf(key) === signature.keyTag);
    const obstacle = obstacleTo(set, signature, zone, now) ?? (fitting.length === 0 ? 'no-such-key' : undefined);
    for (const key of obstacle ? [] : fitting) {
      if (tries === MAX_TRIES || patience.failuresLeft === 0) return bogus(set, zone, { problem: 'too-much-work' });
      tries += 1;
      if (isGood(set, signature, key)) return secure(set, signature, now);
      patience.failuresLeft -= 1;
    }
    const problem = obstacle ?? 'wrong-signature';
    if (CLOSENESS.indexOf(problem) > CLOSENESS.indexOf(closest.problem)) closest = { problem, tag: signature.keyTag };
  }
  return bogus(set, zone, closest);
}

/** How near a signature comes to being good, least first: the nearest miss is told. */
const CLOSENESS: readonly FaultProblem[] = [
  'not-signed',
  'wrong-signer',
  'no-such-key',
  'not-yet-valid',
  'expired',
  'wrong-signature',
];

/** What rules a signature out before any key is tried. */
function obstacleTo(set: RRset, signature: RdataOf<'RRSIG'>, zone: Name, now: Instant): FaultProblem | undefined {
  if (signature.signer !== zone || !isAtOrBelow(set.owner, zone)) return 'wrong-signer';
  if (signature.labels > signedLabels(set.owner)) return 'wrong-signature';
  const time = timeOf(signature, now);
  return time === 'within' ? undefined : time === 'before' ? 'not-yet-valid' : 'expired';
}

const checked = new WeakMap<RdataOf<'RRSIG'>, { of: RRset; key: RdataOf<'DNSKEY'>; good: boolean }>();

/** Whether the key made the signature. That is slow to find out, so it is remembered with the signature. */
function isGood(set: RRset, signature: RdataOf<'RRSIG'>, key: RdataOf<'DNSKEY'>): boolean {
  const before = checked.get(signature);
  if (before?.key === key && before.of.rdata === set.rdata && before.of.owner === set.owner) return before.good;
  const good = verifies(set, signature, key) === true;
  checked.set(signature, { of: set, key, good });
  return good;
}

function secure<Set extends RRset>(set: Set, signature: RdataOf<'RRSIG'>, now: Instant): SetCheck<Set> {
  const ttl = Math.min(set.ttl, signature.originalTtl, signatureLeft(signature, now)); // RFC 4035 §5.3.3
  const made = signature.labels < signedLabels(set.owner);
  const source = made ? sourceOf(set.owner, signature.labels) : undefined;
  const proof = { ...set.proof, signatures: signaturesOf(set), security: 'secure' } as const;
  return { kind: 'secure', set: { ...set, ttl, proof }, tag: signature.keyTag, source };
}

/** The wildcard that has as many labels below the root as were signed. RFC 4035 §5.3.2. */
function sourceOf(owner: Name, labels: number): Name {
  const kept = labelsOf(owner).slice(-labels || Number.POSITIVE_INFINITY);
  return wildcardBelow(`${kept.join('.')}.` as Name);
}

function bogus(set: RRset, zone: Name, { problem, tag }: { problem: FaultProblem; tag?: number }) {
  const tags = tag === undefined ? [] : [tag];
  return { kind: 'bogus', fault: { problem, zone, owner: set.owner, type: typeOf(set), tags } } as const;
}
