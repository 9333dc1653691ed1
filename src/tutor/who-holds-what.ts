import { formatInstant } from '../base/time.ts';
import { displayName, type Name } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import { rrsetsOf, type Zone } from '../dns/zone/zone.ts';
import { type HostedZone, labelOf } from '../hosting/hosted-zone.ts';
import { publishedOf, type Registration } from '../registration/registration.ts';
import { hostOf, registrarOf, registryOf } from '../world/catalogue.ts';
import { closedHouse } from '../world/closed-house.ts';
import { closedAccountOf } from '../world/decide-account.ts';
import type { World } from '../world/world.ts';
import { domainsIn, leadsTo, zonesOf } from './leads-to.ts';
import { capitalised, counted, dayOf, list, partyWords } from './names.ts';
import { type Block, fields, heading, text } from './reply.ts';
import { tellPayment } from './tell-events.ts';

const MOST_DOMAINS = 5;
const MOST_RECORDS = 8;
const MOST_PAYMENTS = 6;

/** A world in words: for each domain what the registry, the registrar and each DNS host hold, then who was paid. */
export const whoHoldsWhat = (world: World): readonly Block[] => [...holdings(world), ...payments(world)];

/** The same without the payments. */
export function holdings(world: World): readonly Block[] {
  const domains = domainsIn(world);
  if (domains.length === 0) {
    return [text('Nobody here holds a domain or hosts a zone yet. Start with `/register` or `/host`.')];
  }
  const [latest, older] = [domains.slice(-MOST_DOMAINS), domains.slice(0, -MOST_DOMAINS)];
  const others = older.length > 0 ? [text(`Not shown: ${list(older.map((each) => `\`${displayName(each)}\``))}.`)] : [];
  return [...latest.flatMap((domain) => domainBlocks(world, domain)), ...others];
}

/** A domain's name, what each party holds of it, and where its delegation leads. */
export function domainBlocks(world: World, domain: Name): Block[] {
  const registration = world.registrations.get(domain);
  const held = registration
    ? registered(world, registration)
    : [['Registrant', 'none: nobody has registered it'] as const];
  const zones = zonesOf(world, domain).map((zone) => hosted(world, zone, registration));
  return [heading(displayName(domain)), fields(...held, ...zones), text(leadsTo(world, domain))];
}

/** What one side's account shows of a world: the registrar's, or the DNS host's. */
export function oneSide(world: World, side: 'registrations' | 'zones'): readonly Block[] {
  const blocks = domainsIn(world).flatMap((domain) => {
    const registration = world.registrations.get(domain);
    const held = side === 'registrations' && registration ? registered(world, registration) : [];
    const zones = side === 'zones' ? zonesOf(world, domain).map((zone) => hosted(world, zone, undefined)) : [];
    return held.length + zones.length > 0 ? [heading(displayName(domain)), fields(...held, ...zones)] : [];
  });
  return blocks.length > 0 ? blocks : [text('There is nothing in your account.')];
}

/** Who or what, and what it has or does: a line each. */
type Row = readonly [name: string, value: string];

function registered(world: World, registration: Registration): readonly Row[] {
  const { catalogue } = world;
  const { registrant, registrar, registry, nameServers, publishesAt } = registration;
  const published = publishedOf(registration).nameServers;
  const isSame = nameServers.join() === published.join();
  return [
    ['Registrant', registrant],
    [
      'Registrar',
      `${registrarOf(catalogue, registrar).name}${closedHouse(world, registration) ? ', in a closed account' : ''}`,
    ],
    ['Registry', registryOf(catalogue, registry).name],
    ['The registry publishes', listed(published)],
    ...(publishesAt === undefined || isSame
      ? []
      : [[`From ${formatInstant(publishesAt).slice(0, 16)} UTC on`, listed(nameServers)] as const]),
  ];
}

const listed = (nameServers: readonly Name[]): string =>
  nameServers.length > 0 ? nameServers.map(displayName).join('\n') : 'no name servers';

function hosted(world: World, zone: HostedZone, registration: Registration | undefined): Row {
  const closed = closedAccountOf(world, zone);
  const silent = closed && [
    `answers nobody: the account is ${closed.because === 'closed' ? 'closed' : 'suspended'}, and is deleted on ${dayOf(closed.deletesAt)}`,
  ];
  const seen = zone.networks && [`seen only inside ${list(zone.networks)}, and by nobody else`];
  const lines = [
    ...(silent ?? seen ?? answersOn(zone.nameServers, registration && publishedOf(registration).nameServers)),
    ...recordsOf(zone.zone),
  ];
  const label = labelOf(zone.customer);
  const account = label === undefined ? '' : `, account ${label}`;
  return [`DNS host ${hostOf(world.catalogue, zone.host).name}, zone ${zone.id}${account}`, lines.join('\n')];
}

/** On which name servers a zone is, and how many of them the registry publishes. */
function answersOn(nameServers: readonly Name[], published: readonly Name[] | undefined): readonly string[] {
  const answers = nameServers.map((each) => `answers on ${displayName(each)}`);
  if (published === undefined) return answers;
  const listed = nameServers.filter((each) => published.includes(each)).length;
  if (listed === nameServers.length && listed === published.length)
    return ['answers on the name servers that the registry publishes'];
  const share = listed === 0 ? 'none' : listed === nameServers.length ? 'all' : `${listed}`;
  return [`the registry publishes ${share} of its ${nameServers.length} name servers`, ...answers];
}

function recordsOf(zone: Zone): readonly string[] {
  const records = rrsetsOf(zone).flatMap(({ owner, rdata }) =>
    rdata
      .filter(({ type }) => type !== 'SOA' && type !== 'NS')
      .map((data) => `holds ${displayName(owner)} ${data.type} ${formatRdata(data)}`),
  );
  for (const [owner, target] of zone.aliases ?? []) {
    records.push(`answers ${displayName(owner)} with the addresses of ${displayName(target)}`);
  }
  if (records.length === 0) return ['holds only its SOA and NS records'];
  const more = records.length - MOST_RECORDS;
  return [...records.slice(0, MOST_RECORDS), ...(more > 0 ? [`holds ${counted(more, 'more record')}`] : [])];
}

/** Who was paid, the last few payments; nothing if nobody was. */
export function payments(world: World): readonly Block[] {
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
