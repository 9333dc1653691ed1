import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { applyRegistration } from '../../src/registration/apply-registration.ts';
import { decideRegister } from '../../src/registration/decide-register.ts';
import { makeRegistration, type Registrations } from '../../src/registration/registration.ts';
import { registrableDomain, suffixOf } from '../../src/registration/registry.ts';
import { renewal } from '../../src/registration/renewal.ts';
import { registrarOf } from '../../src/world/catalogue.ts';
import { START } from '../../src/world/world.ts';
import { catalogue } from '../support/world.ts';

const NAME_SERVERS = [name('ns1.hover.com'), name('ns2.hover.com')];
const mine = makeRegistration({
  ...{ domain: name('taken.com'), registrant: 'Ravi', registrar: 'hover', registry: 'verisign' },
  ...{ nameServers: NAME_SERVERS, createdAt: START, years: 1 },
});
const held: Registrations = new Map([[mine.domain, mine]]);

const decide = (domain: string, registrar = 'hover', years = 1) =>
  decideRegister(held, catalogue.tlds, registrarOf(catalogue, registrar), {
    ...{ domain: name(domain), registrant: 'Ines', years, nameServers: NAME_SERVERS, at: START },
  });

test('the registrar tells the registry, which enters the domain', () => {
  const domain = name('free.com');
  expect(decide('free.com', 'hover', 2)).toEqual({
    kind: 'accepted',
    events: [
      { kind: 'name-servers-submitted', domain, registrar: 'hover', nameServers: NAME_SERVERS },
      {
        kind: 'domain-registered',
        registration: {
          ...{ domain, registrant: 'Ines', registrar: 'hover', registry: 'verisign', nameServers: NAME_SERVERS },
          ...{ statuses: ['clientTransferProhibited'], createdAt: START, expiresAt: START + 731 * DAY },
          periods: [{ period: 'addPeriod', until: START + 5 * DAY }],
        },
      },
    ],
  });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a suffix that nobody keeps',      'x.nosuch',      'hover',   1,   { reason: 'unknown-suffix', domain: 'x.nosuch.', suffixes: [...catalogue.tlds.keys()] }],
  ['a name of one label',             'localhost',     'hover',   1,   { reason: 'unknown-suffix', domain: 'localhost.', suffixes: [...catalogue.tlds.keys()] }],
  ['the root',                        '.',             'hover',   1,   { reason: 'unknown-suffix', domain: '.', suffixes: [...catalogue.tlds.keys()] }],
  ['a top-level suffix',              'com',           'hover',   1,   { reason: 'is-a-suffix', domain: 'com.' }],
  ['a suffix below a suffix',         'co.uk',         'hover',   1,   { reason: 'is-a-suffix', domain: 'co.uk.' }],
  ['a name inside a domain',          'www.free.com',  'hover',   1,   { reason: 'not-directly-under-suffix', domain: 'www.free.com.', registrable: 'free.com.' }],
  ['a name inside, under co.uk',      'a.b.free.co.uk', 'hover',  1,   { reason: 'not-directly-under-suffix', domain: 'a.b.free.co.uk.', registrable: 'free.co.uk.' }],
  ['a suffix not sold there',         'free.dev',      'route53', 1,   { reason: 'suffix-not-sold', domain: 'free.dev.', registrar: 'route53' }],
  ['a domain that someone holds',     'taken.com',     'hover',   1,   { reason: 'already-registered', domain: 'taken.com.', holder: 'Ravi' }],
  ['no year at all',                  'free.com',      'hover',   0,   { reason: 'not-whole-years', domain: 'free.com.', years: 0 }],
  ['less than no year',               'free.com',      'hover',   -1,  { reason: 'not-whole-years', domain: 'free.com.', years: -1 }],
  ['half a year',                     'free.com',      'hover',   1.5, { reason: 'not-whole-years', domain: 'free.com.', years: 1.5 }],
  ['more years than the registry takes', 'free.com',   'hover',   11,  { reason: 'too-many-years', domain: 'free.com.', mostYears: 10 }],
])('refused: %s', (_, domain, registrar, years, refusal) => {
  expect(decide(domain, registrar, years)).toEqual({ kind: 'refused', refusal });
});

describe('suffixes', () => {
  // biome-ignore format: a table reads down its columns
  test.each([
    ['directly under one',           'x.com',        'com.',    'x.com.'],
    ['directly under the longer',    'x.co.uk',      'co.uk.',  'x.co.uk.'],
    ['under the shorter of two',     'x.uk',         'uk.',     'x.uk.'],
    ['further down',                 'a.b.x.co.uk',  undefined, 'x.co.uk.'],
    ['a suffix below another',       'co.uk',        'uk.',     undefined],
    ['a suffix itself',              'com',          undefined, undefined],
    ['the root',                     '.',            undefined, undefined],
  ])('of a name %s', (_, text, suffix, registrable) => {
    expect(suffixOf(name(text), catalogue.tlds)?.suffix).toBe(suffix);
    expect(registrableDomain(name(text), catalogue.tlds)).toBe(registrable);
  });
});

describe('events', () => {
  test('a renewal adds a year to the expiry date, whenever it comes', () => {
    const renewed = applyRegistration(held, renewal(mine)).get(mine.domain);
    expect(renewed).toEqual({ ...mine, expiresAt: START + 731 * DAY });
  });

  test('what a registrar submits is in the database, and not in the zone until the registry publishes it', () => {
    const nameServers = [name('ada.ns.cloudflare.com'), name('hugo.ns.cloudflare.com')];
    const submitted = applyRegistration(held, {
      ...{ kind: 'name-servers-submitted', domain: mine.domain, registrar: 'hover', nameServers },
    });
    const stored = submitted.get(mine.domain);
    expect(stored).toEqual({ ...mine, nameServers });
    const after = applyRegistration(submitted, { kind: 'delegation-published', domain: mine.domain, nameServers });
    expect(after.get(mine.domain)).toEqual({ ...stored, published: { nameServers, ds: [], hosts: [] } });
    expect(held.get(mine.domain)).toBe(mine);
  });

  test('an event for a domain that nobody holds is a bug', () => {
    expect(() => applyRegistration(new Map(), renewal(mine))).toThrow('taken.com.');
  });
});
