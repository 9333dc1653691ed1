import { assertNever } from '../base/result.ts';
import type { Instant } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { RRset, RRType } from '../dns/record.ts';
import { makeZone, type Signing, withoutRRset, withRRset, type Zone } from '../dns/zone/zone.ts';

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
}

/** What its owner calls an account; undefined for the one that is simply theirs. */
export const labelOf = (account: string): string | undefined =>
  account.includes('/') ? account.slice(account.indexOf('/') + 1) : undefined;

/** What happens at a DNS host. */
export type HostingEvent =
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
    }
  | { readonly kind: 'network-associated' | 'network-disassociated'; readonly id: string; readonly network: string }
  | { readonly kind: 'zone-deleted'; readonly id: string }
  /** The host signs the zone from now on, or no longer. */
  | { readonly kind: 'zone-signed'; readonly id: string; readonly signing: Signing }
  | { readonly kind: 'zone-unsigned'; readonly id: string }
  | { readonly kind: 'rrset-put'; readonly id: string; readonly rrset: RRset }
  | { readonly kind: 'rrset-removed'; readonly id: string; readonly owner: Name; readonly type: RRType };

/** By id, oldest first. */
export type HostedZones = ReadonlyMap<string, HostedZone>;

/** The hosted zones after one event. */
export function applyHosting(zones: HostedZones, event: HostingEvent): HostedZones {
  switch (event.kind) {
    case 'zone-created': {
      const { kind: _, rrsets, origin, at: createdAt, ...rest } = event;
      return new Map(zones).set(event.id, { ...rest, zone: makeZone(origin, rrsets), createdAt });
    }
    case 'zone-deleted': {
      const left = new Map(zones);
      left.delete(event.id);
      return left;
    }
    case 'network-associated':
      return withNetworks(zones, event.id, (networks) => [...networks, event.network]);
    case 'network-disassociated':
      return withNetworks(zones, event.id, (networks) => networks.filter((network) => network !== event.network));
    case 'zone-signed':
      return withZone(zones, event.id, (zone) => ({ ...zone, signing: event.signing }));
    case 'zone-unsigned':
      return withZone(zones, event.id, ({ signing: _, ...zone }) => zone);
    case 'rrset-put':
      return withZone(zones, event.id, (zone) => withRRset(zone, event.rrset));
    case 'rrset-removed':
      return withZone(zones, event.id, (zone) => withoutRRset(zone, event.owner, event.type));
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

function withZone(zones: HostedZones, id: string, change: (zone: Zone) => Zone): HostedZones {
  const hosted = hostedOf(zones, id);
  return new Map(zones).set(id, { ...hosted, zone: change(hosted.zone) });
}

function hostedOf(zones: HostedZones, id: string): HostedZone {
  const hosted = zones.get(id);
  if (!hosted) throw new Error(`event for hosted zone ${id}, which does not exist`);
  return hosted;
}
