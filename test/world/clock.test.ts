import { describe, expect, test } from 'vitest';
import { DAY, formatInstant, HOUR, instant, MINUTE } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import type { World } from '../../src/world/world.ts';
import { aWorld, createZone, deleteZone, payments, played, register, wait, zoneAt } from '../support/world.ts';

const on = (text: string): World => aWorld(instant(Date.parse(`${text}Z`)));
const zoneFees = (world: World) => payments(world).filter((payment) => payment.endsWith('zone'));

describe('a zone at Route 53', () => {
  // biome-ignore format: a table reads down its columns
  test.each([
    ['before the twelve hours are over',      '2026-03-02T09:00:00', 12 * HOUR - 1,      []],
    ['when they are over, in full',           '2026-03-02T09:00:00', 12 * HOUR,          ['03-02T21:00 Ines > route53 50 zone']],
    ['not again within the month',            '2026-03-02T09:00:00', 29 * DAY,           ['03-02T21:00 Ines > route53 50 zone']],
    ['on the first of each month, UTC',       '2026-03-02T09:00:00', 61 * DAY,           ['03-02T21:00 Ines > route53 50 zone', '04-01T00:00 Ines > route53 50 zone', '05-01T00:00 Ines > route53 50 zone']],
    ['over the end of a year',                '2026-12-30T09:00:00', 3 * DAY,            ['12-30T21:00 Ines > route53 50 zone', '01-01T00:00 Ines > route53 50 zone']],
    ['created on the last evening',           '2026-03-31T20:00:00', DAY,                ['04-01T08:00 Ines > route53 50 zone']],
    ['free until exactly the first',          '2026-03-31T12:00:00', DAY,                ['04-01T00:00 Ines > route53 50 zone']],
  ])('is charged for %s', (_, start, span, fees) => {
    expect(zoneFees(played(on(start), createZone('mine.com', 'route53'), wait(span)))).toEqual(fees);
  });

  test('costs nothing if it is deleted within twelve hours', () => {
    const world = played(
      aWorld(),
      createZone('mine.com', 'route53'),
      wait(11 * HOUR),
      deleteZone('mine.com', 'route53'),
      wait(90 * DAY),
    );
    expect(zoneFees(world)).toEqual([]);
  });

  test('costs nothing more once it is deleted', () => {
    const world = played(
      aWorld(),
      createZone('mine.com', 'route53'),
      wait(13 * HOUR),
      deleteZone('mine.com', 'route53'),
      wait(90 * DAY),
    );
    expect(zoneFees(world)).toHaveLength(1);
  });

  test('is charged for whether or not a domain is delegated to it, and so is the one that came with a domain', () => {
    const world = played(aWorld(), register('mine.com', 'route53'), createZone('other.com', 'route53'), wait(DAY));
    expect(zoneFees(world)).toHaveLength(2);
  });

  test('costs less from the twenty-sixth of an account on', () => {
    const many = Array.from({ length: 27 }, (_, place) => createZone(`mine${place}.com`, 'route53'));
    const amounts = played(aWorld(), ...many, wait(DAY)).ledger.map(({ amount }) => amount);
    expect(amounts).toEqual([...new Array(25).fill(50), 10, 10]);
  });

  test('moves up when an older one goes', () => {
    const many = Array.from({ length: 26 }, (_, place) => createZone(`mine${place}.com`, 'route53'));
    const world = played(aWorld(), ...many, deleteZone('mine0.com', 'route53'), wait(DAY));
    expect(world.ledger.map(({ amount }) => amount)).toEqual(new Array(25).fill(50));
  });
});

test('a host that is never free to try charges at once', () => {
  const world = played(aWorld(), createZone('mine.com', 'dnsimple'));
  expect(zoneFees(world)).toEqual(['03-02T09:00 Ines > dnsimple 100 zone']);
  expect(zoneFees(played(world, wait(30 * DAY)))).toEqual([
    '03-02T09:00 Ines > dnsimple 100 zone',
    '04-01T00:00 Ines > dnsimple 100 zone',
  ]);
});

test('a free host never charges', () => {
  const world = played(aWorld(), register('mine.com', 'hover'), createZone('mine.com', 'cloudflare'), wait(300 * DAY));
  expect(zoneFees(world)).toEqual([]);
});

test('a registration renews itself on its date, at the same prices, until it is far away', () => {
  const world = played(aWorld(), register('mine.com', 'hover', 2), wait(3 * 365 * DAY + 2 * DAY));
  expect(payments(world)).toEqual([
    '03-02T09:00 Ines > hover 3600 registration',
    '03-02T09:00 hover > verisign 2052 wholesale',
    '03-02T09:00 hover > icann 36 icann-fee',
    '03-02T09:00 verisign > icann 50 icann-fee',
    '03-02T09:00 Ines > hover 1800 renewal',
    '03-02T09:00 hover > verisign 1026 wholesale',
    '03-02T09:00 hover > icann 18 icann-fee',
    '03-02T09:00 verisign > icann 25 icann-fee',
    '03-02T09:00 Ines > hover 1800 renewal',
    '03-02T09:00 hover > verisign 1026 wholesale',
    '03-02T09:00 hover > icann 18 icann-fee',
    '03-02T09:00 verisign > icann 25 icann-fee',
  ]);
  expect(formatInstant(world.registrations.get(name('mine.com'))!.expiresAt)).toBe('2030-03-02 09:00:00');
});

describe('time', () => {
  const world = played(
    aWorld(),
    register('a.com', 'hover'),
    createZone('b.com', 'route53'),
    wait(MINUTE),
    createZone('c.com', 'route53'),
  );

  test('brings what is due in the order of moments, and ends where it was to', () => {
    const then = played(world, wait(400 * DAY));
    const moments = then.history.flatMap((event) => (event.kind === 'clock-moved' ? [event.to] : []));
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(new Set(moments).size).toBe(moments.length);
    expect(then.now).toBe(world.now + 400 * DAY);
    const paid = then.ledger.map(({ at }) => at);
    expect(paid).toEqual(paid.toSorted((a, b) => a - b));
    expect(Math.max(...paid)).toBeLessThanOrEqual(then.now);
  });

  test('waited in one piece or in many comes to the same', () => {
    const once = played(world, wait(400 * DAY));
    const often = played(world, ...Array.from({ length: 400 }, () => wait(DAY)));
    expect(often.ledger).toEqual(once.ledger);
    expect(often.registrations).toEqual(once.registrations);
    expect(often.now).toBe(once.now);
  });

  test('of no length moves nothing', () => {
    expect(played(world, wait(0)).now).toBe(world.now);
  });

  test('a zone is paid for by its customer while it is theirs', () => {
    const then = played(world, wait(DAY));
    expect(zoneFees(then)).toEqual(['03-02T21:00 Ines > route53 50 zone', '03-02T21:01 Ines > route53 50 zone']);
    expect(zoneAt(then, 'route53', 'b.com').customer).toBe('Ines');
  });
});
