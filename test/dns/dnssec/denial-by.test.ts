import { expect, test } from 'vitest';
import { denialBy } from '../../../src/dns/dnssec/denial-by.ts';
import { makeKeys } from '../../../src/dns/dnssec/keys.ts';
import { sign } from '../../../src/dns/dnssec/signature.ts';
import { type Name, name } from '../../../src/dns/name.ts';
import type { RRset, RRsetOf } from '../../../src/dns/record.ts';
import { START } from './signed-internet.ts';

const ZONE = name('shop.');
const { zsk } = makeKeys(ZONE, 'a');
const NOW = START / 1000;
const nsec = (owner: Name): RRsetOf<'NSEC'> => ({
  owner,
  ttl: 300,
  rdata: [{ type: 'NSEC', next: name('z.shop.'), types: ['A', 'RRSIG', 'NSEC'] }],
});
const signedNsec = (owner: Name, expiration = NOW + 10): RRset => {
  const set = nsec(owner);
  return { ...set, proof: { signatures: [sign(set, ZONE, zsk, { inception: NOW - 10, expiration })] } };
};
const from = (...denial: readonly RRset[]) => {
  const soa: RRset = { owner: ZONE, ttl: 300, rdata: [], proof: { signatures: [], denial } };
  const { nsecs, fault } = denialBy(soa, { zone: ZONE, keys: [zsk.dnskey] }, START);
  return [nsecs.map(({ owner }) => owner), fault?.problem];
};

test('what the zone signed counts, and the first fault of the rest is told', () => {
  expect(from(signedNsec(name('a.shop.')))).toEqual([['a.shop.'], undefined]);
  expect(from(signedNsec(name('a.shop.'), NOW - 1), nsec(name('b.shop.')), signedNsec(name('c.shop.')))).toEqual([
    ['c.shop.'],
    'expired',
  ]);
});

test('an NSEC of a wildcard does not speak of the names made from it', () => {
  const wildcard = signedNsec(name('*.shop.'));
  expect(from(wildcard)).toEqual([['*.shop.'], undefined]);
  expect(from({ ...wildcard, owner: name('m.shop.') })).toEqual([[], undefined]);
});

test('of a heap of proofs only the first few are looked at', () => {
  const heap = Array.from({ length: 50 }, (_, place) => signedNsec(name(`n${place}.shop.`)));
  expect(from(...heap)[0]).toHaveLength(6);
});
