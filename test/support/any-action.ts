import fc from 'fast-check';
import { DAY, HOUR } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import type { Rdata, RdataOf } from '../../src/dns/record.ts';
import type { RecordRequest } from '../../src/hosting/decide-record.ts';
import { accountOf, personOf } from '../../src/registration/registration.ts';
import { PROHIBITIONS, type Prohibition } from '../../src/registration/status.ts';
import type { Action } from '../../src/world/action.ts';
import { RESOLVER_IDS } from '../../src/world/named-resolver.ts';
import type { World } from '../../src/world/world.ts';
import { anAddress, catalogue } from './world.ts';

// Few names, so that what is done meets what was done before; among them some that nobody can have.
const domain = fc.constantFrom(
  ...[
    'mine.com',
    'mine.com',
    'mine.com',
    'mine.com',
    'yours.co.uk',
    'yours.co.uk',
    'ours.dev',
    'theirs.io',
    'mine.it',
    'mine.it',
    'hover.com',
    'x.nosuch',
  ].map(name),
);
const owner = fc.constantFrom(
  ...['mine.com', 'www.mine.com', 'www.mine.com', 'yours.co.uk', 'www.ours.dev', '*.theirs.io'].map(name),
);
const server = fc.constantFrom(
  ...['ns1.mine.com', 'ns1.mine.com'].map(name),
  ...['ns1.hover.com', 'ns2.hover.com', 'ns1.mine.com', 'ns2.mine.com', 'a.elsewhere.net', '.'].map(name),
);
const registrar = fc.constantFrom(...catalogue.registrars.keys());
const host = fc.constantFrom(...Array<string>(12).fill('route53'), ...catalogue.hosts.keys());
const maybe = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const account = maybe(fc.constantFrom('work', 'home'));
const id = maybe(fc.constantFrom('Z1', 'Z2', 'Z9'));
const rdata = fc.constantFrom<Rdata>(
  anAddress('203.0.113.5'),
  anAddress('203.0.113.6'),
  { type: 'CNAME', target: name('www.mine.com') },
  { type: 'NS', nameServer: name('ns1.hover.com') },
  { type: 'TXT', strings: ['hello'] },
);
const ds = fc.constant<RdataOf<'DS'>>({ type: 'DS', keyTag: 7, algorithm: 13, digestType: 2, digest: 'ab'.repeat(32) });
const request = fc.oneof(
  fc.record({ action: fc.constantFrom('add', 'change'), owner, rdata, ttl: fc.constantFrom(60, 3600, -1, 2 ** 31) }),
  fc.record({ action: fc.constant('remove'), owner, type: fc.constantFrom('A', 'CNAME', 'NS', 'SOA') }),
);

const held = { domain, account };
const zone = { origin: domain, host, id, account };
const copied = { domain, host, id, account, zoneAccount: account };
const network = fc.constantFrom('vpc', 'office');
const isOn = fc.boolean();
/** Stands for the auth code that was issued, whatever it is. */
const ISSUED = 'as issued';
const status = fc.constantFrom(...Array<Prohibition>(6).fill('clientTransferProhibited'), ...PROHIBITIONS);

/** What every kind of action is made of. */
const PARTS: Readonly<Record<Action['kind'], Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  register: { ...held, registrar, years: maybe(fc.constantFrom(1, 2, 0, 11, 0.5)) },
  'create-zone': { origin: domain, host, account, network: maybe(network) },
  'delete-zone': zone,
  'put-record': { ...zone, request },
  'set-name-servers': { ...held, nameServers: fc.uniqueArray(server, { maxLength: 4 }) },
  'copy-name-servers': copied,
  'set-ds': { ...held, ds: fc.array(ds, { maxLength: 1 }) },
  'copy-ds': copied,
  'associate-network': { ...zone, network },
  'disassociate-network': { ...zone, network },
  'reuse-name-servers': zone,
  'white-label': zone,
  'delete-delegation-set': { host: fc.constant('route53'), set: fc.constantFrom('N1', 'N2', 'N3'), account },
  'put-alias': { ...zone, owner, target: owner },
  'remove-alias': { ...zone, owner },
  'sign-zone': zone,
  'unsign-zone': zone,
  'close-account': { host, account },
  'reopen-account': { host, account },
  'suspend-account': { host, account },
  renew: { ...held, years: maybe(fc.constantFrom(1, 2, 10, -1)) },
  'set-auto-renew': { ...held, isOn },
  'set-status': { ...held, status, isOn },
  'set-contact': { ...held, email: fc.constantFrom('me@mine.com', 'me@elsewhere.net') },
  'verify-contact': held,
  'issue-auth-code': held,
  'withdraw-update': held,
  'delete-registration': held,
  restore: held,
  'renew-card': held,
  'put-host': { ...held, host: server, addresses: fc.subarray(['198.51.100.1', '2001:db8::1']) },
  transfer: { ...held, registrar, code: fc.constantFrom('wrong', ISSUED, ISSUED) },
  'end-transfer': { ...held, how: fc.constantFrom('approve', 'reject', 'cancel') },
  'set-tag': { ...held, registrar },
  'ask-release': { ...held, of: fc.constantFrom('registrar', 'registry') },
  'offer-account': { ...held, to: fc.constantFrom('work', 'home') },
  'end-offer': {
    ...held,
    how: fc.constantFrom('accept', 'reject', 'cancel'),
    password: fc.constantFrom('wrong', ISSUED, ISSUED),
  },
  'move-account': { ...held, to: fc.constantFrom('work', 'home') },
  suspend: { domain, by: fc.constantFrom('registrar', 'registry'), because: fc.constantFrom('abuse', 'court-order') },
  'impose-status': { domain, status, isOn },
  'decline-card': { domain },
  wait: {
    span: fc.constantFrom(
      ...[
        0,
        1,
        HOUR,
        HOUR,
        HOUR,
        13 * HOUR,
        13 * HOUR,
        DAY,
        DAY,
        3 * DAY,
        3 * DAY,
        6 * DAY,
        16 * DAY,
        40 * DAY,
        64 * DAY,
        64 * DAY,
      ],
      ...[400 * DAY, -DAY, Number.NaN, Number.POSITIVE_INFINITY],
    ),
  },
  ask: {
    question: fc.record({ qname: owner, qtype: fc.constantFrom('A', 'NS', 'DNSKEY', 'ANY') }),
    resolver: fc.constantFrom(...RESOLVER_IDS),
  },
};

/** Any action of any kind, possible or not, those without which little happens more often. */
export const anyAction: fc.Arbitrary<Action> = fc
  .oneof(
    { weight: 4, arbitrary: of('register') },
    { weight: 3, arbitrary: of('wait') },
    { weight: 3, arbitrary: of('create-zone') },
    { weight: 3, arbitrary: of('put-record') },
    ...(
      [
        'set-status',
        'issue-auth-code',
        'transfer',
        'copy-name-servers',
        'put-alias',
        'remove-alias',
        'associate-network',
        'disassociate-network',
      ] as const
    ).map((kind) => ({
      ...{ weight: 2, arbitrary: of(kind) },
    })),
    ...(Object.keys(PARTS) as Action['kind'][]).map((kind) => ({ weight: 1, arbitrary: of(kind) })),
  )
  .map(withoutAbsent);

function of(kind: Action['kind']): fc.Arbitrary<object> {
  return fc.record({ kind: fc.constant(kind), ...PARTS[kind] });
}

function withoutAbsent(action: object): Action {
  return Object.fromEntries(Object.entries(action).filter(([, value]) => value !== undefined)) as unknown as Action;
}

/**
 * The same action, aimed at one of the actor's own domains or zones if there are any, so that more comes of it than
 * refusals; with the auth code that was issued, where that is meant.
 */
export function aimed(world: World, actor: string, action: Action, at: number): Action {
  const zones = [...world.hostedZones.values()].filter(({ customer }) => personOf(customer) === actor);
  const zone = zones[at % zones.length];
  const held = [...world.registrations.values()].filter((each) => personOf(accountOf(each)) === actor);
  const own = held[at % held.length];
  const { kind } = action;
  if (zone && 'origin' in action && kind !== 'create-zone') {
    const { id, host: at } = zone;
    const { origin } = zone.zone;
    const there = { ...action, origin, host: at, id, ...labelOf(zone.customer) };
    const under = (request: RecordRequest) => ({ ...request, owner: name(`www.${origin}`) }) as RecordRequest;
    return there.kind === 'put-record' ? { ...there, request: under(there.request) } : (there as Action);
  }
  if (!own || !('domain' in action) || kind === 'register') return action;
  const code = kind === 'transfer' && action.code === ISSUED ? { code: own.authCode ?? '' } : {};
  if (kind === 'end-offer' && own.offer && action.how !== 'cancel') {
    const password = action.password === ISSUED ? { password: own.offer.password } : {};
    return { kind, how: action.how, domain: own.domain, ...password, ...labelOf(own.offer.to) };
  }
  const host = kind === 'put-host' ? { host: name(`ns1.${own.domain}`) } : {};
  const { account: _, ...rest } = action as Action & { account?: string };
  return { ...rest, ...code, ...host, domain: own.domain, ...labelOf(accountOf(own)) } as Action;
}

const labelOf = (account: string): { account?: string } => {
  const [, label] = account.split('/');
  return label === undefined ? {} : { account: label };
};
