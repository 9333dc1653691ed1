import { describe, expect, test } from 'vitest';
import { isAtOrBelow, type Name, name } from '../../src/dns/name.ts';
import type { TraceStep } from '../../src/dns/resolver/resolution.ts';
import { ARCHITECTURES, STAGES } from '../../src/scenario/architecture.ts';
import { makeScenario, type Scenario } from '../../src/scenario/scenario.ts';
import { askNameServer, ask as resolve } from '../../src/world/ask.ts';
import { industryOf } from '../../src/world/industry.ts';
import { internetOf, nameServerAddress, nameServerAt } from '../../src/world/internet.ts';
import { makeStandingZones } from '../../src/world/standing-zones.ts';
import type { World } from '../../src/world/world.ts';
import {
  addRecord,
  anAddress,
  ask,
  aWorld,
  catalogue,
  copyNameServers,
  createZone,
  played,
  register,
  wait,
} from '../support/world.ts';

const forgetful = (world: World): World => ({ ...world, caches: new Map() });
const find = (world: World, qname: string, qtype: 'A' | 'NS' | 'SOA' = 'A') =>
  resolve(forgetful(world), { qname: name(qname), qtype });
const zonesAsked = (steps: readonly TraceStep[]): Name[] =>
  steps.flatMap((step) => (step.kind === 'asked' && step.depth === 0 ? [step.query.zone] : []));

// biome-ignore format: a table reads down its columns
test.each([
  ['com',   'hover', ['.', 'com.', 'mine.com.']],
  ['net',   'hover', ['.', 'net.', 'mine.net.']],
  ['org',   'hover', ['.', 'org.', 'mine.org.']],
  ['uk',    'hover', ['.', 'uk.', 'mine.uk.']],
  // The same servers hold uk and co.uk, and refer straight to the domain.
  ['co.uk', 'hover', ['.', 'uk.', 'mine.co.uk.']],
  ['io',    'hover', ['.', 'io.', 'mine.io.']],
  ['dev',   'hover', ['.', 'dev.', 'mine.dev.']],
  ['com',   'route53', ['.', 'com.', 'mine.com.']],
  ['co.uk', 'route53', ['.', 'uk.', 'mine.co.uk.']],
])('a resolver walks from the root to a domain in %s at %s', (suffix, registrar, walked) => {
  const world = played(aWorld(), register(`mine.${suffix}`, registrar));
  const found = find(world, `mine.${suffix}`, 'SOA');
  expect(found.outcome).toBe('answer');
  expect(zonesAsked(found.steps)).toEqual(walked);
});

test('every name server that a world names has an address that a resolver finds', () => {
  const world = played(
    aWorld(),
    register('mine.com', 'route53'),
    createZone('mine.com', 'cloudflare'),
    createZone('x.io', 'route53'),
  );
  const servers = [...world.addresses.keys(), ...industryOf(catalogue).addresses.keys()];
  const fixed = [...catalogue.hosts.values()].flatMap(({ nameServers }) =>
    nameServers.kind === 'fixed' ? nameServers.names : [],
  );
  for (const server of [...servers, ...fixed]) {
    const found = find(world, server);
    const addresses = found.answer.flatMap(({ rdata }) =>
      rdata.map((data) => (data.type === 'A' ? data.address : data.type)),
    );
    expect(addresses, server).toEqual([nameServerAddress(world, server)]);
  }
});

test('addresses are documentation addresses, and no two servers of customers or operators share one', () => {
  const world = played(
    aWorld(),
    ...Array.from({ length: 20 }, (_, place) => createZone(`mine${place}.com`, 'route53')),
  );
  const allotted = [...world.addresses.values()];
  expect(new Set(allotted).size).toBe(80);
  for (const address of allotted) expect(address).toMatch(/^198\.51\.100\.\d+$/);
  const operators = [...new Set(industryOf(catalogue).addresses.values())];
  for (const address of operators) expect(address).toMatch(/^192\.0\.2\.(?!25[0-9])\d+$/);
});

test('when the IPv4 addresses are used up, servers have IPv6 ones and answer there', () => {
  const world = played(
    aWorld(),
    ...Array.from({ length: 70 }, (_, place) => createZone(`mine${place}.com`, 'route53')),
  );
  const last = [...world.hostedZones.values()].at(-1)!;
  const address = nameServerAddress(world, last.nameServers[0]!);
  expect(address).toMatch(/^2001:db8:53::[0-9a-f]+$/);
  expect(find(world, last.nameServers[0]!).outcome).toBe('nodata');
  expect(askNameServer(world, last.nameServers[0]!, { qname: last.zone.origin, qtype: 'SOA' })).toMatchObject({
    aa: true,
  });
});

test('a name server is known by its address', () => {
  const world = played(aWorld(), register('mine.com', 'route53'));
  for (const server of world.addresses.keys()) {
    expect(nameServerAt(world, nameServerAddress(world, server) ?? '')).toBe(server);
  }
  expect(nameServerAt(world, '192.0.2.250')).toBeUndefined();
});

test('the servers of the suffix answer with what the registry published, no more and no less', () => {
  const world = played(aWorld(), register('mine.com', 'hover'), createZone('mine.com', 'route53'));
  const delegation = (at: World) => {
    const reply = askNameServer(at, name('a.gtld-servers.net'), { qname: name('mine.com'), qtype: 'A' });
    if (!reply || reply === 'timeout') throw new Error('no reply');
    const servers = reply.authority.flatMap(({ rdata }) =>
      rdata.flatMap((data) => (data.type === 'NS' ? [data.nameServer] : [])),
    );
    return { aa: reply.aa, ttl: reply.authority[0]?.ttl, servers, glue: reply.additional.map(({ owner }) => owner) };
  };
  // Only servers in com are named in its zone; the address of another is the business of its own suffix.
  expect(delegation(world)).toEqual({
    aa: false,
    ttl: 172_800,
    servers: ['ns1.hover.com.', 'ns2.hover.com.'],
    glue: ['ns1.hover.com.', 'ns2.hover.com.'],
  });
  const moved = played(world, copyNameServers('mine.com', 'route53'));
  const published = moved.history.findLast((event) => event.kind === 'delegation-published');
  expect(published?.nameServers).toHaveLength(4);
  expect(delegation(moved).servers).toEqual(published?.nameServers);
  expect(delegation(moved).glue).toEqual(published?.nameServers.filter((server) => server.endsWith('.com.')));
});

describe('a server that does not have a zone', () => {
  const world = played(aWorld(), register('mine.com', 'hover'), createZone('other.com', 'route53'));
  const soaOf = (server: string, qname: string) =>
    askNameServer(world, name(server), { qname: name(qname), qtype: 'SOA' });

  test('refuses', () => {
    const [server = ''] = [...world.addresses.keys()];
    expect(soaOf(server, 'mine.com')).toMatchObject({ rcode: 'REFUSED' });
    expect(soaOf(server, 'other.com')).toMatchObject({ rcode: 'NOERROR', aa: true });
  });

  test('and that stands nowhere is not asked', () => {
    expect(soaOf('ns1.nowhere.net', 'mine.com')).toBeUndefined();
  });
});

test('a deleted zone leaves its servers refusing, and the domain dark', () => {
  const world = played(aWorld(), register('mine.com', 'route53'), {
    kind: 'delete-zone',
    origin: name('mine.com'),
    host: 'route53',
  });
  expect(find(world, 'mine.com', 'SOA')).toMatchObject({
    outcome: 'failure',
    rcode: 'SERVFAIL',
    reason: 'no-usable-server',
  });
});

test('a domain that nobody registered does not exist, says its suffix', () => {
  const found = find(played(aWorld(), createZone('mine.com', 'route53')), 'www.mine.com');
  expect(found.outcome).toBe('nxdomain');
  expect(zonesAsked(found.steps)).toEqual(['.', 'com.']);
});

test('one Internet serves a world until its zones or delegations change', () => {
  const world = played(aWorld(), register('mine.com', 'hover'));
  expect(internetOf(played(world, wait(1000), ask('mine.com')))).toBe(internetOf(world));
  expect(internetOf(played(world, createZone('mine.com', 'route53')))).not.toBe(internetOf(world));
  const hosted = played(world, createZone('mine.com', 'route53'));
  expect(internetOf(played(hosted, copyNameServers('mine.com', 'route53')))).not.toBe(internetOf(hosted));
});

test('worlds of one catalogue do not leak into each other', () => {
  const mine = played(
    aWorld(),
    register('mine.com', 'route53'),
    addRecord('mine.com', 'route53', 'mine.com', anAddress('203.0.113.5')),
  );
  expect(find(mine, 'mine.com').outcome).toBe('answer');
  expect(find(aWorld(), 'mine.com').outcome).toBe('nxdomain');
});

test('no zone holds anything outside itself', () => {
  const { servers } = internetOf(played(aWorld(), register('mine.com', 'route53'), register('mine.io', 'hover')));
  for (const zone of [...servers.values()].flatMap(({ zones }) => [...zones.values()])) {
    for (const owner of zone.nodes.keys())
      expect(isAtOrBelow(owner, zone.origin), `${owner} in ${zone.origin}`).toBe(true);
  }
});

test('a suffix is delegated by the nearest suffix above it, though a label stands between', () => {
  const uk = catalogue.tlds.get(name('uk'))!;
  const deep = { ...uk, suffix: name('school.county.uk') };
  const zones = makeStandingZones({ ...catalogue, tlds: new Map([...catalogue.tlds, [deep.suffix, deep]]) });
  const delegating = [...zones.values()].filter(
    ({ zone }) => zone.origin !== deep.suffix && zone.nodes.get(deep.suffix)?.NS,
  );
  expect(delegating.map(({ zone }) => zone.origin)).toEqual(['uk.']);
});

describe.each(ARCHITECTURES)('in every scenario of %s', (architecture) => {
  test.each(STAGES)('told to "%s", the resolver walks to the host that the delegation leads to', (stage) => {
    for (let seed = 0; seed < 30; seed++) walk(makeScenario(catalogue, { architecture, stage, seed }));
  });
});

function walk({ world, cast, recipe }: Scenario): void {
  const where = `${recipe.architecture} ${recipe.stage} ${recipe.seed}`;
  const delegated = world.registrations.get(cast.domain)?.nameServers ?? [];
  const { outcome, steps } = find(world, cast.domain, 'SOA');
  expect(outcome, where).toBe('answer');
  const walked = zonesAsked(steps);
  expect([walked[0], walked.at(-1)], where).toEqual(['.', cast.domain]);
  const last = steps.findLast((step) => step.kind === 'asked' && step.depth === 0);
  expect(last?.kind === 'asked' && delegated.includes(last.query.server), where).toBe(true);
  expect(
    steps.filter(({ kind }) => kind === 'timeout' || kind === 'gave-up'),
    where,
  ).toEqual([]);
  for (const server of delegated) {
    const reply = askNameServer(world, server, { qname: cast.domain, qtype: 'SOA' });
    expect(reply, `${where} ${server}`).toMatchObject({ rcode: 'NOERROR', aa: true });
    expect(find(world, server).outcome, `${where} ${server}`).toBe('answer');
  }
}
