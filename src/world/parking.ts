import type { Name } from '../dns/name.ts';
import { childOf } from '../dns/name.ts';
import type { RRset } from '../dns/record.ts';
import { makeZone, type Zone } from '../dns/zone/zone.ts';
import type { Registrar } from '../registration/registrar.ts';
import { parkingAddressOf } from './addresses.ts';
import { type Catalogue, registrarOf } from './catalogue.ts';
import type { World } from './world.ts';

/** Of a parked zone's records, in seconds: short, as its registrar wants it gone soon after. */
const PARKING_TTL = 300;

/**
 * The zones that registrars serve on their own servers for the domains they have parked: every name leads to one page.
 * They go on serving them afterwards, so that whoever remembers the parking name servers still sees it.
 */
export function parkedZones({
  registrations,
  catalogue,
}: World): readonly { zone: Zone; nameServers: readonly Name[] }[] {
  return [...registrations.values()].flatMap(({ domain, parkedBy = [] }) =>
    parkedBy.map((id) => {
      const registrar = registrarOf(catalogue, id);
      const nameServers = registrar.parkingNameServers;
      return { zone: makeZone(domain, parkingRecords(catalogue, domain, registrar)), nameServers };
    }),
  );
}

/** The page that a registrar shows for a domain that it has parked. */
export const parkingPageOf = (catalogue: Catalogue, { id, createsZoneAt = id }: Registrar): string =>
  parkingAddressOf(catalogue, createsZoneAt);

function parkingRecords(catalogue: Catalogue, domain: Name, registrar: Registrar): RRset[] {
  const [mname = domain, ...others] = registrar.parkingNameServers;
  const times = { serial: 1, refresh: 1800, retry: 900, expire: 604_800, minimum: PARKING_TTL };
  const address = parkingPageOf(catalogue, registrar);
  const ttl = PARKING_TTL;
  return [
    { owner: domain, ttl, rdata: [{ type: 'SOA', mname, rname: childOf('hostmaster', mname), ...times }] },
    { owner: domain, ttl, rdata: [mname, ...others].map((nameServer) => ({ type: 'NS', nameServer })) },
    { owner: domain, ttl, rdata: [{ type: 'A', address }] },
    { owner: childOf('*', domain), ttl, rdata: [{ type: 'A', address }] },
  ];
}
