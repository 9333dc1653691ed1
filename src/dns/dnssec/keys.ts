import { p256 } from '@noble/curves/nist.js';
import { sha256, sha384 } from '@noble/hashes/sha2.js';
import { remembered } from '../../base/remembered.ts';
import type { Name } from '../name.ts';
import { hexOf, OctetWriter } from '../octets.ts';
import { encodeRdata } from '../rdata/text.ts';
import type { RdataOf } from '../record.ts';

/** ECDSA on curve P-256 with SHA-256: the algorithm of every key made here. RFC 6605 §4. */
export const ECDSA_P256 = 13;
const [ZONE_KEY, SECURE_ENTRY_POINT] = [256, 1];

/** A key with which a zone is signed: what is published of it, its tag, and the secret, 32 octets. */
export interface SigningKey {
  readonly dnskey: RdataOf<'DNSKEY'>;
  readonly keyTag: number;
  readonly secret: Uint8Array;
}

/** The keys of a zone: one signs the keys and is named by the DS at the parent, the other signs all else. RFC 6781 §3.1. */
export interface ZoneKeyPair {
  readonly ksk: SigningKey;
  readonly zsk: SigningKey;
}

/** The keys of a zone, always the same for the same origin and seed. They keep no secret from who knows the seed. */
export const makeKeys = (origin: Name, seed: string): ZoneKeyPair => ({
  ksk: makeKey(`${origin} ${seed} key-signing key`, ZONE_KEY + SECURE_ENTRY_POINT),
  zsk: makeKey(`${origin} ${seed} zone-signing key`, ZONE_KEY),
});

/** The tag by which signatures and DS records point at a key. RFC 4034 appendix B. */
export function keyTagOf(dnskey: RdataOf<'DNSKEY'>): number {
  const sum = encodeRdata(dnskey).reduce((sum, octet, place) => sum + (place % 2 === 0 ? octet * 256 : octet), 0);
  return (sum + Math.floor(sum / 0x10000)) % 0x10000;
}

/** The digest types that can be checked here. RFC 4509, RFC 6605 §2. */
const DIGESTS = new Map<number, (octets: Uint8Array) => Uint8Array>([
  [2, sha256],
  [4, sha384],
]);

/** The DS that names a key of a zone; nothing for a digest type that is not known. RFC 4034 §5.1.4. */
export function dsOf(origin: Name, dnskey: RdataOf<'DNSKEY'>, digestType = 2): RdataOf<'DS'> | undefined {
  const digest = DIGESTS.get(digestType);
  if (!digest) return undefined;
  const writer = new OctetWriter();
  writer.name(origin);
  writer.bytes(encodeRdata(dnskey));
  const octets = digest(Uint8Array.from(writer.octets));
  return { type: 'DS', keyTag: keyTagOf(dnskey), algorithm: dnskey.algorithm, digestType, digest: hexOf(octets) };
}

const keys = remembered<SigningKey>(100);

const makeKey = (seed: string, flags: number): SigningKey => keys(`${seed} ${flags}`, () => computeKey(seed, flags));

function computeKey(seed: string, flags: number): SigningKey {
  // 48 octets of seed, so that the bias of the curve's order does not matter: FIPS 186-5 appendix A.2.1.
  const { secretKey: secret } = p256.keygen(sha384(new TextEncoder().encode(seed)));
  const point = p256.getPublicKey(secret, false).subarray(1);
  const publicKey = btoa(String.fromCharCode(...point));
  const dnskey = { type: 'DNSKEY', flags, protocol: 3, algorithm: ECDSA_P256, publicKey } as const;
  return { dnskey, keyTag: keyTagOf(dnskey), secret };
}
