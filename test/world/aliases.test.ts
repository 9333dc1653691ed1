import { expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import { isOfType } from '../../src/dns/record.ts';
import type { Action } from '../../src/world/action.ts';
import { ask, FRESH_RESOLVER, FRESH_VALIDATING_RESOLVER } from '../../src/world/ask.ts';
import type { World } from '../../src/world/world.ts';
import {
  addRecord,
  anAddress,
  aWorld,
  copyNameServers,
  createZone,
  deleteZone,
  played,
  refusalOf,
  register,
} from '../support/world.ts';

const DOMAIN = 'mine.com';
const put = (host: string, owner: string, target: string): Action => ({
  ...{ kind: 'put-alias', origin: name(DOMAIN), host, owner: name(owner), target: name(target) },
});
const remove = (host: string, owner: string): Action => ({
  kind: 'remove-alias',
  origin: name(DOMAIN),
  host,
  owner: name(owner),
});
const record = (host: string, owner: string, address: string, ttl?: number) =>
  addRecord(DOMAIN, host, owner, anAddress(address), ttl);
const cname = (host: string, owner: string, target: string) =>
  addRecord(DOMAIN, host, owner, { type: 'CNAME', target: name(target) });

/** A domain at Gandi with a zone at a host that it is delegated to. */
const at = (host: string, ...actions: readonly Action[]): World =>
  played(aWorld(), register(DOMAIN, 'gandi'), createZone(DOMAIN, host), copyNameServers(DOMAIN, host), ...actions);

/** `TTL address` of each address in an answer, or the code where there is none. */
function answer(world: World, qname: string, resolver = FRESH_RESOLVER): unknown {
  const { answer: sets, rcode } = ask(world, { qname: name(qname), qtype: 'A' }, resolver);
  const found = sets
    .filter((set) => isOfType(set, 'A'))
    .flatMap(({ ttl, rdata }) => rdata.map(({ address }) => `${ttl} ${address}`));
  return found.length > 0 ? found : rcode;
}
const WWW = record('route53', 'www.mine.com', '203.0.113.1', 60);
const aliased = at('route53', WWW, put('route53', DOMAIN, 'www.mine.com'));

test('the apex is answered with the addresses of the target, for as long as these may be kept', () => {
  expect(answer(aliased, DOMAIN)).toEqual(['60 203.0.113.1']);
  const { answer: sets } = ask(aliased, { qname: name(DOMAIN), qtype: 'A' }, FRESH_RESOLVER);
  expect(sets.map(({ owner, rdata }) => [owner, rdata[0]?.type])).toEqual([['mine.com.', 'A']]);
});

test('the apex keeps its SOA and NS records beside it', () => {
  for (const qtype of ['SOA', 'NS'] as const) {
    expect(ask(aliased, { qname: name(DOMAIN), qtype }, FRESH_RESOLVER).answer).toHaveLength(1);
  }
});

test('a change of the target is answered at once', () => {
  const moved = played(aliased, {
    ...record('route53', 'www.mine.com', '203.0.113.2'),
    request: { action: 'change', owner: name('www.mine.com'), rdata: anAddress('203.0.113.2') },
  } as Action);
  expect(answer(moved, DOMAIN)).toEqual(['60 203.0.113.2']);
});

test('without its target the name is there and has no address', () => {
  const none = at('route53', put('route53', 'a.mine.com', 'nothing.mine.com'));
  expect(answer(none, 'a.mine.com')).toBe('NOERROR');
  expect(answer(none, 'b.mine.com')).toBe('NXDOMAIN');
});

test('an alias may lead to an alias, and a circle of them ends', () => {
  const two = at('route53', WWW, put('route53', 'a.mine.com', 'www.mine.com'), put('route53', DOMAIN, 'a.mine.com'));
  expect(answer(two, DOMAIN)).toEqual(['60 203.0.113.1']);
  const circle = at('route53', put('route53', 'a.mine.com', 'b.mine.com'), put('route53', 'b.mine.com', 'a.mine.com'));
  expect(answer(circle, 'a.mine.com')).toBe('NOERROR');
});

test('a target at another host is looked up there, along its own alias, and has the lowest TTL on the way', () => {
  const other = played(
    at('dnsimple', put('dnsimple', DOMAIN, 'www.other.com')),
    register('other.com', 'hover'),
    addRecord('other.com', 'hover', 'cdn.other.com', anAddress('203.0.113.9'), 120),
    {
      ...addRecord('other.com', 'hover', 'www.other.com', { type: 'CNAME', target: name('cdn.other.com') }),
      request: { action: 'remove', owner: name('www.other.com'), type: 'A' },
    } as Action,
    addRecord('other.com', 'hover', 'www.other.com', { type: 'CNAME', target: name('cdn.other.com') }, 30),
  );
  expect(answer(other, DOMAIN)).toEqual(['30 203.0.113.9']);
});

test('a host that flattens takes a CNAME at the apex for an alias', () => {
  const flat = at(
    'cloudflare',
    record('cloudflare', 'www.mine.com', '203.0.113.1'),
    cname('cloudflare', DOMAIN, 'www.mine.com'),
  );
  expect(answer(flat, DOMAIN)).toEqual(['300 203.0.113.1']);
  expect(ask(flat, { qname: name(DOMAIN), qtype: 'CNAME' }, FRESH_RESOLVER).answer).toEqual([]);
  const gone = played(flat, {
    ...cname('cloudflare', DOMAIN, 'x.com'),
    request: { action: 'remove', owner: name(DOMAIN), type: 'CNAME' },
  } as Action);
  expect(answer(gone, DOMAIN)).toBe('NOERROR');
});

test('what an alias answers is signed like any record', () => {
  const signed = played(
    aliased,
    { kind: 'sign-zone', origin: name(DOMAIN), host: 'route53' },
    { kind: 'copy-ds', domain: name(DOMAIN), host: 'route53' },
  );
  expect(ask(signed, { qname: name(DOMAIN), qtype: 'A' }, FRESH_VALIDATING_RESOLVER)).toMatchObject({
    rcode: 'NOERROR',
    security: 'secure',
  });
});

test('inside a network an alias of its private zone is answered too', () => {
  const zone = { origin: name(DOMAIN), host: 'route53' };
  const inside = played(
    aWorld(),
    { kind: 'create-zone', ...zone, network: 'vpc' },
    record('route53', 'www.mine.com', '10.0.0.1', 60),
    put('route53', DOMAIN, 'www.mine.com'),
  );
  expect(answer(inside, DOMAIN, 'inside')).toEqual(['60 10.0.0.1']);
});

test('removed, it answers no more', () => {
  expect(answer(played(aliased, remove('route53', DOMAIN)), DOMAIN)).toBe('NOERROR');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a host without aliases',        at('route53'),            { ...put('hover', DOMAIN, 'www.mine.com'), origin: name(DOMAIN) }, 'no-such-hosted-zone'],
  ['a target outside the zone',     aliased,                  put('route53', 'a.mine.com', 'www.other.com'),    'alias-target-elsewhere'],
  ['a name outside the zone',       aliased,                  put('route53', 'www.other.com', 'www.mine.com'),  'alias-outside-zone'],
  ['the name itself',               aliased,                  put('route53', DOMAIN, DOMAIN),                   'alias-to-itself'],
  ['a name that has addresses',     aliased,                  put('route53', 'www.mine.com', DOMAIN),           'alias-beside-data'],
  ['addresses beside it',           aliased,                  record('route53', DOMAIN, '203.0.113.5'),         'alias-in-the-way'],
  ['a CNAME at the apex',           aliased,                  cname('dnsimple', DOMAIN, 'www.mine.com'),        'no-such-hosted-zone'],
  ['a CNAME at the apex there',     at('dnsimple'),           cname('dnsimple', DOMAIN, 'www.mine.com'),        'cname-at-apex'],
  ['taking away what is not there', aliased,                  remove('route53', 'www.mine.com'),                'no-such-alias'],
  ['deleting the zone that has one', at('dnsimple', put('dnsimple', DOMAIN, 'www.mine.com')), deleteZone(DOMAIN, 'dnsimple'), 'zone-not-empty'],
] as const)('refused: %s', (_, world, action, reason) => {
  expect(refusalOf(world, action as Action)).toMatchObject({ reason });
});

test('a host without aliases says so', () => {
  const parked = played(aWorld(), register(DOMAIN, 'hover'));
  expect(refusalOf(parked, put('hover', 'a.mine.com', 'www.mine.com'))).toMatchObject({ reason: 'no-aliases' });
});
