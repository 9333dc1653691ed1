import { formatMoney } from '../../base/money.ts';
import { displayName, type Name } from '../../dns/name.ts';
import { formatRdata } from '../../dns/rdata/text.ts';
import { rrsetsOf, type Zone } from '../../dns/zone/zone.ts';
import { type HostedZone, labelOf } from '../../hosting/hosted-zone.ts';
import { personOf, publishedOf } from '../../registration/registration.ts';
import { hostOf, registrarOf } from '../../world/catalogue.ts';
import { RUNNING_EXAMPLE } from '../../world/costs.ts';
import { closedAccountOf } from '../../world/decide-account.ts';
import { zoneFee } from '../../world/hosting-fees.ts';
import type { World } from '../../world/world.ts';
import type { DelegationOnMap, Listed } from './delegation-of.ts';
import { nameLines, noneLine, type Part, plainLines } from './part.ts';
import type { Arrow, Group, MapFault, Place } from './world-map.ts';

/** Hosts that are shown, oldest first; the rest is counted. */
const MOST_ZONES = 4;
const MOST_RECORDS = 3;

/** The DNS hosts with their zones, and the name servers that are listed and have none; with the arrows that lead there. */
export function hostPlaces(world: World, domain: Name, delegation: DelegationOnMap): Part {
  const all = [...world.hostedZones.values()].filter(({ zone }) => zone.origin === domain);
  // Whoever is led to is always among them.
  const first = [...delegation.zones, ...all.filter((zone) => !delegation.zones.includes(zone))].slice(0, MOST_ZONES);
  const shown = all.filter((zone) => first.includes(zone));
  const parts = [
    ...shown.map((zone) => hostPart(world, zone, delegation)),
    ...(all.length > shown.length ? [countedPart(all.length - shown.length)] : []),
    ...(all.length === 0 && delegation.listed.length === 0 && !world.own ? [noHost] : []),
    ...(world.own ? [ownPart(world, domain, delegation)] : [elsewherePart(world, domain, delegation)]),
  ];
  return {
    places: parts.flatMap(({ places }) => places),
    arrows: parts.flatMap(({ arrows }) => arrows),
    faults: parts.flatMap(({ faults }) => faults),
  };
}

const noHost: Part = {
  places: [
    {
      id: 'no-host',
      slot: 'host',
      job: 'DNS host',
      groups: [{ lines: noneLine('none: nobody hosts a zone of it') }],
    },
  ],
  arrows: [],
  faults: [],
};
const countedPart = (count: number): Part => ({
  places: [
    {
      id: 'more-hosts',
      slot: 'host',
      job: 'DNS hosts',
      groups: [{ lines: plainLines([`and ${count} more zones of it`]) }],
    },
  ],
  arrows: [],
  faults: [],
});

function hostPart(world: World, hosted: HostedZone, delegation: DelegationOnMap): Part {
  const { id, nameServers, zone, customer, networks } = hosted;
  const host = hostOf(world.catalogue, hosted.host);
  const label = labelOf(customer);
  const closed = closedAccountOf(world, hosted);
  const place: Place = {
    ...{ id, slot: 'host', job: 'DNS host', who: host.name },
    ...(host.id === RUNNING_EXAMPLE && { isExample: true as const }),
    groups: [
      { label: `zone ${id}${label === undefined ? '' : `, account ${label}`}`, ...recordsOf(zone) },
      networks
        ? { label: 'seen only inside', lines: plainLines([...networks]) }
        : { label: 'answers on', ...nameLines(nameServers, 'no name servers yet') },
    ],
  };
  const arrows = [
    ...(world.own ? [] : [companyArrow(world, hosted), paymentArrow(world, hosted)]),
    networks ? undefined : delegationArrow(hosted, delegation, host.name),
  ].filter((arrow) => arrow !== undefined);
  const faults: readonly MapFault[] = [
    ...(closed ? [{ at: id, sentence: `${host.name} answers nobody from it: the account is ${closed.because}` }] : []),
    ...dsFault(world, hosted, delegation),
  ];
  return { places: [place], arrows, faults };
}

/** That registrar and host are one company, where they are. */
function companyArrow(world: World, { zone, host, id }: HostedZone): Arrow | undefined {
  const registration = world.registrations.get(zone.origin);
  if (!registration) return undefined;
  const registrar = registrarOf(world.catalogue, registration.registrar);
  if (registrar.createsZoneAt !== host && registrar.id !== host) return undefined;
  return {
    ...{ id: `company-${id}`, from: 'registrar', to: id, kind: 'company', state: 'whole', label: 'one company' },
    sentence: `${registrar.name} is registrar and DNS host: one company with two jobs`,
  };
}

function paymentArrow(world: World, { id, host: hostId, customer }: HostedZone): Arrow | undefined {
  const host = hostOf(world.catalogue, hostId);
  const place = [...world.hostedZones.values()].filter((each) => each.host === hostId && each.customer === customer);
  const fee = zoneFee(host, place.findIndex((each) => each.id === id) + 1);
  const amount = fee === 0 ? 'nothing' : `${formatMoney(fee)} a month`;
  return {
    ...{ id: `pays-${id}`, from: 'registrant', to: id, kind: 'pays', state: 'whole', label: `pays ${amount}` },
    sentence: `${personOf(customer)} pays ${host.name} ${amount} for zone ${id}`,
  };
}

/** The arrow of the delegation, where any name server of the zone is listed above. */
function delegationArrow(hosted: HostedZone, { listed }: DelegationOnMap, host: string): Arrow | undefined {
  const here = listed.filter(({ zone }) => zone === hosted);
  if (here.length === 0) return undefined;
  const answering = here.filter(({ answers }) => answers).length;
  const { length: of } = listed;
  const share =
    here.length === of
      ? of === 1
        ? 'the delegation'
        : 'all of the delegation'
      : `${here.length} of the ${of} name servers listed`;
  return {
    ...{ id: `delegation-${hosted.id}`, from: 'registry', to: hosted.id, kind: 'delegates' },
    state: answering === 0 ? 'broken' : here.length === of && answering === of ? 'whole' : 'partly',
    label: `delegation: ${here.length} of ${of}`,
    sentence:
      answering === 0
        ? `The delegation points to ${host}, whose name servers do not answer for it (${share})`
        : `The delegation points to zone ${hosted.id} at ${host} (${share})`,
  };
}

/** A DS above a zone that is not signed. RFC 4035 §5.2. */
function dsFault(world: World, { zone, id }: HostedZone, { zones }: DelegationOnMap): readonly MapFault[] {
  const registration = world.registrations.get(zone.origin);
  const hasDs = registration !== undefined && publishedOf(registration).ds.length > 0;
  const isLed = zones.some((each) => each.id === id);
  if (!hasDs || !isLed || zone.signing || zone.nodes.get(zone.origin)?.DNSKEY) return [];
  return [{ at: id, sentence: `A DS stands above zone ${id}, which is not signed: whoever checks signatures fails` }];
}

/** Name servers that are listed and are none of a hosted zone's. */
function elsewherePart(world: World, domain: Name, { listed }: DelegationOnMap): Part {
  const others = listed.filter(({ zone }) => zone === undefined);
  if (others.length === 0) return { places: [], arrows: [], faults: [] };
  const silent = others.filter(({ answers }) => !answers);
  const parkedBy = world.registrations.get(domain)?.parkedBy?.at(-1);
  const registrar = parkedBy === undefined ? undefined : registrarOf(world.catalogue, parkedBy);
  const isParked = registrar !== undefined && silent.length === 0;
  const what = isParked ? 'have its parking page' : 'answer for it';
  const groups: Group[] = [
    ...(silent.length < others.length
      ? [{ label: what, ...nameLines(namesOf(others.filter(({ answers }) => answers)), '') }]
      : []),
    ...(silent.length > 0 ? [{ label: 'have no zone of it', ...nameLines(namesOf(silent), '') }] : []),
  ];
  const id = 'elsewhere';
  const share = `${others.length} of the ${listed.length} name servers listed`;
  const arrow: Arrow = {
    ...{ id: 'delegation-elsewhere', from: 'registry', to: id, kind: 'delegates' },
    state:
      silent.length === others.length
        ? 'broken'
        : silent.length > 0
          ? 'partly'
          : others.length === listed.length
            ? 'whole'
            : 'partly',
    label: `delegation: ${others.length} of ${listed.length}`,
    sentence: `The delegation points to name servers ${isParked ? `of ${registrar.name} for parked domains` : 'that are no host’s of a zone shown here'} (${share})`,
  };
  const faults: readonly MapFault[] =
    silent.length === 0
      ? []
      : [
          {
            at: arrow.id,
            sentence: `${silent.length} of the ${listed.length} name servers listed ${silent.length === 1 ? 'has' : 'have'} no zone of it`,
          },
        ];
  const place: Place = {
    id,
    slot: 'host',
    job: isParked ? 'Parking' : 'Name servers',
    ...(isParked && { who: registrar.name }),
    groups,
  };
  return { places: [place], arrows: [arrow], faults };
}

/** The zone that somebody brought, with the name servers that answer for it. */
function ownPart({ own }: World, domain: Name, { listed }: DelegationOnMap): Part {
  const zone = own?.given.find(({ origin }) => origin === domain);
  const silent = listed.filter(({ answers }) => !answers);
  const id = 'own';
  const place: Place = {
    ...{ id, slot: 'host', job: zone ? 'Your zone' : 'Zone', who: displayName(domain) },
    groups: [
      ...(zone ? [{ label: 'holds', ...recordsOf(zone) }] : []),
      { label: 'answers on', ...nameLines(namesOf(listed.filter(({ answers }) => answers)), 'no name server') },
      ...(silent.length > 0 ? [{ label: 'no answer from', ...nameLines(namesOf(silent), '') }] : []),
    ],
  };
  if (listed.length === 0) return { places: [place], arrows: [], faults: [] };
  const state = silent.length === listed.length ? 'broken' : silent.length > 0 ? 'partly' : 'whole';
  const arrow: Arrow = {
    ...{ id: 'delegation-own', from: 'registry', to: id, kind: 'delegates', state },
    label: `${listed.length - silent.length} of ${listed.length} answer`,
    sentence: `The delegation points to ${listed.length} name servers, of which ${listed.length - silent.length} answer for it`,
  };
  const faults =
    silent.length > 0
      ? [{ at: arrow.id, sentence: `${silent.length} of the name servers listed do not answer for it` }]
      : [];
  return { places: [place], arrows: [arrow], faults };
}

const namesOf = (listed: readonly Listed[]): readonly Name[] => listed.map(({ name }) => name);

/** The first records of a zone without those that every zone has, each name as it is within the zone. */
function recordsOf(zone: Zone): Omit<Group, 'label'> {
  const records = rrsetsOf(zone).flatMap(({ owner, rdata }) =>
    rdata
      .filter(({ type }) => type !== 'SOA' && type !== 'NS')
      .map((data) => `${within(owner, zone)} ${data.type} ${formatRdata(data)}`),
  );
  for (const [owner, target] of zone.aliases ?? []) records.push(`${within(owner, zone)} ALIAS ${displayName(target)}`);
  if (zone.signing) records.unshift('signed');
  if (records.length === 0) return { lines: noneLine('only SOA and NS') };
  const most = records.length === MOST_RECORDS + 1 ? records.length : MOST_RECORDS;
  const more = records.length - most;
  return { lines: plainLines(records.slice(0, most)), ...(more > 0 && { more }) };
}

/** `www` of `www.example.com`, and `@` for the top of the zone. RFC 1035 §5.1. */
function within(owner: Name, { origin }: Zone): string {
  if (owner === origin) return '@';
  return origin === '.' ? displayName(owner) : displayName(owner).slice(0, -displayName(origin).length - 1);
}
