import { expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import type { Name } from '../../src/dns/name.ts';
import { allotNameServers, awsdnsDomain, lastGroup } from '../../src/hosting/name-servers.ts';
import { hostOf } from '../../src/world/catalogue.ts';
import { catalogue } from '../support/world.ts';

const SEEDS = Array.from({ length: 100 }, (_, seed) => seed);
const allot = (host: string, seed: number, avoid: readonly Name[] = []) =>
  allotNameServers(hostOf(catalogue, host), new Set(avoid), seededRng(seed));
const suffixes = (servers: readonly Name[]) => servers.map((server) => /awsdns-\d+\.(.*)$/.exec(server)?.[1]);

test('Route 53 allots one server under each of four suffixes, in any order', () => {
  for (const seed of SEEDS) {
    expect(suffixes(allot('route53', seed)).toSorted()).toEqual(['co.uk.', 'com.', 'net.', 'org.']);
  }
  expect(new Set(SEEDS.map((seed) => suffixes(allot('route53', seed))[0])).size).toBe(4);
});

test('eight servers share a group: ns-2048 to ns-2055 are in awsdns-64', () => {
  for (const server of SEEDS.flatMap((seed) => allot('route53', seed))) {
    const [, number = '', group = '', suffix = ''] = /^ns-(\d+)\.awsdns-(\d+)\.(.*)$/.exec(server) ?? [];
    const first = { 'com.': 2048, 'net.': 2560, 'org.': 3072, 'co.uk.': 3584 }[suffix] ?? 0;
    expect(Number(group)).toBe(64 + Math.floor((Number(number) - first) / 8));
    expect(Number(number) - first).toBeLessThan(512);
  }
});

test('a server that is in use is not allotted again while others are free', () => {
  const first = allot('route53', 1);
  for (const seed of SEEDS)
    expect(allot('route53', seed, first).filter((server) => first.includes(server))).toEqual([]);
});

test('Cloudflare allots two given names, each pair by chance', () => {
  const pairs = SEEDS.map((seed) => allot('cloudflare', seed));
  for (const pair of pairs) {
    expect(new Set(pair).size).toBe(2);
    for (const server of pair) expect(server).toMatch(/^[a-z]+\.ns\.cloudflare\.com\.$/);
  }
  expect(new Set(pairs.map(String)).size).toBeGreaterThan(80);
});

test('names that run out are used again', () => {
  const all = SEEDS.flatMap((seed) => allot('cloudflare', seed));
  expect(allot('cloudflare', 1, all)).toHaveLength(2);
});

test('Hover has the same two for every zone', () => {
  expect(allot('hover', 1)).toEqual(['ns1.hover.com.', 'ns2.hover.com.']);
  expect(allot('hover', 2, allot('hover', 1))).toEqual(allot('hover', 1));
});

test('the groups of a pool run to its last server', () => {
  const plan = hostOf(catalogue, 'route53').nameServers;
  const [pool] = plan.kind === 'awsdns' ? plan.pools : [];
  expect(lastGroup(pool!)).toBe(127);
  expect(awsdnsDomain(pool!, 64)).toBe('awsdns-64.com.');
});
