import { expect, test } from 'vitest';
import { DAY } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { internetOf } from '../../src/world/internet.ts';
import { sameInternet } from '../../src/world/same-internet.ts';
import type { World } from '../../src/world/world.ts';
import { addRecord, anAddress, aWorld, copyNameServers, createZone, played, register, wait } from '../support/world.ts';

const held = played(aWorld(), register('mine.com', 'hover'), wait(70 * DAY));
const same = (one: World, other: World) => sameInternet(internetOf(one), internetOf(other));

test('what no server says is no difference; what one says is', () => {
  const coded = played(held, { kind: 'issue-auth-code', domain: name('mine.com') });
  expect(internetOf(coded)).not.toBe(internetOf(held));
  expect(same(held, coded)).toBe(true);
  const hosted = played(held, createZone('mine.com', 'route53'));
  expect(same(held, hosted)).toBe(false);
  expect(same(hosted, played(hosted, addRecord('mine.com', 'route53', 'a.mine.com', anAddress('203.0.113.5'))))).toBe(
    false,
  );
  expect(same(hosted, played(hosted, copyNameServers('mine.com', 'route53')))).toBe(false);
  const signed = played(hosted, { kind: 'sign-zone', origin: name('mine.com'), host: 'route53' });
  expect(same(hosted, signed)).toBe(false);
});
