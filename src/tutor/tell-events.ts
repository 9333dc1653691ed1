import { formatExact, NANOS_PER_CENT } from '../base/money.ts';
import { assertNever } from '../base/result.ts';
import { formatInstant, type Instant } from '../base/time.ts';
import { displayName, type Name } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import { typeOf } from '../dns/record.ts';
import { type HostedZone, labelOf } from '../hosting/hosted-zone.ts';
import { replay } from '../world/apply.ts';
import type { Payment, WorldEvent } from '../world/event.ts';
import type { Party } from '../world/party.ts';
import type { World } from '../world/world.ts';
import { capitalised, counted, dayOf, inCode, partyWords } from './names.ts';
import { type Block, type Field, fieldsOf, text } from './reply.ts';
import { tellClosing } from './tell-closing.ts';
import { tellRegistration } from './tell-registration.ts';

const MOST_TOLD = 10;

/**
 * What happened in a world, in order: who, and what they did. What somebody did several times stands there once.
 * @param most how much of it is told; of the rest only how much it is
 */
export function tellEvents(before: World, events: readonly WorldEvent[], most = MOST_TOLD): readonly Block[] {
  const worlds = { before, after: replay(before, events) };
  const deeds = events.map((event) => deedOf(worlds, event)).filter((deed) => deed !== undefined);
  const rows = [...Map.groupBy(deeds, keyOf).values()].map(asRow);
  const more = rows.length - most;
  const rest = more > 0 ? [text(`And ${counted(more, 'thing')} more.`)] : [];
  return rows.length === 0 ? [] : [fieldsOf(rows.slice(0, most)), ...rest];
}

/** Deeds that are all the same, as one row; where they end with name servers these stand below, a line each. */
function asRow([{ who, did, nameServers = [] } = { who: '', did: '' }, ...again]: readonly Deed[]): Field {
  const times = again.length > 0 ? `, ${counted(again.length + 1, 'time')}` : '';
  if (nameServers.length === 0) return { name: capitalised(who), value: `${did}${times}.` };
  const told = `${capitalised(who)} ${did}${times}`.replaceAll('`', '');
  return { name: told, value: nameServers.map(displayName).join('\n') };
}

/** A sentence in two parts, who and what they did; perhaps with the name servers that it ends with. */
interface Deed {
  readonly who: string;
  readonly did: string;
  readonly nameServers?: readonly Name[];
}
const keyOf = ({ who, did, nameServers = [] }: Deed): string => [who, did, ...nameServers].join(' ');

interface Worlds {
  readonly before: World;
  readonly after: World;
}

/** What an event says of who did what; nothing for what nobody needs told. */
function deedOf(worlds: Worlds, event: WorldEvent): Deed | undefined {
  const { catalogue } = worlds.after;
  const by = (kind: Party['kind'], id: string, did: string, nameServers: readonly Name[] = []): Deed => ({
    who: partyWords(catalogue, { kind, id }),
    did,
    nameServers,
  });
  const registryOf = (domain: Name) => worlds.after.registrations.get(domain)?.registry ?? '';
  switch (event.kind) {
    case 'domain-registered': {
      const { domain, registrant, registry, expiresAt } = event.registration;
      return by('registry', registry, `enters ${inCode(domain)} for ${registrant}, until ${dayOf(expiresAt)}`);
    }
    case 'domain-renewed':
      return by('registry', registryOf(event.domain), `extends ${inCode(event.domain)} by a year`);
    case 'name-servers-submitted': {
      const told = event.nameServers.length > 0 ? 'these name servers' : 'of no name servers yet';
      return by('registrar', event.registrar, `tells the registry ${told}`, event.nameServers);
    }
    case 'delegation-published':
      return by('registry', registryOf(event.domain), published(event));
    case 'ds-submitted':
      return by(
        'registrar',
        event.registrar,
        `tells the registry ${event.ds.length > 0 ? 'the DS of' : 'of no DS any more for'} ${inCode(event.domain)}`,
      );
    case 'ds-published':
      return by('registry', registryOf(event.domain), publishedDs(event));
    case 'delegation-set-created': {
      const { host, id, nameServers } = event.set;
      const whose = event.zone === undefined ? 'these name servers' : `the name servers of zone ${event.zone}`;
      return by(
        'dns-host',
        host,
        `keeps ${whose} for further zones, as the reusable delegation set ${id}`,
        nameServers,
      );
    }
    case 'delegation-set-deleted':
      return by('dns-host', event.host, `keeps the name servers of the reusable delegation set ${event.set} no longer`);
    case 'zone-created': {
      const { host, id, origin, nameServers, customer, networks } = event;
      const label = labelOf(customer);
      const account = label === undefined ? '' : ` in your account \`${label}\``;
      const did =
        networks === undefined
          ? `creates zone ${id} for ${inCode(origin)}${account}${onTheWay(event)} on these name servers`
          : `creates the private zone ${id} for ${inCode(origin)}${account}, seen only inside the network \`${networks.join()}\`, with these reserved names`;
      return by('dns-host', host, did, nameServers);
    }
    case 'account-closed':
      return by('dns-host', event.account.host, tellClosing(worlds.after, event.account));
    case 'account-reopened':
      return by('dns-host', event.host, `opens the account \`${event.customer}\` again: its zones answer as before`);
    case 'account-deleted':
      return by('dns-host', event.host, `deletes the account \`${event.customer}\` with all that was in it`);
    case 'alias-put':
    case 'alias-removed':
    case 'zone-published':
    case 'network-associated':
    case 'network-disassociated':
    case 'zone-deleted':
    case 'zone-unpublished':
    case 'zone-signed':
    case 'zone-unsigned':
    case 'rrset-put':
    case 'rrset-removed':
      return by(
        'dns-host',
        zoneOf(worlds, event.id).host,
        `${didToZone(event, zoneOf(worlds, event.id))}${event.kind === 'zone-deleted' ? '' : onTheWay(event)}`,
      );
    case 'paid':
      return by(event.payment.from.kind, event.payment.from.id, tellPayment(worlds.after, event.payment));
    case 'serial-raised':
    case 'clock-moved':
    case 'zone-charged':
    case 'queries-charged':
    case 'question-asked':
      return undefined;
    default:
      return deedAtRegistrar(worlds, event);
  }
}

function deedAtRegistrar({ before, after }: Worlds, event: Parameters<typeof tellRegistration>[2]): Deed {
  // A domain that is released is gone afterwards; one that moves has its former registrar before.
  const registration = after.registrations.get(event.domain) ?? before.registrations.get(event.domain);
  const { by, did } = tellRegistration(after, before.registrations.get(event.domain) ?? registration, event);
  const id = registration
    ? { registrar: registration.registrar, registry: registration.registry, registrant: registration.registrant }[by]
    : '';
  return { who: partyWords(after.catalogue, { kind: by, id }), did };
}

function published({ domain, nameServers }: Extract<WorldEvent, { kind: 'delegation-published' }>): string {
  if (nameServers.length === 0) return `publishes no delegation for ${inCode(domain)} until it has name servers`;
  return `publishes ${nameServers.length} NS records for ${inCode(domain)} in the zone above it`;
}

function publishedDs({ domain, ds }: Extract<WorldEvent, { kind: 'ds-published' }>): string {
  if (ds.length === 0) return `takes the DS of ${inCode(domain)} out of the zone above it`;
  return `publishes in the zone above ${inCode(domain)} the DS ${ds.map((one) => `\`${formatRdata(one)}\``).join(', ')}`;
}

type ZoneEvent = Extract<
  WorldEvent,
  {
    kind:
      | 'alias-put'
      | 'alias-removed'
      | 'zone-published'
      | 'network-associated'
      | 'network-disassociated'
      | 'zone-deleted'
      | 'zone-unpublished'
      | 'zone-signed'
      | 'zone-unsigned'
      | 'rrset-put'
      | 'rrset-removed';
  }
>;

function didToZone(event: ZoneEvent, { id, zone }: HostedZone): string {
  switch (event.kind) {
    case 'alias-put':
      return `answers for addresses of ${inCode(event.owner)} in zone ${id} with those of ${inCode(event.target)} from now on`;
    case 'alias-removed':
      return `removes the alias at ${inCode(event.owner)} from zone ${id}`;
    case 'zone-published':
      return `has zone ${id} of ${inCode(zone.origin)} on all its name servers as its customer changed it: INSYNC`;
    case 'network-associated':
      return `shows zone ${id} of ${inCode(zone.origin)} to resolvers inside the network \`${event.network}\``;
    case 'network-disassociated':
      return `shows zone ${id} of ${inCode(zone.origin)} to the network \`${event.network}\` no longer`;
    case 'zone-deleted':
      return event.publishedAt === undefined
        ? `deletes zone ${id} of ${inCode(zone.origin)}; its name servers no longer answer for it`
        : `deletes zone ${id} of ${inCode(zone.origin)}; its name servers answer for it until ${formatInstant(event.publishedAt).slice(11)} UTC`;
    case 'zone-unpublished':
      return `has taken zone ${id} of ${inCode(zone.origin)} off its name servers: they no longer answer for it`;
    case 'zone-signed':
      return `makes keys for ${inCode(zone.origin)} and signs zone ${id}`;
    case 'zone-unsigned':
      return `signs zone ${id} of ${inCode(zone.origin)} no longer, and drops its keys`;
    case 'rrset-put': {
      const data = event.rrset.rdata.map((each) => `\`${formatRdata(each)}\``).join(', ');
      return `puts ${typeOf(event.rrset)} at ${inCode(event.rrset.owner)} in zone ${id}: ${data}, TTL ${event.rrset.ttl}`;
    }
    case 'rrset-removed':
      return `removes ${event.type} at ${inCode(event.owner)} from zone ${id}`;
    default:
      return assertNever(event);
  }
}

/** That the host's servers do not answer with a change yet, and from when on they do. */
const onTheWay = (event: { readonly publishedAt?: Instant } | object): string =>
  'publishedAt' in event && event.publishedAt !== undefined
    ? `, PENDING: its name servers have it at ${formatInstant(event.publishedAt).slice(11)} UTC`
    : '';

/** The zone that an event is about, which is gone after the last of them. */
function zoneOf({ before, after }: Worlds, id: string): HostedZone {
  const zone = after.hostedZones.get(id) ?? before.hostedZones.get(id) ?? before.leaving?.get(id)?.hosted;
  if (!zone) throw new Error(`an event is about hosted zone ${id}, which never was`);
  return zone;
}

const PURPOSES: Readonly<Record<Payment['purpose'], string>> = {
  registration: 'to register',
  renewal: 'to renew',
  transfer: 'to transfer',
  restoration: 'to bring back',
  refund: 'back for',
  wholesale: "as the registry's fee for",
  'icann-fee': 'as its fee for',
  zone: 'to host',
  records: 'to keep',
  queries: 'to answer',
};

/** What the payer did: `pays Hover (registrar) US$18.00 to register x for a year`. Retail prices are made up. */
export function tellPayment({ catalogue }: World, payment: Payment): string {
  const { from, to, amount, nanos = 0, period } = payment;
  const pays = from.id === 'you' ? 'pay' : 'pays';
  const what = `${purposeWords(payment)}${period === 'once' ? '' : ` for a ${period}`}`;
  return `${pays} ${partyWords(catalogue, to)} ${formatExact(amount * NANOS_PER_CENT + nanos)} ${what}`;
}

/** What was paid for: ``to register `x` ``, ``to answer 6 queries for `x` ``. */
export function purposeWords({ purpose, subject, count }: Pick<Payment, 'purpose' | 'subject' | 'count'>): string {
  const noun = purpose === 'queries' ? 'DNS query' : 'record set';
  const many = count === undefined ? '' : `${counted(count, noun).replace('querys', 'queries')} for `;
  return `${PURPOSES[purpose]} ${many}${inCode(subject)}`;
}
