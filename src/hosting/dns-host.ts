import type { Cents, Nanos } from '../base/money.ts';
import type { DurationMs } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { RdataOf } from '../dns/record.ts';

/** A company whose authoritative servers answer for its customers' zones. RFC 9499 §6, "DNS operator" §9. */
export interface DnsHost {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly nameServers: NameServerPlan;
  /** The labels of the name servers that answer for the host's own domains. */
  readonly ownNameServerLabels: readonly string[];
  /** For a zone and month, by the number of zones in the account; the last tier has no end. */
  readonly monthlyFee: readonly { readonly upTo: number; readonly fee: Cents }[];
  /** For each query answered, by how many there were in the account and month; the last tier has no end. Free if absent. */
  readonly queryFee?: readonly { readonly upTo: number; readonly fee: Nanos }[];
  /** For each set of records beyond those that the zone's fee includes, a month. Free if absent. */
  readonly recordFee?: { readonly included: number; readonly fee: Nanos };
  /** A zone deleted before it is this old costs nothing. Milliseconds; `Infinity` where zones are free. */
  readonly freeFor: number;
  /** Of the apex NS set, in seconds. */
  readonly nsTtl: number;
  /** Of the records that a customer adds without saying a TTL, in seconds. */
  readonly recordTtl: number;
  readonly soa: SoaPlan;
  /** Whether it takes zones for any domain, or only for those registered with the same company. */
  readonly zonesFor: 'any-domain' | 'own-registrations';
  /** False where a zone stops answering when the registration's name servers are changed away from it. */
  readonly keepsZoneAfterMove: boolean;
  /** From a change in its database until its servers answer with it, where the world's hosts have life's pace. */
  readonly publicationDelay: DurationMs;
  /** For how long it keeps an account that was closed, with its zones, before it deletes both. */
  readonly keepsClosedAccount: DurationMs;
  /** The servers that every private zone names; none where the host has no private zones. */
  readonly privateNameServers: readonly Name[];
  /** For which targets it computes the addresses of another name: `same-zone` for those in the zone itself. */
  readonly aliasTargets: 'none' | 'same-zone' | 'any-name';
  /** What becomes of a CNAME at the apex; `flattened` makes an alias of it. */
  readonly apexCname: 'refused' | 'flattened';
  /** Whether it ceases to sign while the zone above still has a DS. */
  readonly unsignsBesideDs: boolean;
  /** Whether it deletes a zone that it signs. */
  readonly deletesSignedZone: boolean;
  /** In seconds; `Infinity` where there is no other than DNS's own. */
  readonly mostTtlWhenSigned: number;
  readonly most: Quotas;
  /** The records that a zone starts with when the registrar's side of the house creates it. */
  readonly parkingRecords: readonly ParkingRecord[];
}

/**
 * How many a host lets a customer have: zones and delegation sets in an account, records in a zone, values in a set,
 * zones on a delegation set. `Infinity` where it says nothing; no delegation sets where it has none at all.
 */
export interface Quotas {
  readonly zones: number;
  readonly records: number;
  readonly values: number;
  readonly delegationSets: number;
  readonly zonesOnSet: number;
}

/**
 * How a host names the servers of a new zone. `awsdns`: one under each of four suffixes, `ns-N.awsdns-M.suffix`, drawn
 * afresh for every zone. `random-names`: so many given names under one domain. `fixed`: the same for every zone.
 */
export type NameServerPlan =
  | { readonly kind: 'awsdns'; readonly pools: readonly AwsdnsPool[] }
  | { readonly kind: 'random-names'; readonly under: Name; readonly labels: readonly string[]; readonly count: number }
  | { readonly kind: 'fixed'; readonly names: readonly Name[] };

/** The servers under one suffix, numbered; eight share a domain, the first eight `awsdns-<firstGroup>`. */
export interface AwsdnsPool {
  readonly suffix: Name;
  readonly firstServer: number;
  readonly lastServer: number;
  readonly firstGroup: number;
}

/** The SOA of a new zone; MNAME is the zone's first name server. `ttl` in seconds. */
export interface SoaPlan extends Omit<RdataOf<'SOA'>, 'type' | 'mname' | 'serial'> {
  readonly ttl: number;
  readonly serial: 'constant' | 'counter' | 'date' | 'unix-time';
}

/** An A record of a page that says the domain is parked; `label` is `@` for the apex, `ttl` in seconds. */
export interface ParkingRecord {
  readonly label: string;
  readonly ttl: number;
}
