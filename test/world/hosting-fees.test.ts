import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inCents, NANOS_PER_CENT } from '../../src/base/money.ts';
import { DAY, HOUR } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import type { Action } from '../../src/world/action.ts';
import { hostOf } from '../../src/world/catalogue.ts';
import { queryFee, recordFee, zoneFee } from '../../src/world/hosting-fees.ts';
import type { World } from '../../src/world/world.ts';
import {
  addRecord,
  anAddress,
  ask,
  aWorld,
  by,
  catalogue,
  copyNameServers,
  createZone,
  deleteZone,
  played,
  register,
  wait,
  zoneAt,
} from '../support/world.ts';

const route53 = hostOf(catalogue, 'route53');
const hover = hostOf(catalogue, 'hover');
const DOLLAR = 100 * NANOS_PER_CENT;
const MILLION = 1_000_000;

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing',                               0,              0,              0],
  ['one',                                   1,              0,              400],
  ['a million',                             MILLION,        0,              0.4 * DOLLAR],
  ['the first billion',                     1000 * MILLION, 0,              400 * DOLLAR],
  ['a million more than that',              1001 * MILLION, 0,              400.2 * DOLLAR],
  ['a million after a billion',             MILLION,        1000 * MILLION, 0.2 * DOLLAR],
  ['two millions across the end of a tier', 2 * MILLION,    999 * MILLION,  0.6 * DOLLAR],
])('Route 53 asks for %s', (_, queries, before, fee) => {
  expect(queryFee(route53, queries, before)).toBe(fee);
});

test('queries put in two bills of a month cost what they cost in one', () => {
  const count = fc.integer({ min: 0, max: 3000 * MILLION });
  fc.assert(
    fc.property(count, count, (some, more) => {
      expect(queryFee(route53, some) + queryFee(route53, more, some)).toBe(queryFee(route53, some + more));
    }),
  );
});

test('a host without a price for them asks for nothing', () => {
  expect([queryFee(hover, MILLION), recordFee(hover, MILLION), zoneFee(hover, 1)]).toEqual([0, 0, 0]);
});

// biome-ignore format: a table reads down its columns
test.each([[10_000, 0], [10_001, 1_500_000], [20_000, 15 * DOLLAR]])('%d sets of records cost %d', (sets, fee) => {
  expect(recordFee(route53, sets)).toBe(fee);
});

test('the zone fee falls after the twenty-fifth', () => {
  expect([1, 25, 26, 1000].map((place) => zoneFee(route53, place))).toEqual([50, 50, 10, 10]);
});

/** What was paid by the query: `month-day count nanos of whom`. */
const queriesPaid = (world: World): string[] =>
  world.ledger.flatMap(({ at, from, amount, nanos = 0, purpose, count, subject }) =>
    purpose === 'queries'
      ? [`${new Date(at).toISOString().slice(5, 10)} ${from.id} ${count} ${amount * NANOS_PER_CENT + nanos} ${subject}`]
      : [],
  );
/** `mine.com` at Hover, served from Route 53. */
const moved = played(
  aWorld(),
  register('mine.com', 'hover'),
  createZone('mine.com', 'route53'),
  addRecord('mine.com', 'route53', 'www.mine.com', anAddress('203.0.113.9')),
  copyNameServers('mine.com', 'route53'),
);

describe('queries at Route 53', () => {
  test('are charged when their month is over, those that got no records too', () => {
    const asked = played(moved, ask('www.mine.com'), ask('nowhere.mine.com'), wait(30 * DAY));
    expect(queriesPaid(asked)).toEqual(['04-01 Ines 2 800 mine.com.']);
    expect(queriesPaid(played(asked, wait(90 * DAY)))).toHaveLength(1);
  });

  test('are not put again as long as a resolver remembers', () => {
    expect(queriesPaid(played(moved, ask('www.mine.com'), ask('www.mine.com'), wait(30 * DAY)))).toEqual([
      '04-01 Ines 1 400 mine.com.',
    ]);
  });

  test('are counted anew each month', () => {
    const world = played(moved, ask('www.mine.com'), wait(35 * DAY), ask('www.mine.com'), wait(60 * DAY));
    expect(queriesPaid(world)).toEqual(['04-01 Ines 1 400 mine.com.', '05-01 Ines 1 400 mine.com.']);
  });

  test('are charged for a zone that was deleted before it cost anything itself', () => {
    const unfilled = played(
      aWorld(),
      register('mine.com', 'hover'),
      createZone('mine.com', 'route53'),
      copyNameServers('mine.com', 'route53'),
      ask('www.mine.com'),
      wait(HOUR),
      deleteZone('mine.com', 'route53'),
      wait(60 * DAY),
    );
    expect(queriesPaid(unfilled)).toEqual(['04-01 Ines 1 400 mine.com.']);
    expect(unfilled.ledger.some(({ purpose }) => purpose === 'zone')).toBe(false);
  });

  test('that follow an alias count twice', () => {
    const alias = { type: 'CNAME', target: name('www.mine.com') } as const;
    const world = played(moved, addRecord('mine.com', 'route53', 'shop.mine.com', alias), ask('shop.mine.com'));
    expect(queriesPaid(played(world, wait(30 * DAY)))).toEqual(['04-01 Ines 2 800 mine.com.']);
  });

  test("are each customer's own", () => {
    const both = by(
      'Maren',
      moved,
      register('hers.com', 'hover'),
      createZone('hers.com', 'route53'),
      copyNameServers('hers.com', 'route53'),
    );
    expect(queriesPaid(played(both, ask('www.mine.com'), ask('hers.com'), wait(30 * DAY)))).toEqual([
      '04-01 Ines 1 400 mine.com.',
      '04-01 Maren 1 400 hers.com.',
    ]);
  });

  test('at a zone to which nobody is led are none', () => {
    const world = played(
      aWorld(),
      register('mine.com', 'hover'),
      createZone('mine.com', 'route53'),
      ask('www.mine.com'),
    );
    expect(queriesPaid(played(world, wait(60 * DAY)))).toEqual([]);
    expect(world.usage?.get(zoneAt(world, 'hover', 'mine.com').id)?.queries).toBe(1);
  });
});

test('queries inside a network count for the private zone that is seen there', () => {
  const privateZone = (network: string) => ({ ...createZone('mine.com', 'route53'), network }) as Action;
  const from = (resolver: string): Action => ({ ...ask('www.mine.com'), resolver }) as Action;
  const world = played(
    moved,
    privateZone('vpc'),
    privateZone('lab'),
    from('inside'),
    from('inside-lab'),
    from('inside-lab'),
    from('isp'),
  );
  expect([...(world.usage ?? [])].map(([id, { queries }]) => `${id} ${queries}`)).toEqual(['Z3 1', 'Z4 2', 'Z2 1']);
});

test('no fraction of a cent is lost between payer and payee', () => {
  const world = played(moved, ask('www.mine.com'), ask('nowhere.mine.com'), wait(400 * DAY));
  for (const { amount, nanos = 0 } of world.ledger) {
    expect(inCents(amount * NANOS_PER_CENT + nanos)).toEqual({ amount, nanos });
  }
});
