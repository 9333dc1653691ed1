import { describe, expect, test } from 'vitest';
import { checkSet } from '../../../src/dns/dnssec/check-set.ts';
import { makeKeys } from '../../../src/dns/dnssec/keys.ts';
import { sign } from '../../../src/dns/dnssec/signature.ts';
import { name } from '../../../src/dns/name.ts';
import type { RdataOf, RRset } from '../../../src/dns/record.ts';
import { START } from './signed-internet.ts';

const ZONE = name('shop.');
const { ksk, zsk } = makeKeys(ZONE, 'a');
const NOW = START / 1000;
const period = { inception: NOW - 10, expiration: NOW + 1000 };
const WWW: RRset = { owner: name('www.shop.'), ttl: 300, rdata: [{ type: 'A', address: '192.0.2.80' }] };
const good = sign(WWW, ZONE, zsk, period);
const bad = { ...good, signature: btoa('x'.repeat(64)) };
const signedBy = (...signatures: RdataOf<'RRSIG'>[]): RRset => ({ ...WWW, proof: { signatures } });
const check = (set: RRset, keys: readonly RdataOf<'DNSKEY'>[] = [ksk.dnskey, zsk.dnskey]) =>
  checkSet(set, { zone: ZONE, keys }, START);

/** Keys of the same tag as another: two octets of it are changed about. */
function lookalikes(key: RdataOf<'DNSKEY'>, count: number): RdataOf<'DNSKEY'>[] {
  const octets = atob(key.publicKey);
  return Array.from({ length: count }, (_, place) => {
    const at = 2 * (place + 1);
    const swapped = octets.slice(at, at + 2) + octets.slice(2, at) + octets.slice(0, 2) + octets.slice(at + 2);
    return { ...key, publicKey: btoa(swapped) };
  });
}

describe('one good signature is enough', () => {
  test('beside bad ones', () => {
    expect(check(signedBy(bad, good)).kind).toBe('secure');
    expect(check(signedBy(good, bad)).kind).toBe('secure');
    expect(check(signedBy({ ...good, expiration: NOW - 1 }, good)).kind).toBe('secure');
  });

  test('with a key that shares its tag with others', () => {
    const keys = [...lookalikes(zsk.dnskey, 3), zsk.dnskey];
    expect(check(signedBy(good), keys)).toMatchObject({ kind: 'secure', tag: zsk.keyTag });
  });

  test('the TTL is cut to what was signed and to what is left of the signature', () => {
    expect(check({ ...signedBy(good), ttl: 5000 })).toMatchObject({ set: { ttl: 300 } });
    const short = sign(WWW, ZONE, zsk, { ...period, expiration: NOW + 7 });
    expect(check(signedBy(short))).toMatchObject({ set: { ttl: 7 } });
    expect(check({ ...signedBy(good), ttl: 3 })).toMatchObject({ set: { ttl: 3 } });
  });
});

describe('the nearest miss is told', () => {
  // biome-ignore format: a table reads down its columns
  test.each<[says: string, problem: string, signatures: RdataOf<'RRSIG'>[]]>([
    ['none at all',                        'not-signed',      []],
    ['another zone’s',                     'wrong-signer',    [{ ...good, signer: name('com.') }]],
    ['another key’s',                      'no-such-key',     [{ ...good, signer: name('com.') }, { ...good, keyTag: 1 }]],
    ['one that is out of date, too',       'expired',         [{ ...good, keyTag: 1 }, { ...good, expiration: NOW - 1 }]],
    ['one that is not yet good',           'not-yet-valid',   [{ ...good, inception: NOW + 1 }]],
    ['one that is wrong, too',             'wrong-signature', [{ ...good, expiration: NOW - 1 }, bad]],
  ])('%s', (_, problem, signatures) => {
    expect(check(signedBy(...signatures))).toMatchObject({ kind: 'bogus', fault: { problem, owner: 'www.shop.', type: 'A' } });
  });
});

test('other data, another owner or another TTL than was signed are wrong', () => {
  const others: RRset[] = [
    { ...WWW, rdata: [{ type: 'A', address: '192.0.2.81' }] },
    { ...WWW, owner: name('ww2.shop.') },
    { ...WWW, rdata: [...WWW.rdata, { type: 'A', address: '192.0.2.81' }] },
  ];
  for (const set of others) {
    expect(check({ ...set, proof: { signatures: [good] } })).toMatchObject({ fault: { problem: 'wrong-signature' } });
  }
  expect(check(signedBy({ ...good, originalTtl: 301 })).kind).toBe('bogus');
});

test('a set made from a wildcard names it', () => {
  const wildcard = { ...WWW, owner: name('*.shop.') };
  const signature = sign(wildcard, ZONE, zsk, period);
  const made = { ...WWW, owner: name('a.b.shop.'), proof: { signatures: [signature] } };
  expect(check(made)).toMatchObject({ kind: 'secure', source: '*.shop.' });
  expect(check({ ...wildcard, proof: { signatures: [signature] } })).toMatchObject({
    kind: 'secure',
    source: undefined,
  });
});

describe('work is bounded', () => {
  test('thirty keys of one tag are not all tried', () => {
    const keys = [...lookalikes(zsk.dnskey, 30), zsk.dnskey];
    expect(check(signedBy(good), keys)).toMatchObject({ kind: 'bogus', fault: { problem: 'too-much-work' } });
  });

  test('nor are a hundred signatures', () => {
    const many = Array.from({ length: 100 }, (_, place) => ({
      ...bad,
      signature: btoa(String(place).padEnd(64, 'x')),
    }));
    expect(check(signedBy(...many))).toMatchObject({ kind: 'bogus', fault: { problem: 'too-much-work' } });
    const foreign = Array.from({ length: 100 }, () => ({ ...good, signer: name('com.') }));
    expect(check(signedBy(...foreign, good)).kind).toBe('bogus');
  });
});

test('wrong signatures of one set use up the patience for the next', () => {
  const patience = { failuresLeft: 5 };
  const checkNext = (set: RRset) => checkSet(set, { zone: ZONE, keys: [zsk.dnskey] }, START, patience);
  expect(checkNext(signedBy(bad, bad, bad))).toMatchObject({ fault: { problem: 'wrong-signature' } });
  expect(checkNext(signedBy(good)).kind).toBe('secure');
  expect(patience.failuresLeft).toBe(2);
  expect(checkNext(signedBy(bad, bad, good))).toMatchObject({ fault: { problem: 'too-much-work' } });
  expect(checkNext(signedBy(good))).toMatchObject({ fault: { problem: 'too-much-work' } });
});
