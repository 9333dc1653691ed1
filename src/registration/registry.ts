import type { Cents } from '../base/money.ts';
import { type Name, parentOf } from '../dns/name.ts';

/** The organisation that keeps the database and the zones of some suffixes. RFC 9499 §9. */
export interface Registry {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A suffix under which people register, with what its registry publishes there. TTLs are in seconds. */
export interface Tld {
  readonly suffix: Name;
  /** Its registry's id. */
  readonly registry: string;
  /** Of the NS records of a delegation, and of its glue. */
  readonly delegationTtl: number;
  /** Of the zone's own SOA record; its `minimum` is the same, so this is how long NXDOMAIN is kept. RFC 2308 §5. */
  readonly negativeTtl: number;
  readonly nameServers: readonly Name[];
  /** What the registry asks of a registrar for a domain and year. */
  readonly wholesaleFee: Cents;
  readonly mostYears: number;
}

/** By suffix. */
export type Tlds = ReadonlyMap<Name, Tld>;

/** The suffix that a domain stands directly under, if it is one of these: `co.uk.` for `example.co.uk.`. */
export function suffixOf(domain: Name, tlds: Tlds): Tld | undefined {
  const parent = parentOf(domain);
  return parent && tlds.get(parent);
}

/** The domain that someone could hold at or above a name: one label more than its longest suffix. RFC 9499 §9. */
export function registrableDomain(of: Name, tlds: Tlds): Name | undefined {
  for (let current: Name | undefined = of; current; current = parentOf(current)) {
    if (suffixOf(current, tlds) && !tlds.has(current)) return current;
  }
  return undefined;
}
