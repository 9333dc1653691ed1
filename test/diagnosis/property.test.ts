import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { DAY, HOUR } from '../../src/base/time.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { TAGS } from '../../src/diagnosis/finding.ts';
import { type Name, name, parseName } from '../../src/dns/name.ts';
import { statusesOf } from '../../src/registration/statuses-of.ts';
import type { Action } from '../../src/world/action.ts';
import { decide } from '../../src/world/action.ts';
import { replay } from '../../src/world/apply.ts';
import { newWorld, START, type World } from '../../src/world/world.ts';
import { catalogue } from '../support/world.ts';

const DOMAINS = ['quillcove-example.com', 'mossgate-example.org'].map(name);
const [FIRST = name('com')] = DOMAINS;
const SUB = name(`team.${FIRST}`);
const NAMES = [
  ...DOMAINS,
  SUB,
  name(`www.${FIRST}`),
  name('com'),
  name('.'),
  name('awsdns-64.com'),
  name('a.b.nowhere'),
];
const SERVERS = [
  'ns1.hover.com',
  'ns2.hover.com',
  'ns-1.nowhere-example.org',
  'dns1.registrar-servers.com',
  `ns1.${FIRST}`,
].map(name);

const domain = fc.constantFrom(...DOMAINS);
const zone = fc.constantFrom(...DOMAINS, SUB);
const host = fc.constantFrom('route53', 'hover', 'cloudflare', 'gandi');
const registrar = fc.constantFrom('route53', 'hover', 'cloudflare', 'gandi');
const owner = fc.constantFrom<Name>(FIRST, name(`www.${FIRST}`), SUB, name(`ns1.${FIRST}`));
const record = fc.constantFrom(
  { type: 'A', address: '203.0.113.9' } as const,
  { type: 'NS', nameServer: name('ns1.hover.com') } as const,
  { type: 'MX', preference: 1, exchange: name(`www.${FIRST}`) } as const,
  { type: 'CNAME', target: name(`www.${FIRST}`) } as const,
);

/** Whatever somebody may try; most of it somebody refuses. */
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant('register' as const), domain, registrar }),
  fc.record({ kind: fc.constant('create-zone' as const), origin: zone, host }),
  fc.record({ kind: fc.constant('delete-zone' as const), origin: zone, host }),
  fc.record({ kind: fc.constant('copy-name-servers' as const), domain, host }),
  fc.record({
    kind: fc.constant('set-name-servers' as const),
    domain,
    nameServers: fc.uniqueArray(fc.constantFrom(...SERVERS), { minLength: 2 }),
  }),
  fc.record({ kind: fc.constantFrom('sign-zone' as const, 'unsign-zone' as const), origin: zone, host }),
  fc.record({ kind: fc.constant('copy-ds' as const), domain, host }),
  fc.record({ kind: fc.constant('set-ds' as const), domain, ds: fc.constant([]) }),
  fc.record({
    kind: fc.constant('put-host' as const),
    domain,
    host: fc.constant(name(`ns1.${FIRST}`)),
    addresses: fc.constantFrom(['198.51.100.1'], ['192.0.2.77']),
  }),
  fc.record({
    kind: fc.constant('suspend' as const),
    domain,
    by: fc.constantFrom('registrar' as const, 'registry' as const),
    because: fc.constantFrom('unverified' as const, 'abuse' as const),
  }),
  fc.record({ kind: fc.constant('set-auto-renew' as const), domain, isOn: fc.boolean() }),
  fc.record({ kind: fc.constant('delete-registration' as const), domain }),
  fc.record({
    kind: fc.constant('put-record' as const),
    origin: zone,
    host,
    request: fc.record({ action: fc.constantFrom('add' as const, 'change' as const), owner, rdata: record }),
  }),
  fc.record({ kind: fc.constant('wait' as const), span: fc.constantFrom(HOUR, 2 * DAY, 400 * DAY) }),
  fc.record({
    kind: fc.constant('ask' as const),
    question: fc.record({ qname: owner, qtype: fc.constantFrom('A' as const, 'NS' as const, 'MX' as const) }),
    resolver: fc.constantFrom('resolver', 'validating', 'office'),
  }),
);

/** Half of the worlds begin with a domain in use. */
const IN_USE: readonly Action[] = [
  { kind: 'register', domain: FIRST, registrar: 'hover' },
  { kind: 'create-zone', origin: FIRST, host: 'route53' },
  { kind: 'copy-name-servers', domain: FIRST, host: 'route53' },
];

const worlds = fc
  .record({
    begun: fc.constantFrom(IN_USE, []),
    actions: fc.array(action, { maxLength: 40 }),
    pace: fc.constantFrom('at-once' as const, 'as-in-life' as const),
  })
  .map(({ begun, actions, pace }) =>
    [...begun, ...actions].reduce(
      (world: World, one) => {
        const decision = decide(world, 'Ines', one, seededRng(world.history.length));
        return decision.kind === 'accepted' ? replay(world, decision.events) : world;
      },
      newWorld(catalogue, START, pace),
    ),
  );

/** Statuses that keep nobody from the domain. */
const SOUND = /^(?:ok|client(?:Transfer|Delete|Renew|Update)Prohibited|addPeriod|renewPeriod|transferPeriod)$/;
const KINDS = [
  'not-registered',
  'deleted',
  'held-by-registrar',
  'held-by-registry',
  'parked',
  'expired',
  'no-name-servers',
];

test('whatever was done, every name is diagnosed, in one sentence, and the world stays as it is', () => {
  fc.assert(
    fc.property(worlds, fc.constantFrom(...NAMES), (world, asked) => {
      const before = JSON.stringify([
        ...world.registrations,
        ...world.hostedZones.keys(),
        world.now,
        world.history.length,
      ]);
      const caches = world.caches;
      const found = diagnose(world, asked);
      expect(
        JSON.stringify([...world.registrations, ...world.hostedZones.keys(), world.now, world.history.length]),
      ).toBe(before);
      expect(world.caches).toBe(caches);
      expect(found.sentence).toMatch(/^\S[^\n]*\.$/);
      expect(found.sentence).not.toMatch(/undefined|NaN| {2}|\[object/);
      for (const { tag, test, evidence, says } of found.findings) {
        expect(says).toMatch(/\.$/);
        if (tag) expect(test).toBe(TAGS[tag][0]);
        for (const each of evidence)
          expect(each.kind === 'told' || each.kind === 'asked' || each.says !== '').toBe(true);
      }
      expect(diagnose(world, asked)).toEqual(found);
    }),
    { numRuns: 120 },
  );
});

test('where the registry’s record is sound, nothing is said against the registration', () => {
  fc.assert(
    fc.property(worlds, domain, (world, asked) => {
      const found = diagnose(world, asked);
      const record = world.registrations.get(asked);
      const isSound =
        record !== undefined &&
        record.nameServers.length > 0 &&
        statusesOf(record).every((status) => SOUND.test(status));
      const isParked = record?.suspensions?.some(({ means }) => means === 'parking') ?? false;
      if (!isSound || isParked) return;
      expect(found.findings.filter((each) => each.test === 'registry' && each.level !== 'notice')).toEqual([]);
      expect(KINDS).not.toContain(found.kind);
    }),
    { numRuns: 120 },
  );
});

test('any text that is a name can be asked about', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (text) => {
      const parsed = parseName(text);
      if (parsed.ok) expect(diagnose(newWorld(catalogue), parsed.value).sentence).not.toBe('');
    }),
  );
});
