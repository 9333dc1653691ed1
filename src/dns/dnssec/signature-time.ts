import { type Instant, SECOND } from '../../base/time.ts';
import type { RdataOf } from '../record.ts';

/** Where a moment lies for a signature; both ends count as inside. RFC 4035 §5.3.1. */
export function timeOf({ inception, expiration }: RdataOf<'RRSIG'>, now: Instant): 'before' | 'within' | 'after' {
  const at = Math.floor(now / SECOND);
  if (isLater(inception, at)) return 'before';
  return isLater(at, expiration) ? 'after' : 'within';
}

/** Seconds for which a signature still counts. */
export const signatureLeft = ({ expiration }: RdataOf<'RRSIG'>, now: Instant): number =>
  Math.max(0, (expiration - Math.floor(now / SECOND)) | 0);

/** Whether one count of seconds lies after another, on a circle of 2^32. RFC 1982 §3.2, RFC 4034 §3.1.5. */
const isLater = (one: number, other: number): boolean => ((one - other) | 0) > 0;
