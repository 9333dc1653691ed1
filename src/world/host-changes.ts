import { accepted, type Decision } from '../base/decision.ts';
import { later } from '../base/time.ts';
import type { HostedZone, HostingEvent } from '../hosting/hosted-zone.ts';
import { nextSerial } from '../hosting/serial.ts';
import { hostOf } from './catalogue.ts';
import type { World } from './world.ts';

/** A change to the records of a zone with what its host makes of it: the serial rises, and the servers hear of both. */
export function recordsChanged<Refusal>(
  world: World,
  { id, host, zone }: HostedZone,
  decision: Decision<HostingEvent, Refusal>,
): Decision<HostingEvent, Refusal> {
  if (decision.kind === 'refused') return decision;
  const isOwn = decision.events.some(
    (event) => event.kind === 'rrset-put' && event.rrset.owner === zone.origin && event.rrset.rdata[0]?.type === 'SOA',
  );
  const serial = isOwn ? undefined : nextSerial(hostOf(world.catalogue, host).soa.serial, zone, world.now);
  const raised: readonly HostingEvent[] = serial === undefined ? [] : [{ kind: 'serial-raised', id, serial }];
  return accepted(...onItsWay(world, host, [...decision.events, ...raised]));
}

/** Changes at a host, with the moment at which its servers have them: the same one, unless the hosts' pace is life's. */
export function onItsWay(world: World, host: string, events: readonly HostingEvent[]): readonly HostingEvent[] {
  const { publicationDelay } = hostOf(world.catalogue, host);
  if (world.hostPace !== 'as-in-life' || publicationDelay === 0) return events;
  const publishedAt = later(world.now, publicationDelay);
  return events.map((event) => (isAtOnce(event) ? event : { ...event, publishedAt }));
}

const isAtOnce = ({ kind }: HostingEvent): boolean =>
  kind === 'zone-published' || kind === 'zone-unpublished' || kind.startsWith('network-');
