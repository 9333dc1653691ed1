import type { Instant } from '../base/time.ts';
import type { Name } from '../dns/name.ts';

/** The queries that a host has answered from a zone within a month, UTC; the zone itself may be gone since. */
export interface ZoneUsage {
  readonly host: string;
  readonly customer: string;
  readonly origin: Name;
  /** When the first of them came. */
  readonly since: Instant;
  readonly queries: number;
}
/** By the zone's id. */
export type Usage = ReadonlyMap<string, ZoneUsage>;
