import { expect, test } from 'vitest';
import { DAY } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { replay } from '../../src/world/apply.ts';
import type { World } from '../../src/world/world.ts';
import { aWorld, played, register, wait } from '../support/world.ts';

/** What has gone to ICANN and not come back, in cents, by who paid. */
const toIcann = (world: World): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const { from, to, amount } of world.ledger) {
    if (to.kind === 'icann') sums[from.id] = (sums[from.id] ?? 0) + amount;
    if (from.kind === 'icann') sums[to.id] = (sums[to.id] ?? 0) - amount;
  }
  return sums;
};

// biome-ignore format: a table reads down its columns
test.each([
  ['a generic suffix, from both',            'mine.com',   1, { hover: 18, verisign: 25 }],
  ['each year as one transaction',           'mine.com',  10, { hover: 180, verisign: 250 }],
  ['a country suffix, from nobody',          'mine.co.uk', 1, {}],
])('ICANN is paid for %s', (_, domain, years, sums) => {
  expect(toIcann(played(aWorld(), register(domain, 'hover', years)))).toEqual(sums);
});

test('a renewal is a transaction again', () => {
  expect(toIcann(played(aWorld(), register('mine.com', 'hover'), wait(366 * DAY)))).toEqual({
    hover: 36,
    verisign: 50,
  });
});

test('a year that is given back within the grace period costs nothing in the end', () => {
  const off = { kind: 'set-auto-renew', domain: name('mine.com'), isOn: false } as const;
  const world = played(aWorld(), register('mine.com', 'hover'), off, wait(450 * DAY));
  expect(world.registrations.has(name('mine.com'))).toBe(false);
  expect(toIcann(world)).toEqual({ hover: 18, verisign: 25 });
});

test('a world from before ICANN was paid replays as it was', () => {
  const now = played(aWorld(), register('mine.com', 'hover'));
  const then = now.history.filter((event) => event.kind !== 'paid' || event.payment.to.kind !== 'icann');
  expect(toIcann(replay(aWorld(), then))).toEqual({});
});
