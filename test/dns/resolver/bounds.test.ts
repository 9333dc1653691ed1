import { expect, test } from 'vitest';
import type { Zone } from '../../../src/dns/zone/zone.ts';
import { zone } from '../../support/zone.ts';
import { askedAddresses, Client, internetOf, ROOT_ADDRESS } from './little-internet.ts';
import { aa, refer, run, says } from './script.ts';

const TLD = '198.51.100.2';
const root = zone(
  '.',
  '. NS a.root.',
  'a.root. A 198.51.100.1',
  'test. NS ns.nic.test.',
  'ns.nic.test. A 198.51.100.2',
);
const tld = (...lines: string[]): Zone => zone('test.', '@ NS ns.nic', 'ns.nic A 198.51.100.2', ...lines);
const times = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index));
const ask = (...lines: string[]) =>
  new Client().ask(internetOf({ [ROOT_ADDRESS]: [root], [TLD]: [tld(...lines)] }), 'www.shop.test.');

/** A referral that names a thousand servers to look up, as in NXNSAttack. */
test('of servers without an address only the first few are looked up', () => {
  const resolution = ask(...times(1000, (index) => `shop NS ns${index}.victim${index}.test.`));
  expect(resolution).toMatchObject({ rcode: 'SERVFAIL', reason: 'too-many-servers' });
  expect(askedAddresses(resolution)).toEqual(
    Array(2 + 6)
      .fill(TLD)
      .fill(ROOT_ADDRESS, 0, 1),
  );
});

test('of servers with an address that keep silent no more are asked than the queries one question may cost', () => {
  const resolution = ask(
    ...times(1000, (index) => `shop NS ns${index}.shop\nns${index}.shop A 203.0.${index >> 8}.${index & 255}`),
  );
  expect(resolution).toMatchObject({ rcode: 'SERVFAIL', reason: 'too-many-queries' });
  expect(askedAddresses(resolution)).toHaveLength(100);
});

test('two zones with a thousand servers each in the other end without another query', () => {
  const resolution = ask(
    ...times(1000, (index) => `shop NS n${index}.mall`),
    ...times(1000, (index) => `mall NS n${index}.shop`),
  );
  expect(resolution.rcode).toBe('SERVFAIL');
  expect(resolution.steps.length).toBeLessThan(500);
  expect(askedAddresses(resolution).length).toBeLessThan(70);
});

test('servers of zones whose servers are in zones, and so on, end at a depth', () => {
  const resolution = ask('shop NS ns.z0', ...times(50, (index) => `z${index} NS ns.z${index + 1}`));
  expect(resolution).toMatchObject({ rcode: 'SERVFAIL', reason: 'no-address' });
  expect(resolution.steps).toContainEqual(expect.objectContaining({ kind: 'gave-up', reason: 'too-deep' }));
});

test('ten zones that each name servers in all others end', () => {
  const cuts = times(10, (from) => times(10, (to) => `z${from} NS n.z${to}`).join('\n'));
  const resolution = ask('shop NS n.z0', ...cuts);
  expect(resolution.rcode).toBe('SERVFAIL');
  expect(resolution.steps.length).toBeLessThan(500);
});

test.each([
  [
    'one after the other in one response',
    times(2000, (index) => `a${index}.example. CNAME a${index + 1}.example.`).join(' / '),
  ],
  ['in a circle', 'a0.example. CNAME a1.example. / a1.example. CNAME a0.example.'],
])('aliases %s end', (_, answer) => {
  const resolution = run({ 1: refer('example.', '192.0.2.2'), '192.0.2.2': says(aa, answer) }, 'a0.example.');
  expect(resolution).toMatchObject({ rcode: 'SERVFAIL', reason: 'alias-loop' });
  expect(resolution.asked.length).toBeLessThan(25);
});

test('aliases without end, each from a query of its own, end', () => {
  const next = (qname: string) => `${qname} CNAME x${qname}`;
  const resolution = run(
    { 1: refer('example.', '192.0.2.2'), '192.0.2.2': (query) => says(aa, next(query.question.qname))(query) },
    'a.example.',
  );
  expect(resolution).toMatchObject({ rcode: 'SERVFAIL', reason: 'alias-loop' });
});

test('a set of ten thousand records is answered whole', () => {
  const lines = times(10_000, (index) => `www A 10.0.${index >> 8}.${index & 255}`);
  const internet = internetOf({ [ROOT_ADDRESS]: [root], [TLD]: [tld(...lines)] });
  expect(new Client().ask(internet, 'www.test.').answer[0]?.rdata).toHaveLength(10_000);
});

test('referrals downwards without end are followed only while the name has labels', () => {
  const deep = `${times(60, (index) => `l${index}`).join('.')}.example.`;
  const resolution = run(
    new Proxy(
      {},
      {
        get: (_, address: string) => {
          const labels = deep.split('.').slice(0, -1);
          const zone = `${labels.slice(labels.length - Math.min(labels.length, Number(address.split('.').at(-1)))).join('.')}.`;
          return refer(zone, `192.0.2.${Number(address.split('.').at(-1)) + 1}`);
        },
      },
    ),
    deep,
  );
  expect(resolution.rcode).toBe('SERVFAIL');
  expect(resolution.asked.length).toBeLessThanOrEqual(62);
});
