import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import type { Action } from '../../src/world/action.ts';
import { ask as resolve } from '../../src/world/ask.ts';
import { industryOf } from '../../src/world/industry.ts';
import { RESOLVER_IDS } from '../../src/world/named-resolver.ts';
import { findResolver, freshOf, RESOLVERS } from '../../src/world/resolvers.ts';
import type { World } from '../../src/world/world.ts';
import { addRecord, anAddress, aWorld, copyNameServers, createZone, played, register, wait } from '../support/world.ts';

const WWW = { qname: name('www.mine.com'), qtype: 'A' } as const;
const everyoneAsks: readonly Action[] = RESOLVER_IDS.map((resolver) => ({ kind: 'ask', question: WWW, resolver }));
const said = (world: World, resolver: string): string => {
  const { outcome, answer } = resolve(world, WWW, resolver);
  const data = answer[0]?.rdata[0];
  return data?.type === 'A' ? data.address : outcome;
};
const all = (world: World) => Object.fromEntries(RESOLVER_IDS.map((id) => [id, said(world, id)]));

test('each is told with its habit and what that rests on, and listens where no name server does', () => {
  const addresses = RESOLVERS.map(({ address }) => address);
  expect(RESOLVERS.map(({ id }) => id)).toEqual(RESOLVER_IDS);
  expect(new Set(addresses).size).toBe(RESOLVERS.length);
  const { addresses: industry } = industryOf(aWorld().catalogue);
  expect([...industry.values()].filter((address) => addresses.includes(address))).toEqual([]);
  for (const { title, habit, source } of RESOLVERS) {
    expect(title).toMatch(/^the /);
    expect(habit).toMatch(/^It .*\.$/);
    expect(source).not.toBe('');
  }
});

test('is found by its name in any case; a fresh one has its habits and remembers nothing', () => {
  expect(findResolver('ISP')?.id).toBe('isp');
  expect(findResolver('nobody')).toBeUndefined();
  expect(RESOLVER_IDS.map(freshOf).slice(0, 2)).toEqual(['fresh', 'fresh-isp']);
  const world = played(aWorld(), register('mine.com', 'hover'), ...everyoneAsks);
  const asks = (resolver: string) => resolve(world, WWW, resolver).steps.some(({ kind }) => kind === 'asked');
  expect(RESOLVER_IDS.map(asks)).toEqual(RESOLVER_IDS.map(() => false));
  expect(RESOLVER_IDS.map((id) => asks(freshOf(id)))).toEqual(RESOLVER_IDS.map(() => true));
});

/** Takes what a parked zone at Hover shows out of it. */
const emptied: readonly Action[] = ['mine.com', 'www.mine.com'].map((owner) => ({
  ...{ kind: 'put-record', origin: name('mine.com'), host: 'hover' },
  request: { action: 'remove', owner: name(owner), type: 'A' },
}));

describe('after a move to another host', () => {
  const moving = played(
    aWorld(),
    register('mine.com', 'hover'),
    ...emptied,
    addRecord('mine.com', 'hover', 'www.mine.com', anAddress('203.0.113.5')),
    createZone('mine.com', 'route53'),
    addRecord('mine.com', 'route53', 'www.mine.com', anAddress('203.0.113.9')),
    ...everyoneAsks,
    copyNameServers('mine.com', 'route53'),
    wait(HOUR),
  );

  test('with the old zone kept, those that go by the parent stay until its TTL has run out; who goes by the child does not', () => {
    const old = '203.0.113.5';
    expect(all(moving)).toEqual({ ...all(moving), resolver: old, isp: old, office: '203.0.113.9' });
    expect(said(played(moving, wait(2 * DAY - HOUR - SECOND)), 'isp')).toBe(old);
    expect(said(played(moving, wait(2 * DAY - HOUR)), 'isp')).toBe('203.0.113.9');
  });

  const gone = played(
    moving,
    {
      kind: 'put-record',
      origin: name('mine.com'),
      host: 'hover',
      request: { action: 'remove', owner: WWW.qname, type: 'A' },
    },
    { kind: 'delete-zone', origin: name('mine.com'), host: 'hover' },
  );
  test('with the old zone gone, most ask the parent again, and one does not until the delegation has run out (LAB-E)', () => {
    const moved = '203.0.113.9';
    expect(all(gone)).toEqual({
      ...{ resolver: moved, office: moved, public: moved, mobile: moved, validating: moved },
      isp: 'failure',
    });
    expect(said(played(gone, wait(2 * DAY - HOUR)), 'isp')).toBe(moved);
  });
});

test('when every server is gone, one still gives what it knew, for a day after the TTL (RFC 8767)', () => {
  const world = played(aWorld(), register('mine.com', 'hover'), ...everyoneAsks, ...emptied, {
    ...{ kind: 'delete-zone', origin: name('mine.com'), host: 'hover' },
  });
  const ttl = 15 * MINUTE;
  expect(said(played(world, wait(ttl)), 'resolver')).toBe('failure');
  expect(said(played(world, wait(ttl)), 'mobile')).toMatch(/^203\.0\.113\./);
  expect(said(played(world, wait(ttl + DAY - SECOND)), 'mobile')).toMatch(/^203\.0\.113\./);
  expect(said(played(world, wait(ttl + DAY)), 'mobile')).toBe('failure');
});

test('"no such name" is remembered for 900 seconds by most, and for 300 by one (DNS-42)', () => {
  const world = played(
    aWorld(),
    register('mine.com', 'route53'),
    ...everyoneAsks,
    addRecord('mine.com', 'route53', 'www.mine.com', anAddress('203.0.113.5')),
  );
  expect(said(played(world, wait(300 * SECOND - SECOND)), 'public')).toBe('nxdomain');
  expect(said(played(world, wait(300 * SECOND)), 'public')).toBe('203.0.113.5');
  expect(said(played(world, wait(900 * SECOND - SECOND)), 'resolver')).toBe('nxdomain');
  expect(said(played(world, wait(900 * SECOND)), 'resolver')).toBe('203.0.113.5');
});
