import { type Field, number16, octet } from './field.ts';

const ALGORITHMS: Readonly<Record<string, number>> = {
  ...{ DELETE: 0, RSAMD5: 1, DH: 2, DSA: 3, RSASHA1: 5, NSEC3DSA: 6, NSEC3RSASHA1: 7, RSASHA256: 8, RSASHA512: 10 },
  ...{ 'DSA-NSEC3-SHA1': 6, 'RSASHA1-NSEC3-SHA1': 7, 'ECC-GOST': 12, ECCGOST: 12, ECDSAP256SHA256: 13 },
  ...{ ECDSAP384SHA384: 14, ED25519: 15, ED448: 16, INDIRECT: 252, PRIVATEDNS: 253, PRIVATEOID: 254 },
};

/** A DNSSEC algorithm, by its number or by its name in the IANA registry. RFC 4034 §A.1. */
export const algorithm: Field<number> = {
  ...octet,
  expected: 'a whole number from 0 to 255, or a name like ECDSAP256SHA256',
  read: ([token], origin) => ALGORITHMS[token?.text.toUpperCase() ?? ''] ?? octet.read(token ? [token] : [], origin),
};

const CERTIFICATES: Readonly<Record<string, number>> = {
  ...{ PKIX: 1, SPKI: 2, PGP: 3, IPKIX: 4, ISPKI: 5, IPGP: 6, ACPKIX: 7, IACPKIX: 8, URI: 253, OID: 254 },
};

/** What kind of certificate it is, by number or by name. RFC 4398 §2.1. */
export const certificateType: Field<number> = {
  ...number16,
  expected: 'a whole number from 0 to 65535, or a name like PKIX',
  read: ([token], origin) =>
    CERTIFICATES[token?.text.toUpperCase() ?? ''] ?? number16.read(token ? [token] : [], origin),
};
