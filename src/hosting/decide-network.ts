import { accepted, type Decision, refused } from '../base/decision.ts';
import type { Name } from '../dns/name.ts';
import type { HostedZone, HostedZones, HostingEvent } from './hosted-zone.ts';

/** Why a DNS host would not let a network see a private zone, or no longer. */
export type NetworkRefusal =
  | { readonly reason: 'no-private-zones'; readonly origin: Name; readonly host: string }
  | { readonly reason: 'not-private'; readonly origin: Name; readonly host: string; readonly id: string }
  | NetworkTaken
  | {
      readonly reason: 'not-associated';
      readonly origin: Name;
      readonly host: string;
      readonly network: string;
      readonly networks: readonly string[];
    }
  | { readonly reason: 'last-network'; readonly origin: Name; readonly host: string; readonly network: string };
/** The network sees a private zone of that name already, perhaps this one: `id` says which. */
interface NetworkTaken {
  readonly reason: 'network-taken';
  readonly origin: Name;
  readonly host: string;
  readonly network: string;
  readonly id: string;
}

/** Whether a network can see one more private zone of that name: it sees one at most. */
export function networkTaken(zones: HostedZones, origin: Name, network: string): NetworkTaken | undefined {
  const seen = zones.values().find(({ zone, networks = [] }) => zone.origin === origin && networks.includes(network));
  return seen && { reason: 'network-taken', origin, host: seen.host, network, id: seen.id };
}

/** Resolvers in that network see the private zone from now on. A public zone never becomes a private one. */
export function decideAssociate(
  zones: HostedZones,
  { id, host, zone: { origin }, networks }: HostedZone,
  network: string,
): Decision<HostingEvent, NetworkRefusal> {
  if (networks === undefined) return refused({ reason: 'not-private', origin, host, id });
  const taken = networkTaken(zones, origin, network);
  return taken ? refused(taken) : accepted({ kind: 'network-associated', id, network });
}

/** Resolvers in that network no longer see it; there is always one that does. */
export function decideDisassociate(
  { id, host, zone: { origin }, networks }: HostedZone,
  network: string,
): Decision<HostingEvent, NetworkRefusal> {
  if (networks === undefined) return refused({ reason: 'not-private', origin, host, id });
  if (!networks.includes(network)) return refused({ reason: 'not-associated', origin, host, network, networks });
  if (networks.length === 1) return refused({ reason: 'last-network', origin, host, network });
  return accepted({ kind: 'network-disassociated', id, network });
}
