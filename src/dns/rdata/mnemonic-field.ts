import { type Field, number16, octet } from './field.ts';

const ALGORITHMS: Readonly<Record<string, number>> = {
  ...{ DELETE: 0, RSAMD5: 1, DH: 2, DSA: 3, RSASHA1: 5, NSEC3DSA: 6, NSEC3RSASHA1: 7, RSASHA256: 8, RSASHA512: 10 },
  ...{ 'DSA-NSEC3-SHA1': 6, 'RSASHA1-NSEC3-SHA1': 7, 'ECC-GOST': 12, ECCGOST: 12, ECDSAP256SHA256: 13 },
  ...{ ECDSAP384SHA384: 14, ED25519: 15, ED448: 16, INDIRECT: 252, PRIVATEDNS: 253, PRIVATEOID: 254 },
};

const CERTIFICATES: Readonly<Record<string, number>> = {
  ...{ PKIX: 1, SPKI: 2, PGP: 3, IPKIX: 4, ISPKI: 5, IPGP: 6, ACPKIX: 7, IACPKIX: 8, URI: 253, OID: 254 },
};

/** A number that may be given by its name; it is printed as a number. */
const named = (plain: Field<number>, names: Readonly<Record<string, number>>, like: string): Field<number> => ({
  ...plain,
  expected: `${plain.expected}, or a name like ${like}`,
  read: (tokens, origin) => names[tokens[0]?.text.toUpperCase() ?? ''] ?? plain.read(tokens, origin),
});

/** A DNSSEC algorithm, by its number or by its name in the IANA registry. RFC 4034 §A.1. */
export const algorithm = named(octet, ALGORITHMS, 'ECDSAP256SHA256');
/** What kind of certificate it is, by number or by name. RFC 4398 §2.1. */
export const certificateType = named(number16, CERTIFICATES, 'PKIX');
