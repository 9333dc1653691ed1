import { expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import { isOfType } from '../../src/dns/record.ts';
import type { Action } from '../../src/world/action.ts';
import { ask, askNameServer, cacheOf } from '../../src/world/ask.ts';
import type { World } from '../../src/world/world.ts';
import * as world from '../support/world.ts';
import {
  addRecord,
  anAddress,
  aWorld,
  by,
  copyNameServers,
  createZone,
  played,
  refusalOf,
  register,
} from '../support/world.ts';

const DOMAIN = 'mine.com';
const WWW = name('www.mine.com');
const privateZone = (network = 'vpc', host = 'route53') =>
  ({ kind: 'create-zone', origin: name(DOMAIN), host, network }) as const;
const onZone = (kind: 'associate-network' | 'disassociate-network', network: string, id: string): Action => ({
  ...{ kind, origin: name(DOMAIN), host: 'route53', network, id },
});
const recordIn = (id: string, owner: string, address: string) =>
  ({ ...addRecord(DOMAIN, 'route53', owner, anAddress(address)), id }) as ReturnType<typeof addRecord>;

/** A public zone, delegated to, and a private one of the same name with another address; Z1 and Z2. */
const split = played(
  aWorld(),
  register(DOMAIN, 'gandi'),
  createZone(DOMAIN, 'route53'),
  recordIn('Z2', 'www.mine.com', '203.0.113.1'),
  recordIn('Z2', 'shop.mine.com', '203.0.113.2'),
  copyNameServers(DOMAIN, 'route53'),
  privateZone(),
  recordIn('Z3', 'www.mine.com', '10.0.0.1'),
);
const addresses = (at: World, qname: string, resolver: string): unknown => {
  const { answer, rcode } = ask(at, { qname: name(qname), qtype: 'A' }, resolver);
  const found = answer.filter((set) => isOfType(set, 'A')).flatMap(({ rdata }) => rdata.map(({ address }) => address));
  return found.length > 0 ? found : rcode;
};

// biome-ignore format: a table reads down its columns
test.each([
  ['the public zone, outside',                  'www.mine.com',   'resolver',      ['203.0.113.1']],
  ['the private zone, inside',                  'www.mine.com',   'inside',        ['10.0.0.1']],
  ['what only the public zone has, outside',    'shop.mine.com',  'resolver',      ['203.0.113.2']],
  ['the same inside: no fall-through',          'shop.mine.com',  'inside',        'NXDOMAIN'],
  ['the public zone, in a network without one', 'shop.mine.com',  'inside-office', ['203.0.113.2']],
  ['a name of another domain, inside',          'ns1.hover.com',  'inside',        addresses(split, 'ns1.hover.com', 'resolver')],
] as const)('%s', (_, qname, resolver, answer) => {
  expect(addresses(split, qname, resolver)).toEqual(answer);
});

test('the four reserved servers are named by every private zone, and answer nobody outside', () => {
  const zone = split.hostedZones.get('Z3')!;
  expect(zone.nameServers.toSorted()).toEqual([
    'ns-0.awsdns-00.com.',
    'ns-1024.awsdns-00.org.',
    'ns-1536.awsdns-00.co.uk.',
    'ns-512.awsdns-00.net.',
  ]);
  for (const server of zone.nameServers) {
    expect(askNameServer(split, server, { qname: WWW, qtype: 'A' })).toMatchObject({ rcode: 'REFUSED' });
    expect(ask(split, { qname: server, qtype: 'A' }).answer).toHaveLength(1);
  }
});

test('delegated to, a private zone answers nobody: its servers refuse', () => {
  const misled = played(split, copyNameServers(DOMAIN, 'route53', 'Z3'));
  expect(addresses({ ...misled, caches: new Map() }, 'www.mine.com', 'resolver')).toBe('SERVFAIL');
  expect(addresses(misled, 'www.mine.com', 'inside')).toEqual(['10.0.0.1']);
});

test('a network that is associated sees the zone at once, and no longer once it is not', () => {
  const cached = played(split, { kind: 'ask', question: { qname: WWW, qtype: 'A' }, resolver: 'inside-lab' });
  const joined = played(cached, onZone('associate-network', 'lab', 'Z3'));
  expect(addresses(joined, 'www.mine.com', 'inside-lab')).toEqual(['10.0.0.1']);
  const asked = played(joined, { kind: 'ask', question: { qname: WWW, qtype: 'A' }, resolver: 'inside-lab' });
  expect(addresses(played(asked, onZone('disassociate-network', 'lab', 'Z3')), 'www.mine.com', 'inside-lab')).toEqual([
    '203.0.113.1',
  ]);
});

test('the resolver inside keeps other names as any other does, and nothing of the private ones', () => {
  const asked = by('Ines', split, { kind: 'ask', question: { qname: WWW, qtype: 'A' }, resolver: 'inside' });
  expect(cacheOf(asked, 'inside').entries.size).toBe(0);
  const elsewhere = { qname: name('ns1.hover.com'), qtype: 'A' } as const;
  const more = by('Ines', asked, { kind: 'ask', question: elsewhere, resolver: 'inside' });
  expect(ask(more, elsewhere, 'inside').steps).toMatchObject([{ kind: 'cache-hit' }]);
});

test('a private zone costs what a public one does', () => {
  const later = played(played(aWorld(), privateZone()), world.wait(24 * 3_600_000));
  expect(world.payments(later)).toEqual(['03-02T21:00 Ines > route53 50 zone']);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a host that has none',            privateZone('vpc', 'cloudflare'), { reason: 'no-private-zones' }],
  ['a second one in one network',     privateZone(),                                    { reason: 'network-taken', id: 'Z3' }],
  ['a public one in a network',       onZone('associate-network', 'vpc', 'Z2'),         { reason: 'not-private', id: 'Z2' }],
  ['the same network again',          onZone('associate-network', 'vpc', 'Z3'),         { reason: 'network-taken', id: 'Z3' }],
  ['a network that does not see it',  onZone('disassociate-network', 'lab', 'Z3'),      { reason: 'not-associated', networks: ['vpc'] }],
  ['its last network',                onZone('disassociate-network', 'vpc', 'Z3'),      { reason: 'last-network' }],
  ['a zone that is not there',        onZone('associate-network', 'lab', 'Z9'),         { reason: 'no-such-hosted-zone' }],
] as const)('refused: %s', (_, action, refusal) => {
  expect(refusalOf(split, action)).toMatchObject(refusal);
});

test('one network may see several private zones, and several networks one of each name', () => {
  const two = played(split, privateZone('office'), { ...privateZone(), origin: name('sub.mine.com') });
  expect(addresses(two, 'a.sub.mine.com', 'inside')).toBe('NXDOMAIN');
  expect(addresses(two, 'www.mine.com', 'inside-office')).toBe('NXDOMAIN');
  expect(addresses(two, 'www.mine.com', 'inside')).toEqual(['10.0.0.1']);
});
