import { assertNever } from '../base/result.ts';
import type { Instant } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { RRset, RRType } from '../dns/record.ts';
import { makeZone, rrsetAt, type Signing, withoutRRset, withRRset, type Zone } from '../dns/zone/zone.ts';

/**
 * hosting/ models DNS hosts: customers' hosted zones, the name servers allotted to them, and what a customer may do to
 * the records. It does not know whether anyone delegates to those servers: that is registration/'s. Start with this
 * file, then decide-zone.ts and decide-record.ts; name-servers.ts draws the servers of a new zone.
 */

/** A host's container for a customer's zone. The vendors' word; the protocol's is `Zone`. */
export interface HostedZone {
  /** `Z1`, `Z2` … in order of creation, over all hosts of a world. */
  readonly id: string;
  /** The DNS host's id. */
  readonly host: string;
  /** The account at the host that it is in. */
  readonly customer: string;
  readonly nameServers: readonly Name[];
  readonly zone: Zone;
  readonly createdAt: Instant;
  /** The networks inside which a private zone is seen; absent for a public one, which answers anyone. */
  readonly networks?: readonly string[];
  /** The reusable set that its name servers are, where they are one. */
  readonly delegationSet?: string;
  /** Changes of the database that are on their way to the servers, the next first; absent while there are none. */
  readonly pending?: readonly PendingChange[];
  /** What the servers answer meanwhile; absent where they have nothing of the zone yet. */
  readonly served?: Zone;
}
/** The zone as its servers answer it from a moment on. */
export interface PendingChange {
  readonly at: Instant;
  readonly zone: Zone;
}

/** What the zone's servers answer now: the host's database, or what it was before changes that are on their way. */
export const servedZone = ({ zone, pending, served }: HostedZone): Zone | undefined =>
  pending === undefined ? zone : served;

/** What its owner calls an account; undefined for the one that is simply theirs. */
export const labelOf = (account: string): string | undefined =>
  account.includes('/') ? account.slice(account.indexOf('/') + 1) : undefined;

/** What happens at a DNS host. `publishedAt` where the servers answer with a change only from then on. */
export type HostingEvent =
  | ZoneChange
  /** The servers answer with the next change that was on its way. */
  | { readonly kind: 'zone-published'; readonly id: string }
  | { readonly kind: 'network-associated' | 'network-disassociated'; readonly id: string; readonly network: string }
  /** The servers of a zone that was deleted answer for it no longer, where they did so after `zone-deleted`. */
  | { readonly kind: 'zone-unpublished'; readonly id: string };
type ZoneChange = { readonly publishedAt?: Instant } & (
  | {
      readonly kind: 'zone-created';
      readonly id: string;
      readonly host: string;
      readonly customer: string;
      readonly origin: Name;
      readonly nameServers: readonly Name[];
      readonly rrsets: readonly RRset[];
      readonly at: Instant;
      readonly networks?: readonly string[];
      readonly delegationSet?: string;
    }
  | { readonly kind: 'zone-deleted'; readonly id: string }
  /** The host signs the zone from now on, or no longer. */
  | { readonly kind: 'zone-signed'; readonly id: string; readonly signing: Signing }
  | { readonly kind: 'zone-unsigned'; readonly id: string }
  | { readonly kind: 'rrset-put'; readonly id: string; readonly rrset: RRset }
  | { readonly kind: 'rrset-removed'; readonly id: string; readonly owner: Name; readonly type: RRType }
  | { readonly kind: 'alias-put'; readonly id: string; readonly owner: Name; readonly target: Name }
  | { readonly kind: 'alias-removed'; readonly id: string; readonly owner: Name }
  /** Which edition of the zone it is, after a change. RFC 1035 §3.3.13. */
  | { readonly kind: 'serial-raised'; readonly id: string; readonly serial: number }
);

/** The hosted zones after a zone's name servers have become those of a set. */
export const onSet = (zones: HostedZones, id: string, delegationSet: string): HostedZones =>
  new Map(zones).set(id, { ...hostedOf(zones, id), delegationSet });

/** By id, oldest first. */
export type HostedZones = ReadonlyMap<string, HostedZone>;

/** The hosted zones after one event. */
export function applyHosting(zones: HostedZones, event: HostingEvent): HostedZones {
  switch (event.kind) {
    case 'zone-created': {
      const { kind: _, rrsets, origin, at: createdAt, publishedAt, ...rest } = event;
      const zone = makeZone(origin, rrsets);
      const pending = publishedAt === undefined ? {} : { pending: [{ at: publishedAt, zone }] };
      return new Map(zones).set(event.id, { ...rest, zone, createdAt, ...pending });
    }
    case 'zone-deleted': {
      const left = new Map(zones);
      left.delete(event.id);
      return left;
    }
    case 'zone-unpublished':
      return new Map(zones);
    case 'zone-published':
      return new Map(zones).set(event.id, withNextChange(hostedOf(zones, event.id)));
    case 'network-associated':
      return withNetworks(zones, event.id, (networks) => [...networks, event.network]);
    case 'network-disassociated':
      return withNetworks(zones, event.id, (networks) => networks.filter((network) => network !== event.network));
    case 'zone-signed':
      return withZone(zones, event, (zone) => ({ ...zone, signing: event.signing }));
    case 'zone-unsigned':
      return withZone(zones, event, ({ signing: _, ...zone }) => zone);
    case 'rrset-put':
      return withZone(zones, event, (zone) => withRRset(zone, event.rrset));
    case 'rrset-removed':
      return withZone(zones, event, (zone) => withoutRRset(zone, event.owner, event.type));
    case 'alias-put':
      return withZone(zones, event, (zone) => ({
        ...zone,
        aliases: new Map(zone.aliases).set(event.owner, event.target),
      }));
    case 'alias-removed':
      return withZone(zones, event, (zone) => ({
        ...zone,
        aliases: new Map([...(zone.aliases ?? [])].filter(([owner]) => owner !== event.owner)),
      }));
    case 'serial-raised':
      return withZone(zones, event, (zone) => withSerial(zone, event.serial));
    default:
      return assertNever(event);
  }
}

function withNetworks(
  zones: HostedZones,
  id: string,
  change: (networks: readonly string[]) => readonly string[],
): HostedZones {
  const hosted = hostedOf(zones, id);
  return new Map(zones).set(id, { ...hosted, networks: change(hosted.networks ?? []) });
}

function withZone(
  zones: HostedZones,
  { id, publishedAt: at }: { readonly id: string; readonly publishedAt?: Instant },
  change: (zone: Zone) => Zone,
): HostedZones {
  const hosted = hostedOf(zones, id);
  const zone = change(hosted.zone);
  if (at === undefined) return new Map(zones).set(id, { ...hosted, zone });
  const { pending = [], served = hosted.pending ? undefined : hosted.zone } = hosted;
  const onTheWay = [...pending.filter((other) => other.at !== at), { at, zone }];
  return new Map(zones).set(id, { ...hosted, zone, ...(served && { served }), pending: onTheWay });
}

/** The zone after its servers have the next change that was on its way. */
export function withNextChange({ pending = [], served: _, ...hosted }: HostedZone): HostedZone {
  const [next, ...rest] = pending;
  return next === undefined || rest.length === 0 ? hosted : { ...hosted, served: next.zone, pending: rest };
}

function withSerial(zone: Zone, serial: number): Zone {
  const soa = rrsetAt(zone, zone.origin, 'SOA');
  const [rdata] = soa?.rdata ?? [];
  return soa && rdata ? withRRset(zone, { ...soa, rdata: [{ ...rdata, serial }] }) : zone;
}

function hostedOf(zones: HostedZones, id: string): HostedZone {
  const hosted = zones.get(id);
  if (!hosted) throw new Error(`event for hosted zone ${id}, which does not exist`);
  return hosted;
}
