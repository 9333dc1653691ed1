import { describe, expect, test } from 'vitest';
import { later } from '../../src/base/time.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { isAmiss, LEVELS } from '../../src/diagnosis/finding.ts';
import { name, ROOT } from '../../src/dns/name.ts';
import { ARCHITECTURES } from '../../src/scenario/architecture.ts';
import { makeScenario } from '../../src/scenario/scenario.ts';
import type { Action } from '../../src/world/action.ts';
import { apply } from '../../src/world/apply.ts';
import type { World } from '../../src/world/world.ts';
import {
  addRecord,
  anAddress,
  ask as asks,
  aWorld,
  catalogue,
  copyNameServers,
  createZone,
  played,
  setNameServers,
} from '../support/world.ts';
import {
  amissIn,
  CUT,
  copyDs,
  DOMAIN,
  filled,
  GLUE,
  held,
  inX,
  moved,
  put,
  replaced,
  serversAt,
  sign,
  WWW,
  xTest,
} from './worlds.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const stories = ARCHITECTURES.flatMap((architecture) => SEEDS.map((seed) => ({ architecture, seed })));

test.each(stories)('nothing is wrong where $architecture has settled, seed $seed', (recipe) => {
  const { world, cast } = makeScenario(catalogue, recipe);
  const found = diagnose(world, cast.domain);
  expect([found.verdict, found.sentence, amissIn(found)]).toEqual(['fine', 'Nothing is wrong.', []]);
});

test.each(stories)(
  'just after the move of $architecture, seed $seed, only caches need time, and exactly as long as is said',
  (recipe) => {
    const { world, cast } = makeScenario(catalogue, { ...recipe, stage: 'delegated' });
    const found = diagnose(world, cast.domain);
    expect(amissIn(found)).toEqual([]);
    if (found.verdict === 'fine') return;
    expect(found.verdict).toBe('wait');
    const at = (span: number) => apply(world, { kind: 'clock-moved', to: later(found.until ?? world.now, span) });
    expect(diagnose(at(-1000), cast.domain).verdict).toBe('wait');
    expect(diagnose(at(0), cast.domain).verdict).toBe('fine');
  },
);

/** Served by two hosts on purpose: the same records at both, both in the delegation, and in each zone the NS of both. */
function twoHosts(...more: readonly Action[]): World {
  const both = held('hover', ...filled('route53'), ...filled('cloudflare'));
  const servers = [...serversAt(both, 'route53'), ...serversAt(both, 'cloudflare')];
  return played(
    both,
    ...replaced('route53', DOMAIN, 'NS', ...servers),
    ...replaced('cloudflare', DOMAIN, 'NS', ...servers),
    setNameServers(DOMAIN, ...servers),
    ...more,
  );
}

test('two hosts on purpose are nothing wrong, once caches know of both', () => {
  const world = twoHosts();
  const later3 = apply(world, { kind: 'clock-moved', to: later(world.now, 3 * 86_400_000) });
  const found = diagnose(later3, name(DOMAIN));
  expect([found.verdict, found.sentence]).toEqual(['fine', 'Nothing is wrong.']);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['another record at one of them',     twoHosts(put('cloudflare', `shop.${DOMAIN}`, 'A', '203.0.113.9'))],
  ['one that names only its own',       twoHosts(...replaced('cloudflare', DOMAIN, 'NS', ...serversAt(twoHosts(), 'cloudflare')))],
  ['one of whose servers are left out', played(twoHosts(), setNameServers(DOMAIN, ...serversAt(twoHosts(), 'route53'), serversAt(twoHosts(), 'cloudflare')[0] ?? ''))],
])('two hosts with %s have to be decided between, or made alike', (_, world) => {
  const found = diagnose(world, name(DOMAIN));
  expect([found.verdict, found.kind]).toEqual(['decide', 'mixed-name-servers']);
  expect(found.sentence).toContain('if both are meant');
});

const sub = `team.${DOMAIN}`;
const delegated = (): World => {
  const world = moved(
    createZone(sub, 'cloudflare'),
    addRecord(sub, 'cloudflare', `www.${sub}`, anAddress('203.0.113.30')),
  );
  return played(world, ...serversAt(world, 'cloudflare', sub).map((server) => put('route53', sub, 'NS', server)));
};

// biome-ignore format: a table reads down its columns
test.each([
  ['a signed zone with its DS',                    moved(sign('route53'), copyDs('route53')), DOMAIN],
  ['a domain with a zone below at another host',   delegated(),                               DOMAIN],
  ['that zone below',                              delegated(),                               sub],
  ['a name in a zone',                             moved(),                                   WWW],
  ['a move that is prepared with the same records', held('route53', ...filled('route53').slice(1), ...filled('cloudflare')), DOMAIN],
  ['a suffix',                                     moved(),                                   'com'],
  ['a suffix below a suffix',                      aWorld(),                                  'co.uk'],
  ['a domain of a host',                           moved(),                                   'hover.com'],
  ['a zone that was brought, with glue',           xTest([...CUT, ...GLUE], inX(...GLUE)),    'x.test'],
] as const)('nothing is wrong with %s', (_, world, domain) => {
  const found = diagnose(world, name(domain));
  expect([found.sentence, amissIn(found)]).toEqual(['Nothing is wrong.', []]);
});

test('nothing is wrong with the root', () => {
  expect(diagnose(aWorld(), ROOT).sentence).toBe('Nothing is wrong.');
});

describe('what resolvers remember', () => {
  test('an answer that is still right is no reason to wait', () => {
    expect(diagnose(moved(asks(WWW)), name(DOMAIN)).verdict).toBe('fine');
  });

  test('that a name is not there counts until the resolver has forgotten it', () => {
    const world = played(moved(asks(`new.${DOMAIN}`)), put('route53', `new.${DOMAIN}`, 'A', '203.0.113.50'));
    const { sentence, until, verdict } = diagnose(world, name(DOMAIN));
    expect([verdict, sentence]).toEqual([
      'wait',
      `Nothing is wrong; caches need 15 more minutes: until then the resolver \`@resolver\` remembers that there is no \`new.${DOMAIN}\`.`,
    ]);
    expect(until).toBe(later(world.now, 900_000));
  });

  test('the last of several resolvers counts', () => {
    const early = moved({ kind: 'ask', question: { qname: name(`new.${DOMAIN}`), qtype: 'A' }, resolver: 'public' });
    const both = played(
      early,
      { kind: 'wait', span: 60_000 },
      asks(`new.${DOMAIN}`),
      put('route53', `new.${DOMAIN}`, 'A', '203.0.113.50'),
    );
    const { findings, until } = diagnose(both, name(DOMAIN));
    expect(until).toBe(later(both.now, 900_000));
    expect(findings.filter(({ test }) => test === 'caches').map(({ says }) => says.slice(0, 26))).toEqual([
      'The resolver `@resolver` r',
      'The resolver `@public` rem',
    ]);
  });
});

test('findings come the most severe first', () => {
  const { findings } = diagnose(
    held('hover', sign('hover'), copyDs('hover'), ...filled('route53'), copyNameServers(DOMAIN, 'route53')),
    name(DOMAIN),
  );
  const ranks = findings.map(({ level }) => LEVELS.indexOf(level));
  expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
  expect(findings.some(isAmiss)).toBe(true);
});
