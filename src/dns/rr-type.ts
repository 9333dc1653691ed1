import type { QType } from './message.ts';
import {
  base64,
  characterString,
  characterStrings,
  type Field,
  hex,
  ipv4,
  ipv6,
  longString,
  newName,
  number16,
  number32,
  octet,
  oldName,
  seconds,
  tag,
} from './rdata-field.ts';
import type { KnownType, RdataOf, RRType } from './record.ts';
import { svcParams } from './svc-params.ts';

/** A type's number and its fields, in the order of text and message alike. */
export interface TypeRow<T extends KnownType> {
  readonly code: number;
  readonly fields: { readonly [F in Exclude<keyof RdataOf<T>, 'type'>]: Field<RdataOf<T>[F]> };
}

const soaTimers = { refresh: seconds, retry: seconds, expire: seconds, minimum: seconds };
const dsFields = { keyTag: number16, algorithm: octet, digestType: octet, digest: hex };
const srvFields = { priority: number16, weight: number16, port: number16, target: newName };
const naptrStrings = { flags: characterString, services: characterString, regexp: characterString };
const svcbFields = { priority: number16, target: newName, params: svcParams };

/** Everything particular to a type. Numbers: the IANA registry of RFC 6895 §3.1. */
// biome-ignore format: a table reads down its columns
export const TYPE_ROWS: { readonly [T in KnownType]: TypeRow<T> } = {
  A:      { code: 1,   fields: { address: ipv4 } },
  AAAA:   { code: 28,  fields: { address: ipv6 } },
  NS:     { code: 2,   fields: { nameServer: oldName } },
  CNAME:  { code: 5,   fields: { target: oldName } },
  SOA:    { code: 6,   fields: { mname: oldName, rname: oldName, serial: number32, ...soaTimers } },
  PTR:    { code: 12,  fields: { target: oldName } },
  HINFO:  { code: 13,  fields: { cpu: characterString, os: characterString } },
  MX:     { code: 15,  fields: { preference: number16, exchange: oldName } },
  TXT:    { code: 16,  fields: { strings: characterStrings } },
  SRV:    { code: 33,  fields: srvFields },
  NAPTR:  { code: 35,  fields: { order: number16, preference: number16, ...naptrStrings, replacement: newName } },
  DNAME:  { code: 39,  fields: { target: newName } },
  DS:     { code: 43,  fields: dsFields },
  SSHFP:  { code: 44,  fields: { algorithm: octet, fingerprintType: octet, fingerprint: hex } },
  DNSKEY: { code: 48,  fields: { flags: number16, protocol: octet, algorithm: octet, publicKey: base64 } },
  TLSA:   { code: 52,  fields: { usage: octet, selector: octet, matchingType: octet, certificate: hex } },
  SVCB:   { code: 64,  fields: svcbFields },
  HTTPS:  { code: 65,  fields: svcbFields },
  CAA:    { code: 257, fields: { flags: octet, tag, value: longString } },
};

/** The types known by name, in the order of the table. */
export const RR_TYPES = Object.keys(TYPE_ROWS) as readonly KnownType[];
const TYPE_OF_CODE = new Map(RR_TYPES.map((type) => [TYPE_ROWS[type].code, type]));
/** Numbers that stand for a question or for the message itself, never for a record. RFC 6895 §3.1. */
const isMetaCode = (code: number): boolean => code === 0 || code === 41 || (code >= 128 && code <= 255);

/** Reads a record type, as `mx` or `TYPE65280`. A number that has a name gives the name. RFC 3597 §5. */
export function parseType(text: string): RRType | undefined {
  const word = text.toUpperCase();
  const generic = /^TYPE(\d{1,5})$/.exec(word);
  if (!generic) return RR_TYPES.find((type) => type === word);
  const code = Number(generic[1]);
  return code > 0xffff || isMetaCode(code) ? undefined : typeOfCode(code);
}

/** Reads what a question may ask for: a type, or ANY. */
export const parseQType = (text: string): QType | undefined => (/^(any|\*)$/i.test(text) ? 'ANY' : parseType(text));

export const typeOfCode = (code: number): RRType => TYPE_OF_CODE.get(code) ?? `TYPE${code}`;

export const codeOfType = (type: RRType): number =>
  isKnown(type) ? TYPE_ROWS[type].code : Number(type.slice('TYPE'.length));

export const isKnown = (type: RRType): type is KnownType => Object.hasOwn(TYPE_ROWS, type);
