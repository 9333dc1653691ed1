import fc from 'fast-check';
import { formatIpv6 } from '../../src/dns/address.ts';
import { type Name, nameOfOctets, ROOT } from '../../src/dns/name.ts';
import { hexOf } from '../../src/dns/octets.ts';
import { eui48, eui64 } from '../../src/dns/rdata/eui-field.ts';
import * as field from '../../src/dns/rdata/field.ts';
import { RDATA_FIELDS } from '../../src/dns/rdata/fields.ts';
import { location } from '../../src/dns/rdata/location-field.ts';
import { algorithm, certificateType } from '../../src/dns/rdata/mnemonic-field.ts';
import { base32Of, hashedName, salt } from '../../src/dns/rdata/nsec3-field.ts';
import { svcParams } from '../../src/dns/rdata/svc-params.ts';
import { moment, oneType, typeBitmap, typesOrNone } from '../../src/dns/rdata/type-field.ts';
import type { KnownType, Rdata, RRset, RRType } from '../../src/dns/record.ts';
import { RR_TYPES } from '../../src/dns/rr-type.ts';

const octetArbitrary = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  fc.constantFrom(...Buffer.from('abcXYZ019-_.\\";()@$* ')),
);
const lowerCase = (octet: number): number => (octet >= 65 && octet <= 90 ? octet + 32 : octet);

/** Any name at all: every octet may occur, and some get escaped. */
export const anyName: fc.Arbitrary<Name> = fc
  .array(fc.array(octetArbitrary, { minLength: 1, maxLength: 12 }), { maxLength: 6 })
  .map((labels) => {
    const name = nameOfOctets(labels.map((label) => label.map(lowerCase)));
    if (!name.ok) throw new Error('arbitrary makes only names');
    return name.value;
  });

/** Names as people give them. */
const plainName = fc
  .array(fc.stringMatching(/^[a-z0-9_]([a-z0-9-]{0,8}[a-z0-9])?$/), { minLength: 1, maxLength: 4 })
  .map((labels) => `${labels.join('.')}.` as Name);

const octetText = fc.array(octetArbitrary, { maxLength: 40 }).map((octets) => String.fromCharCode(...octets));
const someHex = fc.uint8Array({ minLength: 1, maxLength: 40 }).map(hexOf);
const byField = new Map<unknown, fc.Arbitrary<unknown>>([
  [algorithm, fc.integer({ min: 0, max: 255 })],
  [field.octet, fc.integer({ min: 0, max: 255 })],
  [field.number16, fc.integer({ min: 0, max: 0xffff })],
  [field.number32, fc.integer({ min: 0, max: 0xffff_ffff })],
  [field.seconds, fc.integer({ min: 0, max: 0xffff_ffff })],
  [field.ipv4, fc.uint8Array({ minLength: 4, maxLength: 4 }).map((octets) => octets.join('.'))],
  [field.ipv6, fc.uint8Array({ minLength: 16, maxLength: 16 }).map((octets) => formatIpv6([...octets]))],
  [field.oldName, anyName],
  [field.middleName, anyName],
  [field.newName, anyName],
  [field.signedName, anyName],
  [field.characterString, octetText],
  [field.characterStrings, fc.array(octetText, { minLength: 1, maxLength: 3 })],
  [field.tag, fc.stringMatching(/^[a-z0-9]{1,12}$/)],
  [field.longString, octetText],
  [field.hex, someHex],
  [
    field.base64,
    fc.uint8Array({ minLength: 1, maxLength: 40 }).map((octets) => Buffer.from(octets).toString('base64')),
  ],
  [certificateType, fc.integer({ min: 0, max: 0xffff })],
  [
    eui48,
    fc.uint8Array({ minLength: 6, maxLength: 6 }).map((octets) =>
      Buffer.from(octets)
        .toString('hex')
        .replace(/..(?=.)/g, '$&-'),
    ),
  ],
  [
    eui64,
    fc.uint8Array({ minLength: 8, maxLength: 8 }).map((octets) =>
      Buffer.from(octets)
        .toString('hex')
        .replace(/..(?=.)/g, '$&-'),
    ),
  ],
  [
    location,
    fc.constantFrom(
      '52 22 23.000 N 4 53 32.001 E -2.00m 1m 10000m 10m',
      '90 0 0.000 S 180 0 0.000 W 42849672.95m 0.00m 0.90m 90000000m',
    ),
  ],
  [typesOrNone, fc.subarray<RRType>(['A', 'NS', 'AAAA'])],
  [salt, fc.uint8Array({ maxLength: 255 }).map(hexOf)],
  [hashedName, fc.uint8Array({ minLength: 1, maxLength: 40 }).map(base32Of)],
  [moment, fc.integer({ min: 0, max: 0xffff_ffff })],
  [oneType, fc.constantFrom<RRType>('A', 'SOA', 'CAA', 'TYPE65280')],
  [typeBitmap, fc.subarray<RRType>(['A', 'NS', 'SOA', 'RRSIG', 'NSEC', 'CAA', 'TYPE65280'], { minLength: 1 })],
  [
    svcParams,
    fc
      .subarray(['alpn=h2,h3', 'no-default-alpn', 'port=8443', 'ipv4hint=192.0.2.1', 'key700="x\\"y"'])
      .filter(([first]) => first !== 'no-default-alpn'), // it goes with alpn only: RFC 9460 §7.1.1
  ],
]);

/** Data of one type, made from what its row in the table says. */
export function rdataOfType(type: KnownType): fc.Arbitrary<Rdata> {
  const fields = Object.entries(RDATA_FIELDS[type]).map(([key, kind]) => [key, byField.get(kind)!]);
  // A digest of one of the types that have their length would have to be so long.
  const free = type === 'DS' ? { digestType: 9 } : {};
  return fc.record(Object.fromEntries(fields)).map((values) => ({ type, ...values, ...free }) as Rdata);
}

export const anyRdata = fc.constantFrom(...RR_TYPES).chain(rdataOfType);

/** Sets of a zone, each owner at the origin or below it. */
export const rrsetsBelow = (origin: Name): fc.Arbitrary<RRset[]> =>
  fc.array(
    fc
      .tuple(fc.oneof(plainName, anyName), fc.integer({ min: 0, max: 0x7fff_ffff }), anyRdata)
      .map(([label, ttl, rdata]) => ({
        owner: (label === ROOT ? origin : `${label}${origin}`) as Name,
        ttl,
        rdata: [rdata],
      })),
    { maxLength: 12 },
  );
