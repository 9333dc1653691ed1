import { accepted, type Decision, refused } from '../base/decision.ts';
import type { Rng } from '../base/random.ts';
import { type DurationMs, later } from '../base/time.ts';
import { type Name, ROOT } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import type { Zone } from '../dns/zone/zone.ts';
import type { AliasRequest } from '../hosting/decide-alias.ts';
import { decideRecord, type RecordRefusal, type RecordRequest } from '../hosting/decide-record.ts';
import { decideSign, decideUnsign, type SigningRefusal } from '../hosting/decide-signing.ts';
import { decideCreateZone, decideDeleteZone, type ZoneRefusal } from '../hosting/decide-zone.ts';
import type { HostedZone } from '../hosting/hosted-zone.ts';
import { usualEmail, verification } from '../registration/decide-contact.ts';
import type { DelegateRefusal } from '../registration/decide-delegate.ts';
import { type DsRefusal, type DsRequest, decideDs } from '../registration/decide-ds.ts';
import { decideRegister, type RegisterRefusal } from '../registration/decide-register.ts';
import type { Registrar } from '../registration/registrar.ts';
import type { Contact } from '../registration/registration.ts';
import { personOf, publishedOf } from '../registration/registration.ts';
import { suffixOf } from '../registration/registry.ts';
import { accountNamed } from './account-named.ts';
import { parkingAddressOf } from './addresses.ts';
import { replay } from './apply.ts';
import { hostOf, registrarOf } from './catalogue.ts';
import { LAST_INSTANT, MOST_WAIT, passTime } from './clock.ts';
import { closedFor } from './closed-house.ts';
import { closedAccountOf } from './decide-account.ts';
import { aliased, type HostingRefusal } from './decide-hosting.ts';
import type { RegistrationRefusal } from './decide-registration.ts';
import type { WorldEvent } from './event.ts';
import { findZone, type ZoneWanted } from './find-zone.ts';
import { onItsWay, recordsChanged } from './host-changes.ts';
import { zoneCharge } from './hosting-fees.ts';
import { industryOf } from './industry.ts';
import { registrationPayments } from './money.ts';
import { partiesOf } from './parties.ts';
import { withPublication } from './publish.ts';
import { dsRecords, hostSigning } from './signing.ts';
import type { World } from './world.ts';
import { setFor } from './zone-on-set.ts';

/** Why a party would not do what it was asked. */
export type Refusal =
  | RegisterRefusal
  | DelegateRefusal
  | ZoneRefusal
  | RecordRefusal
  | SigningRefusal
  | DsRefusal
  | RegistrationRefusal
  | HostingRefusal
  | WaitRefusal;
/** Time goes forward only, and not beyond what a date can say. `span` and `most` in milliseconds. */
export interface WaitRefusal {
  readonly reason: 'cannot-wait';
  readonly span: DurationMs;
  readonly most: DurationMs;
}
type WorldDecision = Decision<WorldEvent, Refusal>;

/**
 * A registrant buys a domain. Where the registrar's company also hosts DNS, it creates a zone by itself and sends the
 * registry that zone's name servers; elsewhere the domain starts without any.
 */
export function decidePurchase(
  world: World,
  request: {
    readonly domain: Name;
    readonly registrar: string;
    readonly registrant: string;
    readonly years?: number;
    readonly account?: string;
  },
  rng: Rng,
): WorldDecision {
  const { domain, registrant, years = 1 } = request;
  const { catalogue, registrations, now: at } = world;
  const operator = industryOf(catalogue).domains.get(domain);
  if (operator) return refused({ reason: 'already-registered', domain, holder: operator.holder });
  const registrar = registrarOf(catalogue, request.registrar);
  const host = registrar.createsZoneAt;
  const zone =
    host === undefined ? [] : newZoneOf(world, { origin: domain, host, customer: registrant, parked: true }, rng);
  const nameServers = zone.flatMap((event) => (event.kind === 'zone-created' ? event.nameServers : []));
  const account = request.account === undefined ? {} : { account: accountNamed(registrant, request.account) };
  const order = { domain, registrant, years, nameServers, at, ...account, ...contactOf(world, registrar, request) };
  const bought = decideRegister(registrations, catalogue.tlds, registrar, order);
  if (bought.kind === 'refused') return bought;
  const [retail, ...onward] = registrationPayments(world, { domain, registrant, registrar, years }, 'registration');
  return accepted<WorldEvent>(retail, ...zone, ...withPublication(world, bought.events), ...onward);
}

/** How the registrant is reached, where the registrar has to find out: in a world of life's pace, unless it knows them already. */
function contactOf(
  world: World,
  { id }: Registrar,
  { domain, registrant }: { readonly domain: Name; readonly registrant: string },
): { readonly contact?: Contact } {
  const isKnown = [...world.registrations.values()].some(
    (held) => held.registrant === registrant && held.registrar === id && held.contact?.verifyBy === undefined,
  );
  if (world.pace !== 'as-in-life' || isKnown || !suffixOf(domain, world.catalogue.tlds)) return {};
  return { contact: { email: usualEmail(registrant), ...verification(partiesOf(world), domain) } };
}

/** `parked` where the registrar's side of a house creates the zone for a customer, with what a parked domain shows. */
export interface NewZoneRequest {
  readonly origin: Name;
  readonly host: string;
  readonly customer: string;
  readonly parked?: boolean;
  /** The network that is to see a private zone; without, it is a public one. */
  readonly network?: string;
  /** The reusable delegation set that it is to be on, `N1`, or `new` for one that is made for it. */
  readonly delegationSet?: string;
}

/** A customer creates a zone at a DNS host, or a registrar does so for them. */
export function decideNewZone(
  world: World,
  request: NewZoneRequest,
  rng: Rng,
): Decision<WorldEvent, ZoneRefusal | HostingRefusal> {
  const { origin, customer, parked = false, network, delegationSet } = request;
  const { catalogue, now: at } = world;
  const host = hostOf(catalogue, request.host);
  // The operator's own servers have a zone of that name.
  const isOwn = industryOf(catalogue).domains.get(origin)?.holder === host.name;
  if (isOwn && network === undefined) return refused({ reason: 'zone-exists', origin, host: host.id });
  const closed = closedAccountOf(world, request);
  if (closed) return refused({ reason: 'account-closed', ...closed });
  const id = `Z${world.zonesCreated + 1}`;
  const parking = parked ? { parkingAddress: parkingAddressOf(catalogue, host.id) } : {};
  const registeredHere = parked || isRegisteredWith(world, origin, host.id, customer);
  const wish = { id, origin, customer, at, registeredHere, avoid: nameServersInUse(world), ...parking };
  const inside = network === undefined ? {} : { network };
  const suffixes = new Set([ROOT, ...catalogue.tlds.keys()]);
  if (delegationSet !== undefined && network !== undefined) {
    return refused({ reason: 'set-for-private', origin, host: host.id });
  }
  const onSet = delegationSet === undefined ? undefined : setFor(world, host, { ...wish, delegationSet }, rng);
  if (onSet?.kind === 'refused') return onSet;
  const set = onSet && { set: onSet.set };
  const created = decideCreateZone(host, world.hostedZones, suffixes, { ...wish, ...inside, ...set }, rng);
  if (created.kind === 'refused') return created;
  const made: readonly WorldEvent[] = [...(onSet?.events ?? []), ...onItsWay(world, host.id, created.events)];
  if (host.freeFor > 0) return accepted(...made);
  return accepted<WorldEvent>(...made, ...zoneCharge(replay(world, made), id));
}

/** A customer deletes a zone at a DNS host. */
export function decideZoneGone(world: World, wanted: ZoneWanted): WorldDecision {
  const found = findZone(world, wanted);
  if (found.kind === 'refused') return found;
  const { host } = found.zone;
  const decision = decideDeleteZone(hostOf(world.catalogue, host), found.zone);
  return decision.kind === 'refused' ? decision : accepted(...onItsWay(world, host, decision.events));
}

/** A registrant tells the registrar which DS records the domain is to have. */
export function decideDsRecords(world: World, request: DsRequest): WorldDecision {
  const closed = closedFor(world, request.domain, request.registrant);
  if (closed) return refused({ reason: 'account-closed', ...closed });
  const decision = decideDs(partiesOf(world), request);
  return decision.kind === 'refused' ? decision : accepted(...withPublication(world, decision.events));
}

/** A customer has the host sign a zone, or no longer. */
export function decideZoneSigning(world: World, wanted: ZoneWanted, isSigned: boolean): WorldDecision {
  const found = findZone(world, wanted);
  if (found.kind === 'refused') return found;
  const host = hostOf(world.catalogue, found.zone.host);
  const { id } = found.zone;
  const timesUnsigned = world.history.filter((event) => event.kind === 'zone-unsigned' && event.id === id).length;
  const decision = isSigned
    ? decideSign(host, found.zone, hostSigning(id, timesUnsigned))
    : decideUnsign(host, found.zone, hasDsAbove(world, found.zone.zone));
  return recordsChanged(world, found.zone, decision);
}

/** Whether the zone above publishes a DS that names a key of this one. */
function hasDsAbove({ registrations }: World, { origin, signing }: Zone): boolean {
  const registration = registrations.get(origin);
  const own = dsRecords(origin, signing).map(formatRdata);
  return registration !== undefined && publishedOf(registration).ds.some((ds) => own.includes(formatRdata(ds)));
}

/** A customer adds, changes or removes a record in a zone at a DNS host. */
export function decideZoneRecord(world: World, wanted: ZoneWanted, request: RecordRequest): WorldDecision {
  const found = findZone(world, wanted);
  if (found.kind === 'refused') return found;
  const host = hostOf(world.catalogue, found.zone.host);
  const flat = host.apexCname === 'flattened' ? flattened(found.zone, request) : undefined;
  if (flat) return aliased(world, found.zone, flat);
  const decision = decideRecord(host, found.zone, request);
  return recordsChanged(world, found.zone, decision);
}

/** The alias that a CNAME at the apex is taken for, where the host flattens it. */
function flattened({ zone: { origin } }: HostedZone, request: RecordRequest): AliasRequest | undefined {
  const { owner } = request;
  if (owner !== origin) return undefined;
  if (request.action === 'remove') return request.type === 'CNAME' ? { action: 'remove', owner } : undefined;
  return request.rdata.type === 'CNAME' ? { action: 'put', owner, target: request.rdata.target } : undefined;
}

/** Somebody lets time go by. */
export function decideWait(world: World, span: DurationMs): WorldDecision {
  const fits = span >= 0 && span <= MOST_WAIT && later(world.now, span) <= LAST_INSTANT;
  if (!fits) return refused({ reason: 'cannot-wait', span, most: MOST_WAIT });
  const events = passTime(world, span);
  const until = events.findLast(({ kind }) => kind === 'clock-moved');
  const most = until?.kind === 'clock-moved' ? until.to - world.now : 0;
  return most < span ? refused({ reason: 'cannot-wait', span, most }) : { kind: 'accepted', events };
}

/** A new zone's events; none where the host will have none. */
function newZoneOf(world: World, request: NewZoneRequest, rng: Rng): readonly WorldEvent[] {
  const zone = decideNewZone(world, request, rng);
  return zone.kind === 'accepted' ? zone.events : [];
}

/** Whether a customer holds the domain through the registrar that the host belongs to. */
function isRegisteredWith(world: World, origin: Name, host: string, customer: string): boolean {
  const registration = world.registrations.get(origin);
  if (registration?.registrant !== personOf(customer)) return false;
  return registrarOf(world.catalogue, registration.registrar).createsZoneAt === host;
}

function nameServersInUse(world: World): ReadonlySet<Name> {
  const ofSets = [...(world.delegationSets?.values() ?? [])].flatMap(({ nameServers }) => nameServers);
  const ofZones = [...world.hostedZones.values()].flatMap(({ nameServers }) => nameServers);
  const delegated = [...world.registrations.values()].flatMap(({ nameServers }) => nameServers);
  return new Set([...ofSets, ...ofZones, ...delegated]);
}
