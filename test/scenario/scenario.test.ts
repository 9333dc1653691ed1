import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { registrableDomain } from '../../src/registration/registry.ts';
import { ARCHITECTURES, type Architecture, STAGES } from '../../src/scenario/architecture.ts';
import { canDraw } from '../../src/scenario/cast.ts';
import { makeScenario, type Scenario } from '../../src/scenario/scenario.ts';
import { ask } from '../../src/world/ask.ts';
import { hostOf, registrarOf } from '../../src/world/catalogue.ts';
import { industryOf } from '../../src/world/industry.ts';
import { catalogue } from '../support/world.ts';

const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);
const scenarios = (architecture: Architecture): Scenario[] =>
  SEEDS.map((seed) => makeScenario(catalogue, { architecture, seed }));
const zonesOf = ({ world, cast }: Scenario) =>
  [...world.hostedZones.values()].filter(({ zone }) => zone.origin === cast.domain);

describe.each(ARCHITECTURES)('%s', (architecture) => {
  const all = scenarios(architecture);

  test('the cast can play its parts: the registrar sells the suffix, the hosts take the zone', () => {
    for (const { cast, world } of all) {
      const registrar = registrarOf(catalogue, cast.registrar);
      expect([...registrar.yearlyFee.keys()]).toContain(cast.suffix);
      expect(registrar.nameServersSettable).toBe(true);
      expect(registrableDomain(cast.domain, catalogue.tlds)).toBe(cast.domain);
      expect(cast.domain.endsWith(`-example.${cast.suffix}`)).toBe(true);
      expect(industryOf(catalogue).domains.has(cast.domain)).toBe(false);
      expect(cast.oldHost).toBe(registrar.createsZoneAt);
      if (cast.host !== cast.oldHost) expect(hostOf(catalogue, cast.host).zonesFor).toBe('any-domain');
      expect(cast.webAddress).toMatch(/^203\.0\.113\.(?:1?\d?\d|200)$/);
      expect(world.registrations.get(cast.domain)?.registrant).toBe(cast.registrant);
    }
  });

  test('Route 53 has just the jobs that the architecture gives it', () => {
    const registers = architecture === 'both' || architecture === 'registrar-only';
    const hosts = architecture === 'both' || architecture === 'hosting-only';
    for (const { cast } of all) {
      expect(cast.registrar === 'route53').toBe(registers);
      expect(cast.host === 'route53').toBe(hosts);
    }
  });

  test('in the end the domain is delegated to its host, which answers with the web server', () => {
    for (const { world, cast } of all) {
      const zone = zonesOf({ world, cast } as Scenario).find(({ host }) => host === cast.host);
      expect(world.registrations.get(cast.domain)?.nameServers).toEqual(zone?.nameServers);
      for (const qname of [cast.domain, name(`www.${cast.domain}`)]) {
        expect(ask(world, { qname, qtype: 'A' }).answer[0]?.rdata).toEqual([{ type: 'A', address: cast.webAddress }]);
      }
    }
  });

  test('the same recipe makes the same scenario, another seed another', () => {
    expect(makeScenario(catalogue, { architecture, seed: 5 })).toEqual(
      makeScenario(catalogue, { architecture, seed: 5 }),
    );
    const casts = all.map(({ cast }) => JSON.stringify(cast));
    expect(new Set(casts).size).toBeGreaterThan(190);
  });

  test('every company that can, and every suffix, has a part in some seed', () => {
    const suffixes = new Set(all.map(({ cast }) => cast.suffix));
    expect(suffixes.size).toBe(architecture === 'both' || architecture === 'registrar-only' ? 6 : 7);
    const registrars = new Set(all.map(({ cast }) => cast.registrar));
    expect([...registrars].toSorted()).toEqual(
      architecture === 'both' || architecture === 'registrar-only' ? ['route53'] : ['gandi', 'hover', 'porkbun'],
    );
  });

  test.each(STAGES)('is told up to "%s" for every seed without a refusal, each stage a sentence', (stage) => {
    const stories = SEEDS.map((seed) => makeScenario(catalogue, { architecture, stage, seed }));
    const whole = all[0]!.story.length;
    for (const { story, world, cast } of stories) {
      expect(story.length).toBeGreaterThan(0);
      expect(story.length).toBeLessThanOrEqual(whole);
      for (const sentence of story) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
      expect(world.registrations.has(cast.domain)).toBe(true);
    }
  });

  test('before its first stage there is a cast, and an empty world', () => {
    for (const seed of SEEDS) {
      const { world, story, cast } = makeScenario(catalogue, { architecture, stage: 'empty', seed });
      expect({ story, history: world.history }).toEqual({ story: [], history: [] });
      expect(cast).toEqual(all[seed]?.cast);
    }
  });

  test('a later stage begins with the stage before it', () => {
    const histories = STAGES.map((stage) => makeScenario(catalogue, { architecture, stage, seed: 9 }).world.history);
    for (const [place, history] of histories.entries()) {
      expect(history.slice(0, histories[place - 1]?.length ?? 0)).toEqual(histories[place - 1] ?? []);
    }
  });
});

test('the zone that came with the registration is gone after registrar-only, and was free', () => {
  for (const scenario of scenarios('registrar-only')) {
    expect(zonesOf(scenario).map(({ host }) => host)).toEqual([scenario.cast.host]);
    const toRoute53 = scenario.world.ledger.filter(({ to }) => to.id === 'route53');
    expect(toRoute53.map(({ purpose }) => purpose)).toEqual(['registration']);
  }
});

test('the old zone is left standing after the others move', () => {
  for (const scenario of [...scenarios('hosting-only'), ...scenarios('neither')]) {
    expect(zonesOf(scenario).map(({ host }) => host)).toEqual([scenario.cast.oldHost, scenario.cast.host]);
  }
});

describe('right after hosting-only is delegated', () => {
  const told = SEEDS.map((seed) => makeScenario(catalogue, { architecture: 'hosting-only', stage: 'delegated', seed }));

  test('the resolver, which has looked before, still answers with the old address; one that has not, with the new', () => {
    for (const { world, cast } of told) {
      const question = { qname: name(`www.${cast.domain}`), qtype: 'A' } as const;
      expect(ask(world, question).answer[0]?.rdata).not.toEqual([{ type: 'A', address: cast.webAddress }]);
      expect(ask(world, question, 'another').answer[0]?.rdata).toEqual([{ type: 'A', address: cast.webAddress }]);
    }
  });

  test('the domain has been held for three months', () => {
    for (const { world, cast } of told) {
      expect(world.now - world.registrations.get(cast.domain)!.createdAt).toBeGreaterThan(90 * DAY);
    }
  });
});

test('a cast is drawn from those only that a story is true of', () => {
  const only = { registrars: ['hover', 'porkbun'], suffixes: [name('com'), name('uk')] };
  const casts = SEEDS.map((seed) => makeScenario(catalogue, { architecture: 'hosting-only', seed, only }).cast);
  expect(new Set(casts.map(({ registrar, suffix }) => `${registrar} ${suffix}`))).toEqual(
    new Set(['hover com.', 'hover uk.', 'porkbun com.']),
  );
  expect(canDraw(catalogue, 'hosting-only', { registrars: ['cloudflare'] })).toBe(true);
  expect(canDraw(catalogue, 'both', { registrars: ['hover'] })).toBe(false);
  expect(canDraw(catalogue, 'neither', { registrars: ['porkbun'], suffixes: [name('uk')] })).toBe(false);
});
