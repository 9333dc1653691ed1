import type { QType } from './message.ts';
import type { KnownType, RRType } from './record.ts';

/** The numbers of the types known by name. In the order in which people are shown them. The IANA registry of RFC 6895 §3.1. */
export const TYPE_CODES: Readonly<Record<KnownType, number>> = {
  A: 1,
  AAAA: 28,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  HINFO: 13,
  MX: 15,
  TXT: 16,
  SRV: 33,
  NAPTR: 35,
  DNAME: 39,
  DS: 43,
  SSHFP: 44,
  DNSKEY: 48,
  TLSA: 52,
  SVCB: 64,
  HTTPS: 65,
  CAA: 257,
  RRSIG: 46,
  NSEC: 47,
  CDS: 59,
  CDNSKEY: 60,
  CSYNC: 62,
  ZONEMD: 63,
  URI: 256,
  LOC: 29,
  RP: 17,
  AFSDB: 18,
  KX: 36,
  CERT: 37,
  DHCID: 49,
  SMIMEA: 53,
  OPENPGPKEY: 61,
  EUI48: 108,
  EUI64: 109,
  SPF: 99,
  KEY: 25,
  RT: 21,
  MINFO: 14,
  L32: 105,
  LP: 107,
  NSEC3: 50,
  NSEC3PARAM: 51,
};

/** The types known by name, in the order of the table. */
export const RR_TYPES = Object.keys(TYPE_CODES) as readonly KnownType[];
/** Those that people meet, of the table's beginning; the others are read and written just as well. */
export const COMMON_TYPES = RR_TYPES.slice(0, RR_TYPES.indexOf('NSEC') + 1);
const TYPE_OF_CODE = new Map(RR_TYPES.map((type) => [TYPE_CODES[type], type]));
/** Numbers that stand for a question or for the message itself, never for a record. RFC 6895 §3.1. */
const isMetaCode = (code: number): boolean => code === 0 || code === 41 || (code >= 128 && code <= 255);

/** Types whose names are known, but not what their data look like: they are read as `TYPE` and their number. */
const CODES_ALONE: Readonly<Record<string, number>> = {
  ...{ MD: 3, MF: 4, MB: 7, MG: 8, MR: 9, NULL: 10, WKS: 11, X25: 19, ISDN: 20, NSAP: 22, SIG: 24, PX: 26, NXT: 30 },
  ...{ APL: 42, IPSECKEY: 45, HIP: 55, NINFO: 56, TALINK: 58, NID: 104, L64: 106, AVC: 258, AMTRELAY: 260 },
  ...{ TA: 32_768, DLV: 32_769 },
};

/** Reads a record type, as `mx` or `TYPE65280`. A number that has a name gives the name. RFC 3597 §5. */
export function parseType(text: string): RRType | undefined {
  const word = text.toUpperCase();
  const generic = /^TYPE(\d{1,5})$/.exec(word);
  if (!generic && Object.hasOwn(CODES_ALONE, word)) return typeOfCode(CODES_ALONE[word] ?? 0);
  if (!generic) return RR_TYPES.find((type) => type === word);
  const code = Number(generic[1]);
  return code > 0xffff || isMetaCode(code) ? undefined : typeOfCode(code);
}

/** Reads what a question may ask for: a type, or ANY. */
export const parseQType = (text: string): QType | undefined => (/^(any|\*)$/i.test(text) ? 'ANY' : parseType(text));

export const typeOfCode = (code: number): RRType => TYPE_OF_CODE.get(code) ?? `TYPE${code}`;

export const codeOfType = (type: RRType): number =>
  isKnown(type) ? TYPE_CODES[type] : Number(type.slice('TYPE'.length));

export const isKnown = (type: RRType): type is KnownType => Object.hasOwn(TYPE_CODES, type);
