import { dsOf } from '../dns/dnssec/keys.ts';
import { keysOf } from '../dns/dnssec/signed-zone.ts';
import type { Name } from '../dns/name.ts';
import type { RdataOf } from '../dns/record.ts';
import type { Signing, Zone } from '../dns/zone/zone.ts';

/** Signatures hold for as long as a world's clock can be expected to run: hosts and registries renew theirs unasked. */
const PERIOD = { inception: Date.UTC(2025, 0, 1) / 1000, expiration: Date.UTC(2075, 0, 1) / 1000 };

/** How the root and the suffixes are signed. Every one of a world is, as nearly all are in life: RFC 9364 §2. */
export const REGISTRY_SIGNING: Signing = { seed: 'registry', ...PERIOD };

/**
 * How a host signs a zone of that id: with keys of its own, so that a zone made again has others, and so has one whose
 * keys were thrown away when it was signed no longer.
 * @param timesUnsigned how often they were
 */
export const hostSigning = (id: string, timesUnsigned = 0): Signing => ({
  seed: timesUnsigned === 0 ? id : `${id} ${timesUnsigned + 1}`,
  ...PERIOD,
});

/** The DS that names a zone's key-signing key; none for a zone that is not signed. */
export function dsRecords(origin: Name, signing: Zone['signing']): readonly RdataOf<'DS'>[] {
  const ds = signing && dsOf(origin, keysOf(origin, signing).ksk.dnskey);
  return ds ? [ds] : [];
}
