import type { KnownType, RdataOf } from '../record.ts';
import { eui48, eui64 } from './eui-field.ts';
import {
  base64,
  characterString,
  characterStrings,
  type Field,
  hex,
  ipv4,
  ipv6,
  longString,
  middleName,
  newName,
  number16,
  number32,
  octet,
  oldName,
  seconds,
  signedName,
  tag,
} from './field.ts';
import { location } from './location-field.ts';
import { algorithm, certificateType } from './mnemonic-field.ts';
import { hashedName, salt } from './nsec3-field.ts';
import { svcParams } from './svc-params.ts';
import { moment, oneType, typeBitmap, typesOrNone } from './type-field.ts';

/** The fields of a type's data, in the order of text and message alike. */
export type FieldsOf<T extends KnownType> = {
  readonly [F in Exclude<keyof RdataOf<T>, 'type'>]: Field<RdataOf<T>[F]>;
};

const soaTimers = { refresh: seconds, retry: seconds, expire: seconds, minimum: seconds };
const dsFields = { keyTag: number16, algorithm, digestType: octet, digest: hex };
const keyFields = { flags: number16, protocol: octet, algorithm, publicKey: base64 };
const srvFields = { priority: number16, weight: number16, port: number16, target: middleName };
const nsec3Parameters = { hashAlgorithm: octet, flags: octet, iterations: number16, salt };
const naptrStrings = { flags: characterString, services: characterString, regexp: characterString };
const svcbFields = { priority: number16, target: signedName, params: svcParams };
const rrsigFields = {
  typeCovered: oneType,
  algorithm,
  labels: octet,
  originalTtl: number32,
  expiration: moment,
  inception: moment,
  keyTag: number16,
  signer: signedName,
  signature: base64,
};

/** The data of every type known by name. */
// biome-ignore format: a table reads down its columns
export const RDATA_FIELDS: { readonly [T in KnownType]: FieldsOf<T> } = {
  A:      { address: ipv4 },
  AAAA:   { address: ipv6 },
  NS:     { nameServer: oldName },
  CNAME:  { target: oldName },
  SOA:    { mname: oldName, rname: oldName, serial: number32, ...soaTimers },
  PTR:    { target: oldName },
  HINFO:  { cpu: characterString, os: characterString },
  MX:     { preference: number16, exchange: oldName },
  TXT:    { strings: characterStrings },
  SRV:    srvFields,
  NAPTR:  { order: number16, preference: number16, ...naptrStrings, replacement: middleName },
  DNAME:  { target: newName },
  DS:     dsFields,
  SSHFP:  { algorithm: octet, fingerprintType: octet, fingerprint: hex },
  RRSIG:  rrsigFields,
  NSEC:   { next: signedName, types: typeBitmap },
  DNSKEY: keyFields,
  TLSA:   { usage: octet, selector: octet, matchingType: octet, certificate: hex },
  SVCB:   svcbFields,
  HTTPS:  svcbFields,
  CAA:    { flags: octet, tag, value: longString },
  CDS:    dsFields,
  CDNSKEY: keyFields,
  CSYNC:  { serial: number32, flags: number16, types: typesOrNone },
  ZONEMD: { serial: number32, scheme: octet, hashAlgorithm: octet, digest: hex },
  URI:    { priority: number16, weight: number16, uri: longString },
  LOC:    { location },
  RP:     { mailbox: middleName, textAt: middleName },
  AFSDB:  { subtype: number16, host: middleName },
  KX:     { preference: number16, exchange: middleName },
  CERT:   { certificateType, keyTag: number16, algorithm, certificate: base64 },
  DHCID:  { digest: base64 },
  SMIMEA: { usage: octet, selector: octet, matchingType: octet, certificate: hex },
  OPENPGPKEY: { publicKey: base64 },
  EUI48:  { address: eui48 },
  EUI64:  { address: eui64 },
  SPF:    { strings: characterStrings },
  KEY:    keyFields,
  RT:     { preference: number16, host: middleName },
  MINFO:  { mailbox: oldName, errorMailbox: oldName },
  L32:    { preference: number16, locator: ipv4 },
  NSEC3PARAM: nsec3Parameters,
  NSEC3:  { ...nsec3Parameters, nextHashed: hashedName, types: typesOrNone },
  LP:     { preference: number16, target: signedName },
};
