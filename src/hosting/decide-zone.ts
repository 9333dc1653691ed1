import { accepted, type Decision, refused } from '../base/decision.ts';
import { type Rng, shuffle } from '../base/random.ts';
import type { Instant } from '../base/time.ts';
import { childOf, type Name } from '../dns/name.ts';
import type { RRset } from '../dns/record.ts';
import { rrsetsOf } from '../dns/zone/zone.ts';
import type { AccountRefusal } from './closed-account.ts';
import { type NetworkRefusal, networkTaken } from './decide-network.ts';
import type { DelegationSet } from './delegation-set.ts';
import type { DnsHost } from './dns-host.ts';
import type { HostedZone, HostedZones, HostingEvent } from './hosted-zone.ts';
import { allotNameServers } from './name-servers.ts';
import { firstSerial } from './serial.ts';

/** Why a DNS host would not create or delete a zone. */
export type ZoneRefusal =
  | AccountRefusal
  | { readonly reason: 'zone-for-suffix'; readonly origin: Name; readonly host: string }
  | { readonly reason: 'zone-exists'; readonly origin: Name; readonly host: string }
  | { readonly reason: 'not-registered-here'; readonly origin: Name; readonly host: string }
  | {
      readonly reason: 'no-such-hosted-zone';
      readonly origin: Name;
      readonly host: string;
      readonly elsewhere: readonly string[];
      /** Zones of that name in other accounts of the same person; `account` undefined for their own. */
      readonly otherAccounts?: readonly {
        readonly host: string;
        readonly id: string;
        readonly account: string | undefined;
      }[];
    }
  | { readonly reason: 'several-zones'; readonly origin: Name; readonly host: string; readonly ids: readonly string[] }
  | { readonly reason: 'zone-quota'; readonly origin: Name; readonly host: string; readonly most: number }
  | { readonly reason: 'zone-still-signed'; readonly origin: Name; readonly host: string }
  | {
      readonly reason: 'zone-not-empty';
      readonly origin: Name;
      readonly host: string;
      readonly records: readonly string[];
    };

/** What a customer asks for, and what the host has to know to answer. */
export interface CreateZoneRequest {
  readonly id: string;
  readonly origin: Name;
  readonly customer: string;
  readonly at: Instant;
  /** Whether the domain is registered with the company that the host belongs to. */
  readonly registeredHere: boolean;
  /** Name servers that drawn ones must not overlap. */
  readonly avoid: ReadonlySet<Name>;
  /** The reusable set on whose name servers the zone is to be; without, it is allotted its own. */
  readonly set?: DelegationSet;
  /** The network inside which a private zone is to be seen; without, it is a public one. */
  readonly network?: string;
  /** Where the zone is to hold the host's parking records, the address of the parking page. */
  readonly parkingAddress?: string;
}

/**
 * What a DNS host does when a customer creates a zone: it allots name servers and makes the SOA and NS records.
 * It never asks who holds the domain.
 */
export function decideCreateZone(
  host: DnsHost,
  zones: HostedZones,
  suffixes: ReadonlySet<Name>,
  request: CreateZoneRequest,
  rng: Rng,
): Decision<HostingEvent, ZoneRefusal | NetworkRefusal> {
  const { id, origin, customer, at } = request;
  if (suffixes.has(origin)) return refused({ reason: 'zone-for-suffix', origin, host: host.id });
  if (host.zonesFor === 'own-registrations' && !request.registeredHere) {
    return refused({ reason: 'not-registered-here', origin, host: host.id });
  }
  if (zonesIn(zones, host.id, customer) >= host.most.zones) {
    return refused({ reason: 'zone-quota', origin, host: host.id, most: host.most.zones });
  }
  const { network } = request;
  const unseen = network === undefined ? undefined : unfitForNetwork(host, zones, origin, network);
  if (unseen) return refused(unseen);
  const nameServers =
    network === undefined
      ? (request.set?.nameServers ?? allotNameServers(host, request.avoid, rng))
      : shuffle(rng, host.privateNameServers);
  if (network === undefined && answerFor(zones, origin, nameServers)) {
    return refused({ reason: 'zone-exists', origin, host: host.id });
  }

  const rrsets = [
    ...apexRecords(host, origin, nameServers, at),
    ...parkingRecords(host, origin, request.parkingAddress),
  ];
  const inside = network === undefined ? {} : { networks: [network] };
  const onSet = request.set === undefined ? {} : { delegationSet: request.set.id };
  return accepted({
    kind: 'zone-created',
    id,
    host: host.id,
    customer,
    origin,
    nameServers,
    rrsets,
    at,
    ...inside,
    ...onSet,
  });
}

/**
 * What a DNS host does when a customer deletes a zone: it insists that the customer's records go first, as Route 53
 * does, and never asks whether the domain still points there.
 */
export function decideDeleteZone(host: DnsHost, hosted: HostedZone): Decision<HostingEvent, ZoneRefusal> {
  const { origin } = hosted.zone;
  const records = rrsetsOf(hosted.zone)
    .filter(({ owner, rdata }) => owner !== origin || !['SOA', 'NS'].includes(rdata[0]?.type ?? ''))
    .map(({ owner, rdata }) => `${owner} ${rdata[0]?.type}`)
    .concat([...(hosted.zone.aliases?.keys() ?? [])].map((owner) => `${owner} ALIAS`));
  if (records.length > 0) {
    return refused({ reason: 'zone-not-empty', origin, host: host.id, records });
  }
  if (hosted.zone.signing && !host.deletesSignedZone) {
    return refused({ reason: 'zone-still-signed', origin, host: host.id });
  }
  return accepted({ kind: 'zone-deleted', id: hosted.id });
}

function zonesIn(zones: HostedZones, host: string, account: string): number {
  return [...zones.values()].filter((hosted) => hosted.host === host && hosted.customer === account).length;
}

function unfitForNetwork(
  { id: host, privateNameServers }: DnsHost,
  zones: HostedZones,
  origin: Name,
  network: string,
): NetworkRefusal | undefined {
  if (privateNameServers.length === 0) return { reason: 'no-private-zones', origin, host };
  return networkTaken(zones, origin, network);
}

/** Whether any of these servers has a zone of that name already: it could not tell two apart. */
function answerFor(zones: HostedZones, origin: Name, nameServers: readonly Name[]): boolean {
  const named = zones.values().filter(({ zone }) => zone.origin === origin);
  return named.some((other) => other.nameServers.some((server) => nameServers.includes(server)));
}

/** The SOA and NS records that a host gives a new zone. */
export function apexRecords(host: DnsHost, origin: Name, nameServers: readonly Name[], at: Instant): RRset[] {
  const { ttl, serial, ...times } = host.soa;
  const mname = nameServers[0] ?? origin;
  return [
    { owner: origin, ttl, rdata: [{ type: 'SOA', mname, serial: firstSerial(serial, at), ...times }] },
    { owner: origin, ttl: host.nsTtl, rdata: nameServers.map((nameServer) => ({ type: 'NS', nameServer })) },
  ];
}

function parkingRecords(host: DnsHost, origin: Name, address: string | undefined): RRset[] {
  if (address === undefined) return [];
  return host.parkingRecords.map(({ label, ttl }) => ({
    owner: label === '@' ? origin : childOf(label, origin),
    ttl,
    rdata: [{ type: 'A', address }],
  }));
}
