import { expect, test } from 'vitest';
import { instant } from '../../../src/base/time.ts';
import { signatureLeft, timeOf } from '../../../src/dns/dnssec/signature-time.ts';
import { name } from '../../../src/dns/name.ts';

const signature = (inception: number, expiration: number) =>
  ({
    type: 'RRSIG',
    typeCovered: 'A',
    algorithm: 13,
    labels: 1,
    originalTtl: 300,
    expiration,
    inception,
    keyTag: 1,
    signer: name('shop.'),
    signature: '',
  }) as const;

// biome-ignore format: a table reads down its columns
test.each<[says: string, inception: number, expiration: number, at: number, time: string, left: number]>([
  ['before it begins',                  1000,          2000, 999,              'before', 1001],
  ['at its first second',               1000,          2000, 1000,             'within', 1000],
  ['at its last second',                1000,          2000, 2000,             'within', 0],
  ['after its last second',             1000,          2000, 2001,             'after',  0],
  ['over the end of the count',         4294967000,    500,  4294967296 + 100, 'within', 400],
  ['before it, over the end',           4294967000,    500,  4294966000,       'before', 1796],
  ['after it, over the end',            4294967000,    500,  4294967296 + 501, 'after',  0],
])('%s', (_, inception, expiration, at, time, left) => {
  const now = instant(at * 1000);
  expect(timeOf(signature(inception, expiration), now)).toBe(time);
  expect(signatureLeft(signature(inception, expiration), now)).toBe(left);
});
