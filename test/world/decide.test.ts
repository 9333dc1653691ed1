import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { rrsetAt } from '../../src/dns/zone/zone.ts';
import type { Action } from '../../src/world/action.ts';
import { MOST_WAIT } from '../../src/world/clock.ts';
import type { World } from '../../src/world/world.ts';
import {
  addRecord,
  anAddress,
  ask,
  aWorld,
  by,
  copyNameServers,
  createZone,
  deleteZone,
  held,
  payments,
  played,
  refusalOf,
  register,
  setNameServers,
  wait,
  zoneAt,
} from '../support/world.ts';

const kinds = (world: World): string[] =>
  world.history.map((event) => (event.kind === 'paid' ? event.payment.purpose : event.kind));
const suffixOf = (server: string): string => server.split('.').slice(2).join('.');

describe('registering at Route 53', () => {
  const world = played(aWorld(), register('mine.com', 'route53'));
  const { zone, nameServers, customer } = zoneAt(world, 'route53', 'mine.com');

  test('creates a public hosted zone by itself, with exactly an SOA and four NS', () => {
    expect(held(zone)).toEqual(['mine.com. 900 SOA', 'mine.com. 172800 NS']);
    const ns = rrsetAt(zone, zone.origin, 'NS');
    expect(ns?.rdata.map(({ nameServer }) => nameServer)).toEqual(nameServers);
    expect(nameServers.map(suffixOf).toSorted()).toEqual(['co.uk.', 'com.', 'net.', 'org.']);
    expect(customer).toBe('Ines');
  });

  test('gives the zone the SOA that Route 53 gives', () => {
    const rname = 'awsdns-hostmaster.amazon.com.';
    const times = { serial: 1, refresh: 7200, retry: 900, expire: 1_209_600, minimum: 86_400 };
    expect(rrsetAt(zone, zone.origin, 'SOA')?.rdata).toEqual([{ type: 'SOA', mname: nameServers[0], rname, ...times }]);
  });

  test('delegates the domain to that zone, and nobody has to copy anything', () => {
    const registration = world.registrations.get(name('mine.com'));
    expect(registration).toMatchObject({ registrant: 'Ines', registrar: 'route53', registry: 'verisign', nameServers });
  });

  test('happens in this order', () => {
    expect(kinds(world)).toEqual([
      ...[
        'registration',
        'zone-created',
        'name-servers-submitted',
        'domain-registered',
        'delegation-published',
        'wholesale',
        'icann-fee',
        'icann-fee',
      ],
    ]);
  });

  test('costs the registrant the yearly fee and the registrar the wholesale fee, and both companies ICANN', () => {
    expect(payments(world)).toEqual([
      '03-02T09:00 Ines > route53 1500 registration',
      '03-02T09:00 route53 > verisign 1026 wholesale',
      '03-02T09:00 route53 > icann 18 icann-fee',
      '03-02T09:00 verisign > icann 25 icann-fee',
    ]);
  });

  test('for several years costs that many times as much', () => {
    expect(payments(played(aWorld(), register('mine.com', 'route53', 3)))).toEqual([
      '03-02T09:00 Ines > route53 4500 registration',
      '03-02T09:00 route53 > verisign 3078 wholesale',
      '03-02T09:00 route53 > icann 54 icann-fee',
      '03-02T09:00 verisign > icann 75 icann-fee',
    ]);
  });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['hover',      ['ns1.hover.com.', 'ns2.hover.com.'],                                  ['mine.com. 900 SOA', 'mine.com. 900 NS', 'mine.com. 900 A', 'www.mine.com. 900 A']],
  ['namecheap',  ['dns1.registrar-servers.com.', 'dns2.registrar-servers.com.'],        ['mine.com. 3601 SOA', 'mine.com. 1800 NS', 'mine.com. 1800 A', 'www.mine.com. 1800 A']],
  ['gandi',      ['a.dns.gandi.net.', 'b.dns.gandi.net.', 'c.dns.gandi.net.'],          ['mine.com. 10800 SOA', 'mine.com. 10800 NS', 'mine.com. 10800 A', 'www.mine.com. 10800 A']],
  ['porkbun',    ['curitiba', 'fortaleza', 'maceio', 'salvador'].map((city) => `${city}.ns.porkbun.com.`), ['mine.com. 1800 SOA', 'mine.com. 86400 NS', 'mine.com. 600 A', '*.mine.com. 600 A']],
])('registering at %s makes a parked zone at its own name servers', (registrar, nameServers, records) => {
  const world = played(aWorld(), register('mine.com', registrar));
  const hosted = zoneAt(world, registrar, 'mine.com');
  expect(hosted.nameServers).toEqual(nameServers);
  expect(held(hosted.zone)).toEqual(records);
  expect(world.registrations.get(name('mine.com'))?.nameServers).toEqual(nameServers);
});

test('parked domains of one host show one page, those of another another', () => {
  const addressAt = (registrar: string) => {
    const { zone } = zoneAt(played(aWorld(), register('mine.com', registrar)), registrar, 'mine.com');
    return rrsetAt(zone, zone.origin, 'A')?.rdata[0]?.address;
  };
  expect(addressAt('hover')).toMatch(/^203\.0\.113\.2\d\d$/);
  expect(addressAt('hover')).not.toBe(addressAt('gandi'));
});

test('a zone that a customer creates is not parked', () => {
  const world = played(aWorld(), register('mine.com', 'hover'));
  const { zone } = zoneAt(played(world, createZone('mine.com', 'dnsimple')), 'dnsimple', 'mine.com');
  expect(held(zone)).toEqual(['mine.com. 3600 SOA', 'mine.com. 3600 NS']);
});

describe('the serial of a new zone', () => {
  // biome-ignore format: a table reads down its columns
  test.each([
    ['a constant, at Route 53',            'route53',  1],
    ['a counter, at Cloudflare',           'cloudflare', 1],
    ['the date, at DNSimple',              'dnsimple', 2026030201],
  ])('is %s', (_, host, serial) => {
    const { zone } = zoneAt(played(aWorld(), createZone('mine.com', host)), host, 'mine.com');
    expect(rrsetAt(zone, zone.origin, 'SOA')?.rdata[0]?.serial).toBe(serial);
  });

  test('is the time, at Hover', () => {
    const { zone, createdAt } = zoneAt(played(aWorld(), register('mine.com', 'hover')), 'hover', 'mine.com');
    expect(rrsetAt(zone, zone.origin, 'SOA')?.rdata[0]?.serial).toBe(createdAt / 1000);
  });
});

describe('a zone created once more at Route 53', () => {
  test('gets entirely new name servers, and the domain goes on pointing at the old ones', () => {
    const first = played(aWorld(), register('mine.com', 'route53'));
    const old = zoneAt(first, 'route53', 'mine.com').nameServers;
    const second = played(first, deleteZone('mine.com', 'route53'), createZone('mine.com', 'route53'));
    expect(zoneAt(second, 'route53', 'mine.com').nameServers.filter((server) => old.includes(server))).toEqual([]);
    expect(second.registrations.get(name('mine.com'))?.nameServers).toEqual(old);
  });

  test('may stand beside the first, with servers and an id of its own', () => {
    const world = played(aWorld(), createZone('mine.com', 'route53'), createZone('mine.com', 'route53'));
    const [first, second] = [...world.hostedZones.values()];
    expect([first?.id, second?.id]).toEqual(['Z1', 'Z2']);
    expect(first?.nameServers.some((server) => second?.nameServers.includes(server))).toBe(false);
  });

  test('an id is never used again', () => {
    const world = played(
      aWorld(),
      createZone('a.com', 'route53'),
      deleteZone('a.com', 'route53'),
      createZone('b.com', 'route53'),
      createZone('c.com', 'route53'),
    );
    expect([...world.hostedZones.keys()]).toEqual(['Z2', 'Z3']);
  });
});

test('a host never asks who holds the domain: two customers have a zone of one name', () => {
  const world = by('Ravi', played(aWorld(), createZone('mine.com', 'route53')), createZone('mine.com', 'route53'));
  expect([...world.hostedZones.values()].map(({ customer }) => customer)).toEqual(['Ines', 'Ravi']);
});

test('a host that drops zones after a move drops that one, and only if all its servers are left', () => {
  const zones = (world: World) => [...world.hostedZones.values()].map(({ host }) => host);
  const before = played(aWorld(), register('mine.com', 'namecheap'), createZone('mine.com', 'route53'));
  expect(zones(before)).toEqual(['namecheap', 'route53']);
  const servers = zoneAt(before, 'route53', 'mine.com').nameServers;
  const both = played(before, setNameServers('mine.com', ...servers, 'dns1.registrar-servers.com'));
  expect(zones(both)).toEqual(['namecheap', 'route53']);
  expect(zones(played(before, copyNameServers('mine.com', 'route53')))).toEqual(['route53']);
});

test('a host that keeps zones after a move keeps them', () => {
  const before = played(aWorld(), register('mine.com', 'hover'), createZone('mine.com', 'route53'));
  expect(played(before, copyNameServers('mine.com', 'route53')).hostedZones.size).toBe(2);
});

describe('refusals', () => {
  const mine = played(aWorld(), register('mine.com', 'hover'));
  const hosted = played(mine, createZone('mine.com', 'route53'));
  const twice = played(hosted, createZone('mine.com', 'route53'));
  const filled = played(hosted, addRecord('mine.com', 'route53', 'www.mine.com', anAddress('192.0.2.1')));
  const asRavi = (world: World): World => by('Ravi', world, createZone('mine.com', 'cloudflare'));

  // biome-ignore format: a table reads down its columns
  test.each([
    ['an operator\'s domain, to register',      mine,   register('hover.com', 'hover'),               { reason: 'already-registered', domain: 'hover.com.', holder: 'Hover' }],
    ['one of the domains of Route 53',          mine,   register('awsdns-64.com', 'hover'),           { reason: 'already-registered', domain: 'awsdns-64.com.', holder: 'Amazon Route 53' }],
    ['a registry\'s own domain',                mine,   register('gtld-servers.net', 'hover'),        { reason: 'already-registered', domain: 'gtld-servers.net.', holder: 'Verisign' }],
    ['a domain that is taken',                  mine,   register('mine.com', 'gandi'),                { reason: 'already-registered', domain: 'mine.com.', holder: 'Ines' }],
    ['a suffix that is not sold there',         mine,   register('x.dev', 'route53'),                 { reason: 'suffix-not-sold', domain: 'x.dev.', registrar: 'route53' }],
    ['no years',                                mine,   register('x.com', 'hover', 0),                { reason: 'not-whole-years', domain: 'x.com.', years: 0 }],
    ['an operator\'s domain, to delegate',      mine,   setNameServers('hover.com', 'a.x.net', 'b.x.net'), { reason: 'not-your-domain', domain: 'hover.com.', holder: 'Hover' }],
    ['a domain that nobody holds, to delegate', mine,   setNameServers('x.com', 'a.x.net', 'b.x.net'), { reason: 'not-registered', domain: 'x.com.' }],
    ['a zone for a suffix',                     mine,   createZone('co.uk', 'route53'),               { reason: 'zone-for-suffix', origin: 'co.uk.', host: 'route53' }],
    ['a zone for the root',                     mine,   createZone('.', 'route53'),                   { reason: 'zone-for-suffix', origin: '.', host: 'route53' }],
    ['a second zone at fixed servers',          mine,   createZone('mine.com', 'hover'),              { reason: 'zone-exists', origin: 'mine.com.', host: 'hover' }],
    ['a zone that the host has for itself',     mine,   createZone('dnsimple-edge.com', 'dnsimple'),  { reason: 'zone-exists', origin: 'dnsimple-edge.com.', host: 'dnsimple' }],
    ['a zone at a host for its own only',       mine,   createZone('mine.com', 'gandi'),              { reason: 'not-registered-here', origin: 'mine.com.', host: 'gandi' }],
    ['a zone that is not there',                mine,   deleteZone('x.com', 'route53'),               { reason: 'no-such-hosted-zone', origin: 'x.com.', host: 'route53', elsewhere: [] }],
    ['a zone that is elsewhere',                hosted, copyNameServers('mine.com', 'cloudflare'),    { reason: 'no-such-hosted-zone', origin: 'mine.com.', host: 'cloudflare', elsewhere: ['hover', 'route53'] }],
    ['a zone of another id',                    hosted, deleteZone('mine.com', 'route53', 'Z9'),      { reason: 'no-such-hosted-zone', origin: 'mine.com.', host: 'route53', elsewhere: ['hover'] }],
    ['somebody else\'s zone',                   asRavi(mine), deleteZone('mine.com', 'cloudflare'),   { reason: 'no-such-hosted-zone', origin: 'mine.com.', host: 'cloudflare', elsewhere: ['hover'] }],
    ['one of two zones, without its id',        twice,  copyNameServers('mine.com', 'route53'),       { reason: 'several-zones', origin: 'mine.com.', host: 'route53', ids: ['Z2', 'Z3'] }],
    ['a zone with records, to delete',          filled, deleteZone('mine.com', 'route53'),            { reason: 'zone-not-empty', origin: 'mine.com.', host: 'route53', records: ['www.mine.com. A'] }],
    ['a parked zone, to delete',                mine,   deleteZone('mine.com', 'hover'),              { reason: 'zone-not-empty', origin: 'mine.com.', host: 'hover', records: ['mine.com. A', 'www.mine.com. A'] }],
    ['a record of another zone',                hosted, addRecord('mine.com', 'route53', 'x.com', anAddress('192.0.2.1')), { reason: 'outside-zone', owner: 'x.com.', origin: 'mine.com.', host: 'route53' }],
    ['a wait into the past',                    mine,   wait(-1),                                     { reason: 'cannot-wait', span: -1, most: MOST_WAIT }],
    ['a wait of no known length',               mine,   wait(Number.NaN),                             { reason: 'cannot-wait', span: Number.NaN, most: MOST_WAIT }],
    ['a wait of more than a life',              mine,   wait(MOST_WAIT + 1),                          { reason: 'cannot-wait', span: MOST_WAIT + 1, most: MOST_WAIT }],
    ['a wait beyond what a date can say',       { ...mine, now: mine.now + 7960 * 365 * DAY } as World, wait(MOST_WAIT), { reason: 'cannot-wait', span: MOST_WAIT, most: MOST_WAIT }],
  ] as readonly (readonly [string, World, Action, object])[])('%s', (_, world, action, refusal) => {
    expect(refusalOf(world, action)).toEqual(refusal);
  });

  test('of two zones, the one of the id is meant', () => {
    expect(refusalOf(twice, deleteZone('mine.com', 'route53', 'Z3'))).toBeUndefined();
    const gone = played(twice, deleteZone('mine.com', 'route53', 'Z3'));
    expect([...gone.hostedZones.keys()]).toEqual(['Z1', 'Z2']);
    const delegated = played(twice, copyNameServers('mine.com', 'route53', 'Z2'));
    expect(delegated.registrations.get(name('mine.com'))?.nameServers).toEqual(
      twice.hostedZones.get('Z2')?.nameServers,
    );
  });

  test('another customer cannot act on a domain or a zone', () => {
    expect(refusalOf(hosted, setNameServers('mine.com', 'a.x.net', 'b.x.net'), 'Ravi')).toMatchObject({
      reason: 'not-your-domain',
    });
    expect(refusalOf(hosted, deleteZone('mine.com', 'route53'), 'Ravi')).toMatchObject({
      reason: 'no-such-hosted-zone',
    });
    expect(refusalOf(hosted, createZone('mine.com', 'hover'), 'Ravi')).toMatchObject({ reason: 'not-registered-here' });
  });
});

test('a company or a host that the catalogue does not have is a bug', () => {
  expect(() => refusalOf(aWorld(), register('x.com', 'nobody'))).toThrow('nobody');
  expect(() => refusalOf(aWorld(), createZone('x.com', 'nobody'))).toThrow('nobody');
});

test('asking and waiting cost nothing and change no zone', () => {
  const before = played(aWorld(), register('mine.com', 'hover'));
  const then = played(before, ask('www.mine.com'), wait(HOUR), wait(0));
  expect(then.hostedZones).toBe(before.hostedZones);
  expect(then.registrations).toBe(before.registrations);
  expect(then.ledger).toBe(before.ledger);
});
