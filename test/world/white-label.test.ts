import { describe, expect, test } from 'vitest';
import { HOUR } from '../../src/base/time.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { name } from '../../src/dns/name.ts';
import type { Action } from '../../src/world/action.ts';
import { ask, FRESH_RESOLVER } from '../../src/world/ask.ts';
import { newWorld, START, type World } from '../../src/world/world.ts';
import {
  addRecord,
  anAddress,
  aWorld,
  catalogue,
  copyNameServers,
  createZone,
  played,
  refusalOf,
  register,
  setNameServers,
  wait,
  zoneAt,
} from '../support/world.ts';

const DOMAIN = name('mine.com');
const OWN = [1, 2, 3, 4].map((number) => name(`ns${number}.mine.com`));
const label = (host = 'route53', account?: string): Action => ({
  ...{ kind: 'white-label', origin: DOMAIN, host },
  ...(account === undefined ? {} : { account }),
});
const begun = (start: World = aWorld()): World =>
  played(
    start,
    register('mine.com', 'gandi'),
    createZone('mine.com', 'route53'),
    addRecord('mine.com', 'route53', 'www.mine.com', anAddress('203.0.113.7')),
    copyNameServers('mine.com', 'route53'),
  );
const before = begun();
const after = played(before, label());
const namesIn = (world: World) => world.registrations.get(DOMAIN);

describe('name servers under the own name, in one go', () => {
  test('are set at the host and at the registrar: set, addresses, glue, NS, SOA, delegation', () => {
    expect(namesIn(after)?.nameServers).toEqual(OWN);
    expect(namesIn(after)?.hosts?.map((host) => host.name)).toEqual(OWN);
    const { zone, delegationSet, nameServers } = zoneAt(after, 'route53', 'mine.com');
    expect(delegationSet).toBe('N1');
    const apex = zone.nodes.get(DOMAIN);
    expect(apex?.NS?.rdata.map(({ nameServer }) => nameServer)).toEqual(OWN);
    expect(apex?.SOA?.rdata[0]?.mname).toBe(OWN[0]);
    for (const [place, server] of OWN.entries()) {
      const address = after.addresses.get(nameServers[place]!);
      expect(zone.nodes.get(server)?.A?.rdata).toEqual([{ type: 'A', address }]);
    }
  });

  test('lead to the same answers, and nothing is wrong', () => {
    expect(ask(after, { qname: name('www.mine.com'), qtype: 'A' }, FRESH_RESOLVER).answer).toMatchObject([
      { rdata: [{ address: '203.0.113.7' }] },
    ]);
    expect(diagnose(after, DOMAIN).verdict).toBe('fine');
  });

  test('in life take the time that host and registry take, and are right from then on', () => {
    const start: World = { ...newWorld(catalogue, START, 'as-in-life'), hostPace: 'as-in-life' };
    const world = played(played(begun(start), wait(HOUR)), label(), wait(HOUR));
    expect(namesIn(world)?.published?.nameServers).toEqual(OWN);
    expect(ask(world, { qname: name('www.mine.com'), qtype: 'A' }, FRESH_RESOLVER).outcome).toBe('answer');
  });

  test('take up what somebody has done of it already, step by step', () => {
    const address = before.addresses.get(zoneAt(before, 'route53', 'mine.com').nameServers[0]!)!;
    const some = played(
      before,
      { kind: 'reuse-name-servers', origin: DOMAIN, host: 'route53' },
      addRecord('mine.com', 'route53', 'ns1.mine.com', anAddress(address)),
      { kind: 'put-host', domain: DOMAIN, host: OWN[0]!, addresses: [address] },
    );
    expect(namesIn(played(some, label()))?.nameServers).toEqual(OWN);
  });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['that is done',                  after,                                                          label(),          { reason: 'unchanged' }],
  ['with no zone there',            before,                                                         label('cloudflare'), { reason: 'no-such-hosted-zone' }],
  ['at a host that keeps no servers for a customer', played(before, createZone('mine.com', 'cloudflare')), label('cloudflare'), { reason: 'no-delegation-sets' }],
  ['of a domain that nobody holds', played(aWorld(), createZone('mine.com', 'route53')),            label(),          { reason: 'not-registered' }],
  ['where the registrar takes no other servers', played(aWorld(), register('mine.com', 'cloudflare'), createZone('mine.com', 'route53')), label(), { reason: 'name-servers-not-settable' }],
] as const)('refused as a whole %s', (_, world, action, refusal) => {
  expect(refusalOf(world, action)).toMatchObject(refusal);
});

test('a zone of one person under the domain of another is refused', () => {
  const world = played(aWorld(), createZone('mine.com', 'route53'));
  const held = {
    ...world,
    registrations: new Map(before.registrations).set(DOMAIN, { ...namesIn(before)!, registrant: 'Ravi' }),
  };
  expect(refusalOf(held, label())).toMatchObject({ reason: 'not-your-domain' });
  expect(refusalOf(before, setNameServers('mine.com', ...OWN))).toMatchObject({ reason: 'needs-glue' });
});
