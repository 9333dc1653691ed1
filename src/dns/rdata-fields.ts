import { certificateType, dnssecAlgorithm, hashedName, salt } from './dnssec-field.ts';
import { eui, location } from './place-field.ts';
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
} from './rdata-field.ts';
import type { KnownType, RdataOf } from './record.ts';
import { svcParams } from './svc-params.ts';
import { moment, oneType, typeBitmap } from './type-field.ts';

/** The fields of a type's data, in the order of text and message alike. */
export type FieldsOf<T extends KnownType> = {
  readonly [F in Exclude<keyof RdataOf<T>, 'type'>]: Field<RdataOf<T>[F]>;
};

const soaTimers = { refresh: seconds, retry: seconds, expire: seconds, minimum: seconds };
const dsFields = { keyTag: number16, algorithm: dnssecAlgorithm, digestType: octet, digest: hex };
const dnskeyFields = { flags: number16, protocol: octet, algorithm: dnssecAlgorithm, publicKey: base64 };
const hostFields = { preference: number16, host: middleName };
const tlsaFields = { usage: octet, selector: octet, matchingType: octet, certificate: hex };
const srvFields = { priority: number16, weight: number16, port: number16, target: middleName };
const nsec3Head = { hashAlgorithm: octet, flags: octet, iterations: number16, salt };
const naptrStrings = { flags: characterString, services: characterString, regexp: characterString };
const svcbFields = { priority: number16, target: signedName, params: svcParams };
const rrsigFields = {
  typeCovered: oneType,
  algorithm: dnssecAlgorithm,
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
  DNSKEY: dnskeyFields,
  TLSA:   tlsaFields,
  SVCB:   svcbFields,
  HTTPS:  svcbFields,
  CAA:    { flags: octet, tag, value: longString },
  MINFO:  { mailbox: oldName, errorMailbox: oldName },
  RP:     { mailbox: middleName, textAt: middleName },
  AFSDB:  hostFields,
  RT:     hostFields,
  KX:     { preference: number16, host: newName },
  LOC:    { place: location },
  CERT:   { certificateType, keyTag: number16, algorithm: dnssecAlgorithm, certificate: base64 },
  DHCID:  { identity: base64 },
  SMIMEA: tlsaFields,
  CDS:    dsFields,
  CDNSKEY: dnskeyFields,
  OPENPGPKEY: { publicKey: base64 },
  CSYNC:  { serial: number32, flags: number16, types: typeBitmap },
  ZONEMD: { serial: number32, scheme: octet, hashAlgorithm: octet, digest: hex },
  SPF:    { strings: characterStrings },
  EUI48:  { address: eui(6) },
  EUI64:  { address: eui(8) },
  URI:    { priority: number16, weight: number16, uri: longString },
  NSEC3PARAM: nsec3Head,
  NSEC3:  { ...nsec3Head, nextHashed: hashedName, types: typeBitmap },
};
