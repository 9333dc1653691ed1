import { expect, test } from 'vitest';
import { dsOf, keyTagOf, makeKeys } from '../../../src/dns/dnssec/keys.ts';
import { sign, verifies } from '../../../src/dns/dnssec/signature.ts';
import { signedZone } from '../../../src/dns/dnssec/signed-zone.ts';
import { name } from '../../../src/dns/name.ts';
import { parseRdata } from '../../../src/dns/rdata/text.ts';
import type { RdataOf, RRset, RRType } from '../../../src/dns/record.ts';
import { formatZoneFile, readZoneFile } from '../../../src/dns/zone/zone-file.ts';

function rdata<T extends RRType>(type: T, text: string): RdataOf<T> {
  const parsed = parseRdata(type, text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value as RdataOf<T>;
}
const PERIOD = { inception: 1_700_000_000, expiration: 1_800_000_000 };
const zone = name('example.net.');
const { ksk, zsk } = makeKeys(zone, 'a seed');
const www: RRset = {
  owner: name('www.example.net.'),
  ttl: 3600,
  rdata: [rdata('A', '192.0.2.1'), rdata('A', '192.0.2.9')],
};

test('the published example of P-256 checks: key tag, DS and signature', () => {
  // RFC 6605 §6.1.
  const dnskey = rdata(
    'DNSKEY',
    '257 3 13 GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA==',
  );
  const ds = rdata('DS', '55648 13 2 b4c8c1fe2e7477127b27115656ad6256f424625bf5c1e2770ce6d6e37df61d17');
  const rrsig = rdata(
    'RRSIG',
    'A 13 3 3600 20100909100439 20100812100439 55648 example.net. qx6wLYqmh+l9oCKTN6qIc+bw6ya+KJ8oMz0YP107epXAyGmt+3SNruPFKG7tZoLBLlUzGGus7ZwmwWep666VCw==',
  );
  const set: RRset = { owner: name('www.example.net.'), ttl: 3600, rdata: [rdata('A', '192.0.2.1')] };
  expect(keyTagOf(dnskey)).toBe(55648);
  expect(dsOf(name('example.net.'), dnskey)).toEqual(ds);
  expect(verifies(set, rrsig, dnskey)).toBe(true);
  expect(verifies({ ...set, rdata: [rdata('A', '192.0.2.2')] }, rrsig, dnskey)).toBe(false);
});

test('a zone’s keys follow from its origin and the seed, and differ', () => {
  expect(makeKeys(zone, 'a seed')).toEqual({ ksk, zsk });
  expect(
    new Set([ksk, zsk, makeKeys(zone, 'b').ksk, makeKeys(name('b.'), 'a seed').ksk].map(({ keyTag }) => keyTag)).size,
  ).toBe(4);
  expect([ksk.dnskey.flags, zsk.dnskey.flags]).toEqual([257, 256]);
});

test('a signature is the same each time, and holds for that set, key and period only', () => {
  const rrsig = sign(www, zone, zsk, PERIOD);
  expect(sign(www, zone, zsk, PERIOD)).toEqual(rrsig);
  expect(verifies(www, rrsig, zsk.dnskey)).toBe(true);
  expect(verifies({ ...www, ttl: 7, rdata: [...www.rdata].reverse() }, rrsig, zsk.dnskey)).toBe(true);
  expect(verifies(www, rrsig, ksk.dnskey)).toBe(false);
  expect(verifies({ ...www, owner: name('ww.example.net.') }, rrsig, zsk.dnskey)).toBe(false);
  expect(verifies(www, { ...rrsig, expiration: rrsig.expiration + 1 }, zsk.dnskey)).toBe(false);
  expect(verifies({ ...www, rdata: www.rdata.slice(1) }, rrsig, zsk.dnskey)).toBe(false);
});

test('a set made from a wildcard is checked under the wildcard’s name', () => {
  const wild = sign({ ...www, owner: name('*.example.net.') }, zone, zsk, PERIOD);
  expect(wild.labels).toBe(2);
  expect(verifies({ ...www, owner: name('a.b.example.net.') }, wild, zsk.dnskey)).toBe(true);
  expect(verifies({ ...www, owner: name('a.example.com.') }, wild, zsk.dnskey)).toBe(false);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['another algorithm',     { algorithm: 8 },                  {},                     'unsupported'],
  ['a key of another',      {},                                { algorithm: 8 },       'unsupported'],
  ['a signature too short', { signature: 'AQID' },             {},                     false],
  ['a key too short',       {},                                { publicKey: 'AQID' },  false],
  ['a key off the curve',   {},                                { publicKey: btoa('a'.repeat(64)) }, false],
] as const)('%s is no good signature', (_, ofSignature, ofKey, expected) => {
  const rrsig = { ...sign(www, zone, zsk, PERIOD), ...ofSignature };
  expect(verifies(www, rrsig, { ...zsk.dnskey, ...ofKey })).toBe(expected);
});

test('a signed zone is printed with the letters of its names, except where these are signed letter by letter', () => {
  const { zone } = readZoneFile('@ 60 SOA Ns h 1 2 3 4 5\n@ 60 NS Ns\nNs 60 A 192.0.2.1\n', {
    origin: name('example.'),
  });
  const signing = { seed: 'a', ...PERIOD };
  const text = formatZoneFile(signedZone({ ...zone, signing }));
  expect(text).toMatch(/^@ +60 IN NS +Ns\.example\.$/m);
  expect(text).toMatch(/^@ .* NSEC +ns\.example\. /m);
});

test('the same set has another signature in a zone with other keys, and none below a DNAME', () => {
  const text = '@ 60 SOA ns h 1 2 3 4 5\n@ 60 NS ns\nns 60 A 192.0.2.1\nold 60 DNAME new\nx.old 60 A 192.0.2.2\n';
  const { zone } = readZoneFile(text, { origin: name('example.') });
  const [one, other] = ['a', 'b'].map((seed) => signedZone({ ...zone, signing: { seed, ...PERIOD } }));
  const signed = (each: typeof one) => each?.nodes.get(name('ns.example.'))?.RRSIG?.rdata[0]?.keyTag;
  expect(signed(one)).not.toBe(signed(other));
  expect(one?.nodes.get(name('x.old.example.'))).toMatchObject({ A: {} });
  expect(one?.nodes.get(name('x.old.example.'))?.RRSIG).toBeUndefined();
  expect(one?.nodes.get(name('x.old.example.'))?.NSEC).toBeUndefined();
});
