import { expect, test } from 'vitest';
import { NANOS_PER_CENT } from '../../src/base/money.ts';
import { DAY, later, startOfNextMonth } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { balances, flowsByMonth, paymentsUntil, sumOf } from '../../src/world/bill.ts';
import { costsOf } from '../../src/world/costs.ts';
import { provenanceOf } from '../../src/world/provenance.ts';
import {
  ask,
  aWorld,
  catalogue,
  copyNameServers,
  createZone,
  deleteZone,
  played,
  register,
  wait,
} from '../support/world.ts';

const world = played(
  aWorld(),
  register('mine.com', 'hover'),
  createZone('mine.com', 'route53'),
  copyNameServers('mine.com', 'route53'),
  ask('www.mine.com'),
  wait(40 * DAY),
);

test('what some paid, others got, to the last fraction of a cent', () => {
  const all = balances(world.ledger);
  expect(all.map(({ party }) => `${party.kind} ${party.id}`)).toEqual([
    ...['registrant Ines', 'registrar hover', 'registry verisign', 'icann icann', 'dns-host route53'],
  ]);
  expect(all.map(({ got, paid }) => got - paid)).toEqual([
    -(1900 * NANOS_PER_CENT + 400),
    756 * NANOS_PER_CENT,
    1001 * NANOS_PER_CENT,
    43 * NANOS_PER_CENT,
    100 * NANOS_PER_CENT + 400,
  ]);
  expect(all.reduce((sum, { got, paid }) => sum + got - paid, 0)).toBe(0);
});

test('months are those of UTC, and like payments of one stand together', () => {
  const months = [...flowsByMonth(world.ledger)].map(([month, flows]) => [
    month,
    flows.map(({ payments, sum }) => `${payments[0].purpose} ${payments.length} ${sum}`),
  ]);
  expect(months).toEqual([
    [
      '2026-03',
      [
        `registration 1 ${1800 * NANOS_PER_CENT}`,
        `wholesale 1 ${1026 * NANOS_PER_CENT}`,
        `icann-fee 1 ${18 * NANOS_PER_CENT}`,
        `icann-fee 1 ${25 * NANOS_PER_CENT}`,
        `zone 1 ${50 * NANOS_PER_CENT}`,
      ],
    ],
    ['2026-04', [`zone 1 ${50 * NANOS_PER_CENT}`, 'queries 1 400']],
  ]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['as long as it stands',   [],                                   'zone',         11],
  ['once it is deleted',     [deleteZone('mine.com', 'route53')],  'zone',          0],
  ['a renewal all the same', [deleteZone('mine.com', 'route53')],  'renewal',       1],
] as const)('what is to come within eleven months: %s', (_, deeds, purpose, times) => {
  const now = played(world, ...deeds);
  const coming = paymentsUntil(now, later(now.now, 334 * DAY));
  expect(coming.filter((payment) => payment.purpose === purpose)).toHaveLength(times);
});

test('what is said to come is what does come', () => {
  const until = startOfNextMonth(startOfNextMonth(world.now));
  const coming = paymentsUntil(world, until);
  expect(played(world, wait(until - world.now)).ledger).toEqual([...world.ledger, ...coming]);
  expect(sumOf(coming)).toBe(100 * NANOS_PER_CENT);
});

/** `division registrar host: cents a year`, as told. */
const costs = (domain: string, queries = 0, registeredAt?: string): string[] =>
  costsOf(catalogue, name(domain), { queries, registeredAt }).map(
    ({ division, registrar, host, hostBelow, year }) =>
      `${division} ${registrar.id} ${[host, ...(hostBelow ? [hostBelow] : [])].map(({ id }) => id).join('+')} ${year / NANOS_PER_CENT}`,
  );

// biome-ignore format: a table reads down its columns
test.each<[string, string, number, string | undefined, string[]]>([
  ['without queries',                'mine.com', 0,         undefined,
    ['both route53 route53 2100', 'registrar-only route53 cloudflare 1500', 'hosting-only hover route53 2400', 'neither hover hover 1800', 'subdomain hover hover+route53 2400']],
  ['with a million a month',         'mine.com', 1_000_000, undefined,
    ['both route53 route53 2580', 'registrar-only route53 cloudflare 1500', 'hosting-only hover route53 2880', 'neither hover hover 1800', 'subdomain hover hover+route53 2880']],
  ['with the registrar that it has', 'mine.com', 0,         'gandi',
    ['both route53 route53 2100', 'registrar-only route53 cloudflare 1500', 'hosting-only gandi route53 2600', 'neither gandi gandi 2000', 'subdomain gandi gandi+route53 2600']],
  ['where Route 53 sells none',      'mine.dev', 0,         undefined,
    ['hosting-only hover route53 2400', 'neither hover hover 1800', 'subdomain hover hover+route53 2400']],
])('what a domain costs a year %s', (_, domain, queries, registeredAt, rows) => {
  expect(costs(domain, queries, registeredAt)).toEqual(rows);
});

// biome-ignore format: a table reads down its columns
test.each([
  [{ of: 'zone', host: 'route53' },                  { basis: 'sourced', asOf: '2026-09-20' }],
  [{ of: 'zone', host: 'hover' },                    { basis: 'simulated' }],
  [{ of: 'registration', registrar: 'route53' },     { basis: 'simulated' }],
  [{ of: 'wholesale', suffix: name('com') },         { basis: 'sourced', asOf: '2026-01-07' }],
  [{ of: 'icann-of-registry', suffix: name('net') }, { basis: 'simulated' }],
  [{ of: 'records', host: 'nobody' },                { basis: 'simulated' }],
] as const)('a price knows what it rests on: %j', (price, provenance) => {
  expect(provenanceOf(catalogue, price)).toMatchObject(provenance);
});
