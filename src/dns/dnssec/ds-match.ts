import type { Name } from '../name.ts';
import type { RdataOf, RRsetOf } from '../record.ts';
import { dsOf, ECDSA_P256, keyTagOf } from './keys.ts';
import type { Unsupported } from './validation.ts';

/** What this program can check: ECDSA P-256 with SHA-256, and digests by SHA-256 and SHA-384. */
const ALGORITHMS: readonly number[] = [ECDSA_P256];
const DIGESTS: readonly number[] = [2, 4];
/** Digests made for one DS set: one that needs more is taken for an attack. */
const MAX_DIGESTS = 8;

const ZONE_KEY = 0x0100;
const REVOKED = 0x0080;

/** Whether a key may sign a zone's data. RFC 4034 §2.1, RFC 5011 §2.1. */
export const isZoneKey = ({ flags, protocol }: RdataOf<'DNSKEY'>): boolean =>
  (flags & ZONE_KEY) !== 0 && (flags & REVOKED) === 0 && protocol === 3;

/** Why none of the DS can be followed; such a zone counts as unsigned. RFC 4035 §5.2. */
export function unsupportedIn(ds: readonly RdataOf<'DS'>[]): Unsupported | undefined {
  const known = ds.filter(({ algorithm }) => ALGORITHMS.includes(algorithm));
  if (known.length === 0) return 'unsupported-algorithm';
  return known.some(isSupported) ? undefined : 'unsupported-digest';
}

/** The keys that a DS names by tag, algorithm and digest. RFC 4035 §5.2. */
export function matchesDs(zone: Name, { rdata }: RRsetOf<'DNSKEY'>, ds: readonly RdataOf<'DS'>[]): RdataOf<'DNSKEY'>[] {
  let digests = 0;
  const isNamed = (key: RdataOf<'DNSKEY'>): boolean =>
    ds.filter(isSupported).some(({ keyTag, algorithm, digestType, digest }) => {
      if (key.algorithm !== algorithm || keyTagOf(key) !== keyTag || digests === MAX_DIGESTS) return false;
      digests += 1;
      return dsOf(zone, key, digestType)?.digest.toLowerCase() === digest.toLowerCase();
    });
  return rdata.filter((key) => isZoneKey(key) && isNamed(key));
}

const isSupported = ({ algorithm, digestType }: RdataOf<'DS'>): boolean =>
  ALGORITHMS.includes(algorithm) && DIGESTS.includes(digestType);
