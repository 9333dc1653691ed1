import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { DAY, HOUR } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import type { Rdata } from '../../src/dns/record.ts';
import { type Action, decide } from '../../src/world/action.ts';
import { replay } from '../../src/world/apply.ts';
import { askNameServer } from '../../src/world/ask.ts';
import { newWorld, START, type World } from '../../src/world/world.ts';
import { anAddress, aWorld, catalogue, copyNameServers, createZone, played, register, wait } from '../support/world.ts';

const start = aWorld();
const ACTORS = ['Ines', 'Ravi'];
const NAMES = [
  'mine.com',
  'yours.co.uk',
  'hover.com',
  'com',
  '.',
  'x.nosuch',
  'dnsimple-edge.com',
  'www.mine.com',
  'mine.dev',
].map(name);
const SERVERS = ['ns1.hover.com', 'ns2.hover.com', 'ns1.mine.com', 'a.elsewhere.net', 'ada.ns.cloudflare.com', '.'].map(
  name,
);

const aName = fc.constantFrom(...NAMES);
const aHost = fc.constantFrom(...catalogue.hosts.keys());
const someId = fc.option(fc.constantFrom('Z1', 'Z2', 'Z9'), { nil: undefined });
const withId = (action: object, id: string | undefined) =>
  ({ ...action, ...(id === undefined ? {} : { id }) }) as Action;
const rdata = fc.constantFrom<Rdata>(
  anAddress('203.0.113.5'),
  anAddress('203.0.113.6'),
  { type: 'CNAME', target: name('www.mine.com') },
  { type: 'NS', nameServer: name('ns1.hover.com') },
  { type: 'TXT', strings: ['hello'] },
);
const request = fc.oneof(
  fc.record({
    action: fc.constantFrom('add', 'change'),
    owner: aName,
    rdata,
    ttl: fc.constantFrom(0, 60, -1, 2 ** 31),
  }),
  fc.record({ action: fc.constant('remove'), owner: aName, type: fc.constantFrom('A', 'CNAME', 'NS', 'SOA') }),
  fc.record({ action: fc.constant('remove'), owner: aName, type: fc.constant('A'), rdata }),
);

const action: fc.Arbitrary<Action> = fc.oneof(
  fc
    .record({
      domain: aName,
      registrar: fc.constantFrom(...catalogue.registrars.keys()),
      years: fc.constantFrom(1, 2, 0, -3, 0.5, 11),
    })
    .map((each): Action => ({ kind: 'register', ...each })),
  fc.record({ origin: aName, host: aHost }).map((each): Action => ({ kind: 'create-zone', ...each })),
  fc.tuple(aName, aHost, someId).map(([origin, host, id]) => withId({ kind: 'delete-zone', origin, host }, id)),
  fc
    .tuple(aName, aHost, someId, request)
    .map(([origin, host, id, wish]) => withId({ kind: 'put-record', origin, host, request: wish }, id)),
  fc
    .record({ domain: aName, nameServers: fc.array(fc.constantFrom(...SERVERS), { maxLength: 5 }) })
    .map((each): Action => ({ kind: 'set-name-servers', ...each })),
  fc.tuple(aName, aHost, someId).map(([domain, host, id]) => withId({ kind: 'copy-name-servers', domain, host }, id)),
  fc
    .constantFrom(0, 1, HOUR, 13 * HOUR, 3 * DAY, 40 * DAY, 400 * DAY, -DAY, Number.NaN, Number.POSITIVE_INFINITY)
    .map((span) => wait(span)),
  fc
    .record({ qname: aName, qtype: fc.constantFrom('A' as const, 'NS' as const, 'ANY' as const) })
    .map((question): Action => ({ kind: 'ask', question, resolver: 'resolver' })),
);
const deeds = fc.array(fc.tuple(fc.constantFrom(...ACTORS), action), { maxLength: 60 });

test('whatever up to sixty actions do, the parties keep to their parts, and it can be played again', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(deeds, fc.integer(), (list, seed) => {
      const rng = seededRng(seed);
      let world = start;
      for (const [actor, deed] of list) {
        const decision = decide(world, actor, deed, rng);
        const next = decision.kind === 'accepted' ? replay(world, decision.events) : world;
        if (deed.kind !== 'wait') zonesAreTheirCustomers(world, next, actor);
        expect(next.now).toBeGreaterThanOrEqual(world.now);
        world = next;
      }
      registriesPublishWhatWasSubmitted(world);
      ledgerIsInOrder(world);
      apexesAreWhole(world);
      expect(replay(newWorld(catalogue, START), world.history)).toEqual(world);
    }),
    { numRuns: 250, seed: 20_261_123 },
  );
});

function zonesAreTheirCustomers(before: World, then: World, actor: string): void {
  for (const [id, hosted] of before.hostedZones) {
    if (hosted.customer !== actor) expect(then.hostedZones.get(id)).toBe(hosted);
  }
  for (const [id, { customer }] of then.hostedZones) if (!before.hostedZones.has(id)) expect(customer).toBe(actor);
  for (const [domain, registration] of before.registrations) {
    if (registration.registrant !== actor) expect(then.registrations.get(domain)).toBe(registration);
  }
}

function registriesPublishWhatWasSubmitted(world: World): void {
  for (const { domain, registrar, nameServers, registry } of world.registrations.values()) {
    const submitted = world.history.findLast(
      (event) => event.kind === 'name-servers-submitted' && event.domain === domain,
    );
    expect(submitted).toMatchObject({ registrar, nameServers });
    const suffix = [...catalogue.tlds.values()].filter((tld) => domain.endsWith(`.${tld.suffix}`)).at(-1)!;
    expect(suffix.registry).toBe(registry);
    const reply = askNameServer(world, suffix.nameServers[0]!, { qname: domain, qtype: 'A' });
    expect(reply).toMatchObject({
      authority: [{ owner: domain, rdata: nameServers.map((nameServer) => ({ nameServer })) }],
    });
  }
}

function ledgerIsInOrder({ ledger, now }: World): void {
  for (const [place, { amount, at }] of ledger.entries()) {
    expect(amount).toBeGreaterThanOrEqual(0);
    expect(Number.isInteger(amount)).toBe(true);
    expect(at).toBeLessThanOrEqual(now);
    expect(at).toBeGreaterThanOrEqual(ledger[place - 1]?.at ?? START);
  }
}

/** Each zone answers for itself, with an SOA and name servers, at the servers that were allotted to it. */
function apexesAreWhole(world: World): void {
  for (const { zone, nameServers } of world.hostedZones.values()) {
    for (const server of nameServers) {
      const reply = askNameServer(world, server, { qname: zone.origin, qtype: 'SOA' });
      expect(reply).toMatchObject({ rcode: 'NOERROR', aa: true, answer: [zone.nodes.get(zone.origin)?.SOA] });
    }
    expect(zone.nodes.get(zone.origin)?.NS?.rdata.length).toBeGreaterThan(0);
  }
}

test('a decision changes nothing, and the same chance gives the same decision', () => {
  const world = played(start, register('mine.com', 'hover'));
  const { history, ledger } = world;
  const before = structuredClone({ ...world, catalogue: undefined, history: [...history], ledger: [...ledger] });
  const create = () => decide(world, 'Ines', createZone('mine.com', 'route53'), seededRng(3));
  expect(create()).toEqual(create());
  expect({ ...world, catalogue: undefined }).toEqual(before);
});

test('to undo is to leave out the last event', () => {
  const before = played(start, register('mine.com', 'hover'), createZone('mine.com', 'route53'), wait(DAY));
  const then = played(before, copyNameServers('mine.com', 'route53'));
  const undone = replay(newWorld(catalogue, START), then.history.slice(0, before.history.length));
  expect(undone).toEqual(before);
  expect(undone).not.toEqual(then);
});

test('events are plain data: written out and read back, they make the same world', () => {
  const world = played(start, register('mine.com', 'route53'), createZone('mine.com', 'cloudflare'), wait(40 * DAY));
  expect(replay(newWorld(catalogue, START), JSON.parse(JSON.stringify(world.history)))).toEqual(world);
});

test('a world may start at any moment', () => {
  expect(newWorld(catalogue).now).toBe(START);
  expect(aWorld(start.now).history).toEqual([]);
});
