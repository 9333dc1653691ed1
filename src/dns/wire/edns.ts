import type { ExtendedError } from '../message.ts';
import { OctetReader, type OctetWriter } from '../octets.ts';
import { OPT } from './header.ts';
import type { WireRecord } from './read-record.ts';

/** What an OPT record says: the largest UDP message its sender takes, and whether it wants DNSSEC records. RFC 6891 §6.1. */
export interface Edns {
  readonly udpSize: number;
  readonly version: number;
  readonly dnssec: boolean;
}

/** The size we announce and keep to, which no network cuts in pieces. DNS Flag Day 2020. */
export const OUR_UDP_SIZE = 1232;
/** What a client takes that does not use EDNS. RFC 1035 §4.2.1. */
export const PLAIN_UDP_SIZE = 512;
export const OPT_OCTETS = 11;
const DNSSEC_OK = 0x8000;
const EXTENDED_ERROR = 15;

/** What the OPT record says; version and DO are kept where other records have their TTL. RFC 6891 §6.1.3. */
export const ednsOf = ({ class: udpSize, ttl }: WireRecord): Edns => ({
  udpSize,
  version: (ttl >>> 16) & 0xff,
  dnssec: (ttl & DNSSEC_OK) !== 0,
});

/** Octets that the extended errors take in an OPT record. RFC 8914 §2. */
export const errorsLength = (errors: readonly ExtendedError[]): number =>
  errors.reduce((sum, { text }) => sum + 6 + encoder.encode(text).length, 0);

/**
 * Writes an OPT record.
 * @param extendedRcode the upper eight bits of the response code
 */
export function writeOpt(
  writer: OctetWriter,
  dnssec: boolean,
  errors: readonly ExtendedError[],
  extendedRcode = 0,
): void {
  writer.number(0, 1);
  writer.number(OPT, 2);
  writer.number(OUR_UDP_SIZE, 2);
  writer.number(extendedRcode * 0x100_0000 + (dnssec ? DNSSEC_OK : 0), 4);
  writer.number(errorsLength(errors), 2);
  for (const { code, text } of errors) {
    const octets = encoder.encode(text);
    writer.number(EXTENDED_ERROR, 2);
    writer.number(2 + octets.length, 2);
    writer.number(code, 2);
    writer.bytes(octets);
  }
}

/** The extended errors among the options of an OPT record; nothing when its options do not fit in it. */
export function readExtendedErrors({ data }: WireRecord): readonly ExtendedError[] | undefined {
  const errors: ExtendedError[] = [];
  while (data.left > 0) {
    const code = data.number(2);
    const length = data.number(2);
    const option = length === undefined ? undefined : data.bytes(length);
    if (option === undefined) return undefined;
    const info = code === EXTENDED_ERROR ? new OctetReader(option).number(2) : undefined;
    if (info !== undefined) errors.push({ code: info, text: decoder.decode(option.subarray(2)) });
  }
  return errors;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
