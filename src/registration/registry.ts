import type { Cents } from '../base/money.ts';
import type { DurationMs } from '../base/time.ts';
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
  /** Of the DS records of a delegation. */
  readonly dsTtl: number;
  /** Of the zone's own SOA record; its `minimum` is the same, so this is how long NXDOMAIN is kept. RFC 2308 §5. */
  readonly negativeTtl: number;
  readonly nameServers: readonly Name[];
  /** What the registry asks of a registrar for a domain and year. */
  readonly wholesaleFee: Cents;
  /** What ICANN asks for each year of a registration, renewal or transfer; absent where it has no contract. */
  readonly icannFee?: { readonly ofRegistrar: Cents; readonly ofRegistry: Cents };
  readonly mostYears: number;
  /** How long after a registrar's command its servers answer accordingly. Milliseconds, here and below. */
  readonly publicationDelay: DurationMs;
  /** How long a name that is deleted after all can be had free or brought back. RFC 3915 §3.1. */
  readonly grace: {
    readonly add: DurationMs;
    readonly autoRenew: DurationMs;
    readonly redemption: DurationMs;
    readonly pendingDelete: DurationMs;
  };
  /** Within which time a registrant has to verify a new address; `Infinity` where no rule says so. */
  readonly verifyWithin: DurationMs;
  readonly transfer: TransferRules;
  /** What becomes of a change whose new name servers do not answer for the domain; absent where the registry asks none. */
  readonly nameServerCheck?: NameServerCheck;
}

/**
 * A registry that asks the name servers of a change before it takes it. `refused`: it takes none that fails. `pending`: it
 * keeps that and asks again, `every` so long and for as long as it `lasts`; meanwhile it takes no other. RFC 5731 §2.3.
 */
export type NameServerCheck =
  | { readonly failing: 'refused' }
  | { readonly failing: 'pending'; readonly every: DurationMs; readonly lasts: DurationMs };

/** How registrations under a suffix move from one registrar to another. */
export interface TransferRules {
  /** By a secret that the losing registrar issues, or by a mark that it sets. */
  readonly by: 'auth-code' | 'ips-tag';
  /** How old a registration has to be, and how long ago its last move. */
  readonly wait: DurationMs;
  /** After what time the losing registrar's silence counts as consent; for a mark, how long it stands. */
  readonly silence: DurationMs;
  /** Whether a move makes the term a year longer. */
  readonly addsYear: boolean;
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
