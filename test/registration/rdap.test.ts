import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DAY, instant } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { RDAP_STATUSES, rdapNotFound, rdapOf } from '../../src/registration/rdap.ts';
import type { Registration } from '../../src/registration/registration.ts';
import { registrarOf, registryOf } from '../../src/world/catalogue.ts';
import { TOP } from '../support/top.ts';
import { aWorld, catalogue, played, register } from '../support/world.ts';

test('every status is spelled as data/epp-statuses.yaml has it', () => {
  const rows: { code: string; rdap: string }[] = parse(readFileSync(join(TOP, 'data/epp-statuses.yaml'), 'utf8'));
  const spelled = new Map(rows.map(({ code, rdap }) => [code, rdap]));
  for (const [code, rdap] of Object.entries(RDAP_STATUSES)) expect([code, spelled.get(code)]).toEqual([code, rdap]);
});

const plain = played(aWorld(), register('mine.com', 'hover')).registrations.get(name('mine.com'))!;
const DS = { type: 'DS', keyTag: 55019, algorithm: 13, digestType: 2, digest: 'ba4a' } as const;

/** The record of a registration that differs from a plain one in something. */
const record = (change: Partial<Registration> = {}, now = plain.createdAt) =>
  rdapOf(
    { ...plain, ...change },
    {
      registry: registryOf(catalogue, plain.registry),
      registrar: registrarOf(catalogue, (change.registrar ?? plain.registrar) as string),
      tlds: catalogue.tlds,
      now,
      changedAt: instant(plain.createdAt + DAY),
      ...(change.movedAt !== undefined && { transferredAt: change.movedAt }),
    },
  );

/** The members that an object of each class may have. RFC 9083 §4, §5.1 to §5.3. */
const COMMON = ['objectClassName', 'handle', 'status', 'events', 'entities', 'links', 'remarks', 'port43', 'lang'];
const LINK = ['value', 'rel', 'href', 'hreflang', 'title', 'media', 'type'];
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  domain: [
    ...COMMON,
    'rdapConformance',
    'notices',
    'ldhName',
    'unicodeName',
    'variants',
    'nameservers',
    'secureDNS',
    'publicIds',
    'network',
  ],
  nameserver: [...COMMON, 'ldhName', 'unicodeName', 'ipAddresses'],
  entity: [...COMMON, 'vcardArray', 'roles', 'publicIds', 'asEventActor', 'networks', 'autnums'],
};

/** The link of an object to itself. */
const self = (path: string) => {
  const href = `https://rdap.verisign.example/${path}`;
  return [{ value: href, rel: 'self', href, type: 'application/rdap+json' }];
};

/** Every value of a member, however deep. */
function every(value: unknown, member: string): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = member in value ? [(value as Record<string, unknown>)[member]].flat() : [];
  return [...(own as Record<string, unknown>[]), ...Object.values(value).flatMap((each) => every(each, member))];
}

/** Every object with a class in a record. */
function classed(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'objectClassName' in value ? [value as Record<string, unknown>] : [];
  return [...own, ...Object.values(value).flatMap(classed)];
}

describe('a domain at the registry, as RDAP', () => {
  test('has the members that RFC 9083 names, and no others', () => {
    const all = classed(record({ hosts: [{ name: name('ns1.mine.com'), addresses: ['192.0.2.1'] }], ds: [DS] }));
    expect(all.map((each) => each.objectClassName)).toEqual(['domain', 'entity', 'entity', 'nameserver', 'nameserver']);
    for (const each of all) {
      expect(MEMBERS[each.objectClassName as string]).toEqual(expect.arrayContaining(Object.keys(each)));
    }
  });

  test('has links and notices as RFC 9083 §4.2 and §4.3 shape them', () => {
    const whole = record({ hosts: [{ name: name('ns1.mine.com'), addresses: ['192.0.2.1'] }], ds: [DS] });
    const links = every(whole, 'links');
    expect(links).toHaveLength(7);
    for (const link of links) {
      expect(Object.keys(link)).toEqual(expect.arrayContaining(['value', 'rel', 'href']));
      expect(LINK).toEqual(expect.arrayContaining(Object.keys(link)));
      for (const url of [link.value, link.href]) expect(URL.canParse(String(url))).toBe(true);
      if (link.rel === 'related') expect(links.map(({ rel, href }) => rel === 'self' && href)).not.toContain(link.href);
    }
    const said = [...every(whole, 'notices'), ...every(record({ registrar: 'route53' }), 'remarks')];
    expect(said).toHaveLength(3);
    for (const each of said) {
      expect(['title', 'type', 'description', 'links']).toEqual(expect.arrayContaining(Object.keys(each)));
      expect(each.description).toEqual([expect.any(String)]);
    }
    const { notices, ...rest } = whole;
    expect([notices, every(rest, 'notices')]).toEqual([expect.any(Array), []]);
    for (const each of classed(whole)) expect((each.links as object[])[0]).toMatchObject({ rel: 'self' });
  });

  test('says who, until when, and that it is simulated', () => {
    expect(record()).toMatchObject({
      rdapConformance: ['rdap_level_0'],
      ldhName: 'mine.com',
      status: ['client transfer prohibited', 'add period'],
      events: [
        { eventAction: 'registration', eventDate: '2026-03-02T09:00:00Z' },
        { eventAction: 'expiration', eventDate: '2027-03-02T09:00:00Z' },
        { eventAction: 'last changed', eventDate: '2026-03-03T09:00:00Z' },
        { eventAction: 'last update of RDAP database', eventDate: '2026-03-02T09:00:00Z' },
      ],
      entities: [
        {
          roles: ['registrar'],
          handle: 'hover',
          vcardArray: [
            'vcard',
            [
              ['version', {}, 'text', '4.0'],
              ['fn', {}, 'text', 'Tucows'],
            ],
          ],
        },
        { roles: ['registrant'], handle: 'C-INES' },
      ],
      links: [
        ...self('domain/mine.com'),
        { rel: 'related', href: 'https://rdap.hover.example/domain/mine.com', type: 'application/rdap+json' },
      ],
      notices: [{ title: 'Simulated' }, { title: 'Status codes' }],
    });
  });

  // biome-ignore format: a table reads down its columns
  test.each<[string, Partial<Registration>, object]>([
    ['name servers elsewhere, without addresses', {}, { nameservers: [{ objectClassName: 'nameserver', ldhName: 'ns1.hover.com', links: self('nameserver/ns1.hover.com') }, { objectClassName: 'nameserver', ldhName: 'ns2.hover.com', links: self('nameserver/ns2.hover.com') }] }],
    ['host objects, with theirs',   { nameServers: [name('ns.mine.com')], hosts: [{ name: name('ns.mine.com'), addresses: ['192.0.2.1', '2001:db8::1'] }] }, { nameservers: [{ objectClassName: 'nameserver', ldhName: 'ns.mine.com', ipAddresses: { v4: ['192.0.2.1'], v6: ['2001:db8::1'] }, links: self('nameserver/ns.mine.com') }] }],
    ['no DS',                       {}, { secureDNS: { delegationSigned: false } }],
    ['a DS',                        { ds: [DS] }, { secureDNS: { delegationSigned: true, dsData: [{ keyTag: 55019, algorithm: 13, digestType: 2, digest: 'BA4A' }] } }],
    ['nothing set and nothing due', { statuses: [], periods: [] }, { status: ['active'] }],
    ['a hold, and no name servers', { nameServers: [], periods: [], suspensions: [{ because: 'unverified', means: 'hold' }] }, { status: ['client transfer prohibited', 'client hold', 'inactive'] }],
  ])('%s', (_, change, members) => {
    const all = record(change) as Record<string, unknown>;
    for (const [member, value] of Object.entries(members)) expect(all[member]).toEqual(value);
  });

  test('a move to another registrar is an event', () => {
    const events = (record({ movedAt: instant(plain.createdAt + 2 * DAY) }) as { events: object[] }).events;
    expect(events).toContainEqual({ eventAction: 'transfer', eventDate: '2026-03-04T09:00:00Z' });
  });
});

test('what nobody has registered is not found, with the members of an error', () => {
  const said = rdapNotFound(name('nobody.com'));
  expect(said).toMatchObject({
    errorCode: 404,
    title: 'Not Found',
    description: [expect.stringContaining('nobody.com')],
  });
  const allowed = ['rdapConformance', 'notices', 'lang', 'errorCode', 'title', 'description'];
  expect(allowed).toEqual(expect.arrayContaining(Object.keys(said)));
});
