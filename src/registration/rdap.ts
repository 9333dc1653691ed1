import { type Instant, SECOND } from '../base/time.ts';
import { displayName, type Name } from '../dns/name.ts';
import { usualEmail } from './decide-contact.ts';
import { contactId } from './epp/contact-commands.ts';
import type { Registrar } from './registrar.ts';
import { accountOf, type HostObject, personOf, type Registration } from './registration.ts';
import { type Registry, suffixOf, type Tlds } from './registry.ts';
import type { DomainStatus } from './status.ts';
import { statusesOf } from './statuses-of.ts';

/** Statuses as RDAP spells them. RFC 8056 §2. */
export const RDAP_STATUSES: Readonly<Record<DomainStatus, string>> = {
  ok: 'active',
  inactive: 'inactive',
  clientHold: 'client hold',
  serverHold: 'server hold',
  clientTransferProhibited: 'client transfer prohibited',
  clientUpdateProhibited: 'client update prohibited',
  clientDeleteProhibited: 'client delete prohibited',
  clientRenewProhibited: 'client renew prohibited',
  serverTransferProhibited: 'server transfer prohibited',
  serverUpdateProhibited: 'server update prohibited',
  serverDeleteProhibited: 'server delete prohibited',
  serverRenewProhibited: 'server renew prohibited',
  pendingTransfer: 'pending transfer',
  pendingUpdate: 'pending update',
  pendingDelete: 'pending delete',
  addPeriod: 'add period',
  autoRenewPeriod: 'auto renew period',
  renewPeriod: 'renew period',
  transferPeriod: 'transfer period',
  redemptionPeriod: 'redemption period',
};

/** What a registry's record is made of, beside the registration. */
export interface RdapContext {
  readonly registry: Registry;
  readonly registrar: Registrar;
  readonly tlds: Tlds;
  readonly now: Instant;
  /** When something at the registry last changed, and when the domain last came to another registrar. */
  readonly changedAt?: Instant | undefined;
  readonly transferredAt?: Instant | undefined;
}

type Json = string | number | boolean | readonly Json[] | { readonly [member: string]: Json };
type JsonObject = Extract<Json, { readonly [member: string]: Json }>;

/** A registration as a registry's RDAP service answers for it: an object of class `domain`. RFC 9083 §5.3. */
export function rdapOf(registration: Registration, context: RdapContext): JsonObject {
  const { registry } = context;
  const { domain, nameServers, hosts = [] } = registration;
  return {
    rdapConformance: ['rdap_level_0'],
    notices: noticesOf(urlOf(registry, 'domain', displayName(domain))),
    objectClassName: 'domain',
    handle: `${displayName(domain).toUpperCase().replaceAll('.', '_')}-${registry.id.toUpperCase()}`,
    ldhName: displayName(domain),
    status: statusesOf(registration).map((status) => RDAP_STATUSES[status]),
    events: eventsOf(registration, context),
    entities: [registrarOf(registration, context), registrantOf(registration, registry)],
    nameservers: nameServers.map((server) => nameServerOf(server, hosts, registry)),
    secureDNS: secureDnsOf(registration),
    links: linksOf(registration, context),
    port43: `whois.${registry.id}.example`,
    lang: 'en',
  };
}

/** What it answers for a name that nobody has registered; HTTP status 404. RFC 9083 §6. */
export const rdapNotFound = (domain: Name): JsonObject => ({
  rdapConformance: ['rdap_level_0'],
  notices: [SIMULATED],
  errorCode: 404,
  title: 'Not Found',
  description: [`The registry has no record of ${displayName(domain)}.`],
  lang: 'en',
});

const SIMULATED = {
  title: 'Simulated',
  description: [
    'This record is of a simulated Internet. No real registry was asked, and nobody holds this name by it.',
  ],
} as const;

/** About the answer as a whole: only the topmost object has any. RFC 9083 §4.3. */
const noticesOf = (value: string): Json => [
  SIMULATED,
  {
    title: 'Status codes',
    description: ['What each status means, and which one of EPP it is.'],
    links: [{ value, rel: 'glossary', href: 'https://www.rfc-editor.org/rfc/rfc8056', type: 'text/html' }],
  },
];

/** Where the object itself is, and the domain at its registrar: never the same place. RFC 9083 §4.2. */
function linksOf({ domain }: Registration, { registry, registrar }: RdapContext): Json {
  const value = urlOf(registry, 'domain', displayName(domain));
  return [
    ...selfLink(value),
    { value, rel: 'related', href: urlOf(registrar, 'domain', displayName(domain)), type: RDAP_JSON },
  ];
}

const RDAP_JSON = 'application/rdap+json';
const urlOf = ({ id }: { readonly id: string }, what: 'domain' | 'nameserver' | 'entity', key: string): string =>
  `https://rdap.${id}.example/${what}/${key}`;
const selfLink = (href: string) => [{ value: href, rel: 'self', href, type: RDAP_JSON }];

function eventsOf({ createdAt, expiresAt }: Registration, { now, changedAt, transferredAt }: RdapContext): Json {
  const event = (eventAction: string, at: Instant | undefined) =>
    at === undefined ? [] : [{ eventAction, eventDate: dateTime(at) }];
  return [
    ...event('registration', createdAt),
    ...event('expiration', expiresAt),
    ...event('last changed', changedAt),
    ...event('transfer', transferredAt),
    ...event('last update of RDAP database', now),
  ];
}

function registrarOf({ domain }: Registration, { registry, registrar, tlds }: RdapContext): Json {
  const suffix = suffixOf(domain, tlds)?.suffix;
  const ofRecord = suffix && registrar.registrarOfRecord.get(suffix);
  return {
    objectClassName: 'entity',
    handle: registrar.id,
    roles: ['registrar'],
    vcardArray: vcard(['fn', ofRecord ?? registrar.name]),
    links: selfLink(urlOf(registry, 'entity', registrar.id)),
    ...(ofRecord && ofRecord !== registrar.name
      ? { remarks: [{ title: 'Reseller', description: [`Sold by ${registrar.name}.`] }] }
      : {}),
  };
}

function registrantOf(registration: Registration, registry: Registry): Json {
  const { registrant, contact } = registration;
  const handle = contactId(personOf(accountOf(registration)));
  return {
    objectClassName: 'entity',
    handle,
    roles: ['registrant'],
    vcardArray: vcard(['fn', registrant], ['email', contact?.email ?? usualEmail(registrant)]),
    links: selfLink(urlOf(registry, 'entity', handle)),
  };
}

/** jCard, RFC 7095 §3. */
const vcard = (...properties: readonly (readonly [name: string, text: string])[]): Json => [
  'vcard',
  [['version', {}, 'text', '4.0'], ...properties.map(([name, text]) => [name, {}, 'text', text])],
];

/** With its addresses where the registry has them: of a host object under the domain. RFC 9083 §5.2. */
function nameServerOf(server: Name, hosts: readonly HostObject[], registry: Registry): Json {
  const addresses = hosts.find(({ name }) => name === server)?.addresses ?? [];
  const [v6, v4] = [addresses.filter((each) => each.includes(':')), addresses.filter((each) => !each.includes(':'))];
  const ipAddresses = { ...(v4.length > 0 && { v4 }), ...(v6.length > 0 && { v6 }) };
  return {
    objectClassName: 'nameserver',
    ldhName: displayName(server),
    ...(addresses.length > 0 && { ipAddresses }),
    links: selfLink(urlOf(registry, 'nameserver', displayName(server))),
  };
}

function secureDnsOf({ ds = [] }: Registration): Json {
  const dsData = ds.map(({ keyTag, algorithm, digestType, digest }) => ({
    ...{ keyTag, algorithm, digestType, digest: digest.toUpperCase() },
  }));
  return { delegationSigned: ds.length > 0, ...(ds.length > 0 && { dsData }) };
}

/** `2026-03-02T09:00:00Z`. RFC 3339. */
const dateTime = (at: Instant): string =>
  new Date(Math.floor(at / SECOND) * SECOND).toISOString().replace('.000Z', 'Z');
