import type { ExtendedError } from './message.ts';

/** What the codes are called. RFC 8914 §4 and the IANA registry it opened. */
// biome-ignore format: one a line
const NAMES: readonly string[] = [
  'Other',
  'Unsupported DNSKEY Algorithm',
  'Unsupported DS Digest Type',
  'Stale Answer',
  'Forged Answer',
  'DNSSEC Indeterminate',
  'DNSSEC Bogus',
  'Signature Expired',
  'Signature Not Yet Valid',
  'DNSKEY Missing',
  'RRSIGs Missing',
  'No Zone Key Bit Set',
  'NSEC Missing',
  'Cached Error',
  'Not Ready',
  'Blocked',
  'Censored',
  'Filtered',
  'Prohibited',
  'Stale NXDOMAIN Answer',
  'Not Authoritative',
  'Not Supported',
  'No Reachable Authority',
  'Network Error',
  'Invalid Data',
  'Signature Expired before Valid',
  'Too Early',
  'Unsupported NSEC3 Iterations Value',
  'Unable to conform to policy',
  'Synthesized',
];

/** Why a server refuses what is not its to answer, and a resolver what it was not asked to look up. RFC 8914 §4.21. */
export const NOT_AUTHORITATIVE: ExtendedError = { code: 20, text: '' };

/** An extended error as dig prints it: `EDE: 9 (DNSKEY Missing): (the text)`. */
export function formatExtendedError({ code, text }: ExtendedError): string {
  const name = NAMES[code];
  return `EDE: ${code}${name ? ` (${name})` : ''}${text ? `: (${text})` : ''}`;
}
