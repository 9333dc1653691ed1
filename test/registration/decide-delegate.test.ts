import { expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import { decideDelegate } from '../../src/registration/decide-delegate.ts';
import { makeRegistration, type Registrations } from '../../src/registration/registration.ts';
import { START } from '../../src/world/world.ts';
import { catalogue } from '../support/world.ts';

const OLD = ['ns1.hover.com', 'ns2.hover.com'];
const NEW = ['ada.ns.cloudflare.com', 'hugo.ns.cloudflare.com'];
const numbered = (count: number): string[] => Array.from({ length: count }, (_, place) => `ns${place}.elsewhere.net`);

const registrationAt = (domain: string, registrar: string) =>
  makeRegistration({
    ...{ domain: name(domain), registrant: 'Ines', registrar, registry: 'verisign' },
    ...{ nameServers: OLD.map(name), createdAt: START, years: 1 },
  });
const held: Registrations = new Map(
  [registrationAt('mine.com', 'hover'), registrationAt('fixed.com', 'cloudflare')].map((each) => [each.domain, each]),
);

const decide = (domain: string, nameServers: readonly string[], registrant = 'Ines') =>
  decideDelegate(
    { registrations: held, tlds: catalogue.tlds, registrars: catalogue.registrars, now: START },
    { domain: name(domain), registrant, nameServers: nameServers.map(name) },
    (server) => !server.includes('unknown'),
  );

test('the registrar submits the whole new set', () => {
  const domain = name('mine.com');
  const nameServers = NEW.map(name);
  expect(decide('mine.com', NEW)).toEqual({
    kind: 'accepted',
    events: [{ kind: 'name-servers-submitted', domain, registrar: 'hover', nameServers }],
  });
});

test('a server named twice counts once', () => {
  expect(decide('mine.com', [...NEW, ...NEW])).toEqual(decide('mine.com', NEW));
});

const reasonAtCloudflare = catalogue.registrars.get('cloudflare')?.nameServersReason;

// biome-ignore format: a table reads down its columns
test.each([
  ['a domain that nobody holds',        'free.com',     NEW,                          'Ines',  { reason: 'not-registered', domain: 'free.com.' }],
  ['a name inside a domain',            'www.mine.com', NEW,                          'Ines',  { reason: 'not-registered', domain: 'www.mine.com.', registrable: 'mine.com.' }],
  ['a suffix',                          'co.uk',        NEW,                          'Ines',  { reason: 'not-registered', domain: 'co.uk.' }],
  ['somebody else\'s domain',           'mine.com',     NEW,                          'Ravi',  { reason: 'not-your-domain', domain: 'mine.com.', holder: 'Ines' }],
  ['a stranger, before all else',       'fixed.com',    [],                           'Ravi',  { reason: 'not-your-domain', domain: 'fixed.com.', holder: 'Ines' }],
  ['a registrar that keeps its own',    'fixed.com',    NEW,                          'Ines',  { reason: 'name-servers-not-settable', domain: 'fixed.com.', because: reasonAtCloudflare }],
  ['a single server',                   'mine.com',     NEW.slice(0, 1),              'Ines',  { reason: 'too-few-name-servers', domain: 'mine.com.', least: 2 }],
  ['one server named twice',            'mine.com',     [NEW[0]!, NEW[0]!],           'Ines',  { reason: 'too-few-name-servers', domain: 'mine.com.', least: 2 }],
  ['no server',                         'mine.com',     [],                           'Ines',  { reason: 'too-few-name-servers', domain: 'mine.com.', least: 2 }],
  ['more than the registrar takes',     'mine.com',     numbered(11),                 'Ines',  { reason: 'too-many-name-servers', domain: 'mine.com.', most: 10, registrar: 'hover' }],
  ['a server inside the domain',        'mine.com',     [NEW[0]!, 'ns1.mine.com'],    'Ines',  { reason: 'needs-glue', domain: 'mine.com.', nameServer: 'ns1.mine.com.' }],
  ['the domain as its own server',      'mine.com',     [NEW[0]!, 'mine.com'],        'Ines',  { reason: 'needs-glue', domain: 'mine.com.', nameServer: 'mine.com.' }],
  ['a host that the registry lacks',    'mine.com',     ['ns1.unknown.net', NEW[0]!], 'Ines',  { reason: 'unknown-host', domain: 'mine.com.', nameServer: 'ns1.unknown.net.' }],
  ['the same servers',                  'mine.com',     OLD,                          'Ines',  { reason: 'unchanged', domain: 'mine.com.' }],
  ['the same servers in another order', 'mine.com',     OLD.toReversed(),             'Ines',  { reason: 'unchanged', domain: 'mine.com.' }],
])('refused: %s', (_, domain, nameServers, registrant, refusal) => {
  expect(decide(domain, nameServers, registrant)).toEqual({ kind: 'refused', refusal });
});

test('as many servers as the registrar takes are taken', () => {
  expect(decide('mine.com', numbered(10)).kind).toBe('accepted');
});
