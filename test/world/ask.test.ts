import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { replay } from '../../src/world/apply.ts';
import {
  cacheOf,
  FRESH_VALIDATING_RESOLVER,
  RESOLVER,
  ask as resolve,
  VALIDATING_RESOLVER,
} from '../../src/world/ask.ts';
import type { World } from '../../src/world/world.ts';
import {
  addRecord,
  anAddress,
  ask,
  aWorld,
  copyNameServers,
  createZone,
  played,
  register,
  wait,
} from '../support/world.ts';

const WWW = 'www.mine.com';
const addressOf = (world: World, qname = WWW): string | undefined => {
  const data = resolve(world, { qname: name(qname), qtype: 'A' }).answer[0]?.rdata[0];
  return data?.type === 'A' ? data.address : undefined;
};
const isFromCache = (world: World): boolean =>
  resolve(world, { qname: name(WWW), qtype: 'A' }).steps.every(({ kind }) => kind !== 'asked');
const asksOnly = (world: World): string[] =>
  resolve(world, { qname: name(WWW), qtype: 'A' }).steps.flatMap((step) =>
    step.kind === 'asked' ? [step.query.zone] : [],
  );

describe('moving a domain in use from Hover to Route 53', () => {
  const used = played(aWorld(), register('mine.com', 'hover'), ask(WWW));
  const prepared = played(
    used,
    createZone('mine.com', 'route53'),
    addRecord('mine.com', 'route53', WWW, anAddress('203.0.113.5')),
  );
  const parked = addressOf(prepared);
  const moved = played(prepared, copyNameServers('mine.com', 'route53'));

  test('nothing changes for anyone while only the zone is made', () => {
    expect(parked).toMatch(/^203\.0\.113\.2\d\d$/);
    expect(addressOf({ ...prepared, caches: new Map() })).toBe(parked);
  });

  test('right after the delegation changes, the resolver still answers from what it remembers', () => {
    expect(addressOf(moved)).toBe(parked);
    expect(isFromCache(moved)).toBe(true);
  });

  test('one that remembers nothing gets the new host at once', () => {
    expect(addressOf({ ...moved, caches: new Map() })).toBe('203.0.113.5');
  });

  test('when the address is forgotten, the remembered delegation still leads to the old host', () => {
    const hourLater = played(moved, wait(HOUR));
    expect(isFromCache(hourLater)).toBe(false);
    expect(addressOf(hourLater)).toBe(parked);
    expect(asksOnly(hourLater)).toEqual(['mine.com.']);
  });

  test('until the TTL of the delegation is over, to the second', () => {
    expect(addressOf(played(moved, wait(2 * DAY - SECOND)))).toBe(parked);
    expect(addressOf(played(moved, wait(2 * DAY)))).toBe('203.0.113.5');
  });

  test('a look-up is an event: only it makes a resolver remember, and each its own', () => {
    expect(cacheOf(played(aWorld(), register('mine.com', 'hover'))).entries.size).toBe(0);
    expect(cacheOf(used).entries.size).toBeGreaterThan(0);
    expect(cacheOf(used, 'another').entries.size).toBe(0);
    const question = { qname: name(WWW), qtype: 'A' } as const;
    const other = replay(moved, [{ kind: 'question-asked', resolver: 'another', question }]);
    expect(resolve(other, question, 'another').answer[0]?.rdata).toEqual([{ type: 'A', address: '203.0.113.5' }]);
    expect(addressOf(other)).toBe(parked);
  });
});

test('"no such name" is remembered for 900 seconds from a Route 53 zone, and no longer', () => {
  const empty = played(aWorld(), register('mine.com', 'route53'), ask(WWW));
  const added = played(empty, addRecord('mine.com', 'route53', WWW, anAddress('203.0.113.5')));
  expect(resolve(added, { qname: name(WWW), qtype: 'A' }).outcome).toBe('nxdomain');
  expect(addressOf(played(added, wait(15 * MINUTE - SECOND)))).toBeUndefined();
  expect(addressOf(played(added, wait(15 * MINUTE)))).toBe('203.0.113.5');
});

test('"no such domain" is remembered for 900 seconds from com', () => {
  const asked = played(aWorld(), ask(WWW), register('mine.com', 'hover'));
  expect(addressOf(played(asked, wait(15 * MINUTE - SECOND)))).toBeUndefined();
  expect(addressOf(played(asked, wait(15 * MINUTE)))).toMatch(/^203\.0\.113\./);
});

describe('the resolver that validates', () => {
  const question = { qname: name(WWW), qtype: 'A' } as const;
  const world = played(
    aWorld(),
    register('mine.com', 'hover'),
    addRecord('mine.com', 'hover', WWW, anAddress('203.0.113.5')),
  );

  test('says how far an answer can be trusted; the other one does not', () => {
    const checked = resolve(world, question, VALIDATING_RESOLVER);
    expect(['insecure', 'indeterminate']).toContain(checked.security); // mine.com is not signed
    expect(resolve(world, question)).not.toHaveProperty('security');
    expect(checked.answer.map(({ rdata }) => rdata)).toEqual(resolve(world, question).answer.map(({ rdata }) => rdata));
  });

  test('remembers for itself', () => {
    const asked = played(world, { kind: 'ask', question, resolver: VALIDATING_RESOLVER });
    const asks = (resolver: string) => resolve(asked, question, resolver).steps.some(({ kind }) => kind === 'asked');
    expect([VALIDATING_RESOLVER, RESOLVER, FRESH_VALIDATING_RESOLVER].map(asks)).toEqual([false, true, true]);
  });
});
