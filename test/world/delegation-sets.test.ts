import { expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import type { Action } from '../../src/world/action.ts';
import { ask, FRESH_RESOLVER } from '../../src/world/ask.ts';
import type { World } from '../../src/world/world.ts';
import {
  addRecord,
  anAddress,
  aWorld,
  catalogue,
  copyNameServers,
  deleteZone,
  played,
  refusalOf,
  register,
} from '../support/world.ts';

const zone = (
  origin: string,
  delegationSet?: string,
  host = 'route53',
  more: { account?: string; network?: string } = {},
): Action => ({
  ...{ kind: 'create-zone', origin: name(origin), host, ...more },
  ...(delegationSet === undefined ? {} : { delegationSet }),
});
const reuse = (origin: string, host = 'route53'): Action => ({
  kind: 'reuse-name-servers',
  origin: name(origin),
  host,
});
const serversOf = (world: World, id: string) => world.hostedZones.get(id)?.nameServers;

const first = played(aWorld(), zone('mine.com', 'new'));
const two = played(first, zone('other.com', 'N1'));

test('a set that is made for a zone serves further zones too', () => {
  expect(serversOf(two, 'Z2')).toEqual(serversOf(two, 'Z1'));
  expect(two.delegationSets?.get('N1')).toMatchObject({
    host: 'route53',
    customer: 'Ines',
    nameServers: serversOf(two, 'Z1'),
  });
});

test('both are answered on the same servers', () => {
  const live = played(
    two,
    register('mine.com', 'gandi'),
    register('other.com', 'gandi'),
    copyNameServers('mine.com', 'route53'),
    copyNameServers('other.com', 'route53'),
    addRecord('mine.com', 'route53', 'www.mine.com', anAddress('203.0.113.1')),
    addRecord('other.com', 'route53', 'www.other.com', anAddress('203.0.113.2')),
  );
  for (const [qname, address] of [
    ['www.mine.com', '203.0.113.1'],
    ['www.other.com', '203.0.113.2'],
  ] as const) {
    expect(ask(live, { qname: name(qname), qtype: 'A' }, FRESH_RESOLVER).answer).toMatchObject([
      { rdata: [{ address }] },
    ]);
  }
});

test("a zone's own servers become a set, and a zone that is made again has them again", () => {
  const kept = played(aWorld(), zone('mine.com'), reuse('mine.com'));
  const before = serversOf(kept, 'Z1');
  const again = played(kept, deleteZone('mine.com', 'route53'), zone('mine.com', 'N1'));
  expect(serversOf(again, 'Z2')).toEqual(before);
});

test('no other zone draws the servers of a set', () => {
  const set = new Set(first.delegationSets?.get('N1')?.nameServers);
  const empty = played(first, deleteZone('mine.com', 'route53'));
  for (let seed = 0; seed < 30; seed++) {
    const more = played({ ...empty, history: empty.history.slice(0, seed % 2) }, zone(`a${seed}.com`));
    const [made] = [...more.hostedZones.values()];
    expect(made?.nameServers.some((server) => set.has(server))).toBe(false);
  }
});

const route53 = catalogue.hosts.get('route53')!;
const small: World = {
  ...aWorld(),
  catalogue: {
    ...catalogue,
    hosts: new Map([
      ...catalogue.hosts,
      ['route53', { ...route53, most: { ...route53.most, delegationSets: 1, zonesOnSet: 1 } }],
    ]),
  },
};

// biome-ignore format: a table reads down its columns
test.each([
  ['a host without any',               aWorld(), zone('mine.com', 'new', 'cloudflare'),          { reason: 'no-delegation-sets' }],
  ['a set that is not there',          first,    zone('other.com', 'N9'),                        { reason: 'no-such-set', sets: ['N1'] }],
  ['the set of another account',       first,    zone('other.com', 'N1', 'route53', { account: 'work' }), { reason: 'no-such-set', sets: [] }],
  ['a private zone',                   first,    zone('other.com', 'N1', 'route53', { network: 'vpc' }), { reason: 'set-for-private' }],
  ['a second zone of the name',        first,    zone('mine.com', 'N1'),                         { reason: 'set-conflict', zone: 'Z1' }],
  ['a zone below one that is there',   first,    zone('sub.mine.com', 'N1'),                     { reason: 'set-conflict', zone: 'Z1', other: 'mine.com.' }],
  ['the servers of a set once more',   first,    reuse('mine.com'),                              { reason: 'set-exists', set: 'N1' }],
  ['one set too many',                 played(small, zone('a.com', 'new')), zone('b.com', 'new'), { reason: 'set-quota', most: 1 }],
  ['one zone too many',                played(small, zone('a.com', 'new')), zone('b.com', 'N1'), { reason: 'set-full', most: 1 }],
] as const)('refused: %s', (_, world, action, refusal) => {
  expect(refusalOf(world, action)).toMatchObject(refusal);
});

test('name servers of the own domain, on the addresses of a set, answer for both zones', () => {
  const servers = first.delegationSets?.get('N1')?.nameServers ?? [];
  const vanity = servers.map((server, place) => ({
    owner: `ns${place + 1}.mine.com`,
    address: first.addresses.get(server)!,
  }));
  const ns = (origin: string): Action => ({
    kind: 'set-name-servers',
    domain: name(origin),
    nameServers: vanity.map(({ owner }) => name(owner)),
  });
  const world = played(
    two,
    register('mine.com', 'gandi'),
    register('other.com', 'gandi'),
    ...vanity.map(({ owner, address }) => addRecord('mine.com', 'route53', owner, anAddress(address))),
    ...vanity.map(
      ({ owner, address }): Action => ({
        kind: 'put-host',
        domain: name('mine.com'),
        host: name(owner),
        addresses: [address],
      }),
    ),
    ns('mine.com'),
    ns('other.com'),
    addRecord('other.com', 'route53', 'www.other.com', anAddress('203.0.113.2')),
  );
  expect(ask(world, { qname: name('www.other.com'), qtype: 'A' }, FRESH_RESOLVER).answer).toMatchObject([
    { rdata: [{ address: '203.0.113.2' }] },
  ]);
});
