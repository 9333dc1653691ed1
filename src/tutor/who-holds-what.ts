import { displayName, type Name } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata-text.ts';
import { rrsetsOf, type Zone } from '../dns/zone.ts';
import type { HostedZone } from '../hosting/hosted-zone.ts';
import type { Registration } from '../registration/registration.ts';
import { hostOf, registrarOf, registryOf } from '../world/catalogue.ts';
import type { World } from '../world/world.ts';
import { capitalised, counted, dayOf, list, partyWords } from './names.ts';
import { type Block, fields, heading, text } from './reply.ts';
import { tellPayment } from './tell-events.ts';

const MOST_DOMAINS = 5;
const MOST_RECORDS = 8;
const MOST_PAYMENTS = 6;

/** A world in words: for each domain what the registry, the registrar and each DNS host hold, then who was paid. */
export function whoHoldsWhat(world: World): readonly Block[] {
  const zones = [...world.hostedZones.values()];
  const domains = [...new Set([...world.registrations.keys(), ...zones.map(({ zone }) => zone.origin)])];
  if (domains.length === 0) {
    return [text('Nobody here holds a domain or hosts a zone yet. Start with `/register` or `/host`.')];
  }
  const [latest, older] = [domains.slice(-MOST_DOMAINS), domains.slice(0, -MOST_DOMAINS)];
  const others = older.length > 0 ? [text(`Not shown: ${list(older.map((each) => `\`${displayName(each)}\``))}.`)] : [];
  return [...latest.flatMap((domain) => domainBlocks(world, domain)), ...others, ...payments(world)];
}

function domainBlocks(world: World, domain: Name): Block[] {
  const registration = world.registrations.get(domain);
  const zones = [...world.hostedZones.values()].filter(({ zone }) => zone.origin === domain);
  const held = registration ? registered(world, registration) : [['Registration', 'none'] as const];
  return [
    heading(displayName(domain)),
    fields(...held, ...zones.flatMap((zone) => hosted(world, zone, registration))),
    text(leadsTo(world, registration, zones)),
  ];
}

type Row = readonly [name: string, value: string];

function registered({ catalogue }: World, registration: Registration): readonly Row[] {
  const { registrant, registrar, registry, nameServers } = registration;
  return [
    ['Registrant', registrant],
    ['Registrar', registrarOf(catalogue, registrar).name],
    ['Registry', registryOf(catalogue, registry).name],
    ['publishes', nameServers.length > 0 ? nameServers.map(displayName).join('\n') : 'no name servers'],
  ];
}

function hosted({ catalogue }: World, hosted: HostedZone, registration: Registration | undefined): readonly Row[] {
  const { id, host, nameServers, zone } = hosted;
  const delegated = nameServers.filter((server) => registration?.nameServers.includes(server)).length;
  const part = delegated === 0 ? 'not ' : delegated < nameServers.length ? 'partly ' : '';
  return [
    ['DNS host', `${hostOf(catalogue, host).name}, zone ${id}, ${part}delegated to`],
    ['answers on', nameServers.map(displayName).join('\n')],
    ['holds', recordsOf(zone)],
  ];
}

function recordsOf(zone: Zone): string {
  const records = rrsetsOf(zone).flatMap(({ owner, rdata }) =>
    rdata
      .filter(({ type }) => type !== 'SOA' && type !== 'NS')
      .map((data) => `${displayName(owner)} ${data.type} ${formatRdata(data)}`),
  );
  if (records.length === 0) return 'only SOA and NS records';
  const more = records.length - MOST_RECORDS;
  return [...records.slice(0, MOST_RECORDS), ...(more > 0 ? [`and ${counted(more, 'more record')}`] : [])].join('\n');
}

/** Where a resolver ends up, in a sentence. */
function leadsTo({ catalogue }: World, registration: Registration | undefined, zones: readonly HostedZone[]): string {
  if (!registration)
    return 'No resolver is led to the zone: nobody holds the domain, so no registry publishes a delegation.';
  const { nameServers } = registration;
  if (nameServers.length === 0)
    return 'For resolvers there is no such domain: the registry has no name servers to publish.';
  const served = zones.filter((zone) => zone.nameServers.some((server) => nameServers.includes(server)));
  if (served.length === 0) return 'The delegation leads nowhere: none of those name servers has a zone for the domain.';
  const hosts = served.map(({ host, id }) => `${hostOf(catalogue, host).name} (zone ${id})`);
  return `A resolver that remembers nothing is led to ${list(hosts)}.`;
}

function payments(world: World): Block[] {
  const { ledger, catalogue } = world;
  if (ledger.length === 0) return [];
  const rows = ledger.slice(-MOST_PAYMENTS).map((payment): Row => {
    return [dayOf(payment.at), `${capitalised(partyWords(catalogue, payment.from))} ${tellPayment(world, payment)}.`];
  });
  const left = ledger.length - rows.length;
  return [
    heading(left > 0 ? `Payments, after ${left.toLocaleString('en-US')} earlier ones` : 'Payments'),
    fields(...rows),
  ];
}
