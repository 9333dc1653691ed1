import { accepted, type Decision, refused } from '../base/decision.ts';
import { isAtOrBelow, type Name } from '../dns/name.ts';
import type { DnsHost } from './dns-host.ts';
import type { HostedZone, HostedZones } from './hosted-zone.ts';

/** Name servers that a customer keeps for more than one zone; Route 53's reusable delegation set. */
export interface DelegationSet {
  /** `N1`, `N2` … in order of creation, over all hosts of a world. */
  readonly id: string;
  readonly host: string;
  /** The account at the host. */
  readonly customer: string;
  readonly nameServers: readonly Name[];
}
/** By id, oldest first. */
export type DelegationSets = ReadonlyMap<string, DelegationSet>;
export type DelegationSetEvent =
  | {
      readonly kind: 'delegation-set-created';
      readonly set: DelegationSet;
      /** The zone whose name servers these were before; they are the set's from now on. */
      readonly zone?: string;
    }
  | { readonly kind: 'delegation-set-deleted'; readonly host: string; readonly set: string };

/** Why a DNS host would not keep name servers for more than one zone, or not put a zone on them. */
export type SetRefusal = { readonly origin: Name; readonly host: string } & (
  | { readonly reason: 'no-delegation-sets' | 'set-for-private' }
  | { readonly reason: 'set-quota' | 'set-full'; readonly most: number }
  | NoSuchSet
  | { readonly reason: 'set-exists'; readonly set: string }
  /** One of the servers has a zone of that name, or of one above or below it: `zone`. */
  | { readonly reason: 'set-conflict'; readonly set: string; readonly zone: string; readonly other: Name }
);

/** `sets`: those that the account has at the host. */
export interface NoSuchSet {
  readonly reason: 'no-such-set';
  readonly host: string;
  readonly set: string;
  readonly sets: readonly string[];
}
/** Why a DNS host would not give up a set: nobody has it in that account, or zones are on it. */
export type SetDeletionRefusal =
  | NoSuchSet
  | { readonly reason: 'set-in-use'; readonly host: string; readonly set: string; readonly zones: readonly Name[] };

/** The host takes a set back, unless a zone is on it. Route 53: DeleteReusableDelegationSet, DelegationSetInUse. */
export function decideSetGone(
  sets: DelegationSets,
  zones: HostedZones,
  { host, customer, set }: { readonly host: string; readonly customer: string; readonly set: string },
): Decision<DelegationSetEvent, SetDeletionRefusal> {
  const own = [...sets.values()].filter((each) => each.host === host && each.customer === customer);
  if (!own.some(({ id }) => id === set))
    return refused({ reason: 'no-such-set', host, set, sets: own.map(({ id }) => id) });
  const on = [...zones.values()].filter(({ delegationSet }) => delegationSet === set);
  if (on.length > 0) return refused({ reason: 'set-in-use', host, set, zones: on.map(({ zone }) => zone.origin) });
  return accepted({ kind: 'delegation-set-deleted', host, set });
}

/** Whether the account may have one more set. */
export function roomForSet(
  host: DnsHost,
  sets: DelegationSets,
  customer: string,
  origin: Name,
): SetRefusal | undefined {
  const most = host.most.delegationSets;
  if (most === 0) return { reason: 'no-delegation-sets', origin, host: host.id };
  const own = [...sets.values()].filter((set) => set.host === host.id && set.customer === customer);
  return own.length < most ? undefined : { reason: 'set-quota', origin, host: host.id, most };
}

/** The host keeps a zone's name servers for further zones. The zone itself never changes servers. */
export function decideReuse(
  host: DnsHost,
  sets: DelegationSets,
  { id: zone, customer, nameServers, networks, delegationSet, zone: { origin } }: HostedZone,
  id: string,
): Decision<DelegationSetEvent, SetRefusal> {
  const full = roomForSet(host, sets, customer, origin);
  if (full) return refused(full);
  if (networks) return refused({ reason: 'set-for-private', origin, host: host.id });
  if (delegationSet !== undefined) return refused({ reason: 'set-exists', origin, host: host.id, set: delegationSet });
  return accepted({ kind: 'delegation-set-created', set: { id, host: host.id, customer, nameServers }, zone });
}

/** Why a zone of that name cannot be put on a set; undefined if it can. */
export function unfitForSet(
  host: DnsHost,
  zones: HostedZones,
  set: DelegationSet,
  origin: Name,
): SetRefusal | undefined {
  const of = { origin, host: host.id };
  const on = [...zones.values()].filter(({ delegationSet }) => delegationSet === set.id);
  const most = host.most.zonesOnSet;
  if (on.length >= most) return { reason: 'set-full', ...of, most };
  const other = [...zones.values()].find(
    ({ zone, nameServers }) =>
      (isAtOrBelow(zone.origin, origin) || isAtOrBelow(origin, zone.origin)) &&
      nameServers.some((server) => set.nameServers.includes(server)),
  );
  return other && { reason: 'set-conflict', ...of, set: set.id, zone: other.id, other: other.zone.origin };
}
