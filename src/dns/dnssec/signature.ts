import { p256 } from '@noble/curves/nist.js';
import { remembered } from '../../base/remembered.ts';
import type { Name } from '../name.ts';
import { type RdataOf, type RRset, typeOf } from '../record.ts';
import { signedData, signedLabels } from './canonical.ts';
import { ECDSA_P256, type SigningKey } from './keys.ts';

/** From when until when a signature holds, in seconds since 1970, modulo 2^32. RFC 4034 §3.1.5. */
export interface SignaturePeriod {
  readonly inception: number;
  readonly expiration: number;
}

/** A world that goes on, or is built again, signs and checks the same sets once more. */
const signatures = remembered<Uint8Array>(1000);
const verdicts = remembered<boolean>(1000);
const textOf = (octets: Uint8Array): string => String.fromCharCode(...octets);

/** The signature of a set of a zone, the same whenever it is made. RFC 4034 §3, RFC 6605 §4, RFC 6979. */
export function sign(
  rrset: RRset,
  zone: Name,
  key: SigningKey,
  { inception, expiration }: SignaturePeriod,
): RdataOf<'RRSIG'> {
  const unsigned: RdataOf<'RRSIG'> = {
    type: 'RRSIG',
    typeCovered: typeOf(rrset),
    algorithm: ECDSA_P256,
    labels: signedLabels(rrset.owner),
    originalTtl: rrset.ttl,
    expiration,
    inception,
    keyTag: key.keyTag,
    signer: zone,
    signature: '',
  };
  const data = signedData(rrset, unsigned);
  const octets = signatures(`${textOf(key.secret)} ${textOf(data)}`, () =>
    p256.sign(data, key.secret, { lowS: false }),
  );
  return { ...unsigned, signature: btoa(textOf(octets)) };
}

/** Whether a key made a signature over a set; `unsupported` for an algorithm other than ECDSA P-256. Times are not looked at. */
export function verifies(
  rrset: RRset,
  signature: RdataOf<'RRSIG'>,
  dnskey: RdataOf<'DNSKEY'>,
): boolean | 'unsupported' {
  if (signature.algorithm !== ECDSA_P256 || dnskey.algorithm !== ECDSA_P256) return 'unsupported';
  const [given, point] = [octetsOfBase64(signature.signature), octetsOfBase64(dnskey.publicKey)];
  if (given.length !== 64 || point.length !== 64) return false;
  const data = signedData(rrset, signature);
  return verdicts(`${signature.signature} ${dnskey.publicKey} ${textOf(data)}`, () => {
    try {
      return p256.verify(given, data, Uint8Array.of(4, ...point), { lowS: false });
    } catch {
      return false; // a point that is not on the curve
    }
  });
}

const octetsOfBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
