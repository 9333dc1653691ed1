import { RCODES, type Rcode } from '../message.ts';
import type { OctetReader } from '../octets.ts';

/** The header of a message: its id, its 16 bits of flags, and how many entries each section has. RFC 1035 §4.1.1. */
export interface Header {
  readonly id: number;
  readonly flags: number;
  readonly questions: number;
  readonly answers: number;
  readonly authorities: number;
  readonly additionals: number;
}

export const HEADER_OCTETS = 12;
/** The bits of the flags. RFC 1035 §4.1.1, RFC 4035 §3.1.6 and §3.2.2. */
export const FLAG = { qr: 0x8000, aa: 0x0400, tc: 0x0200, rd: 0x0100, ra: 0x0080, ad: 0x0020, cd: 0x0010 } as const;

export const [IN, ANY, OPT] = [1, 255, 41];

/** Reads a header; nothing when there are fewer than 12 octets. */
export function readHeader(reader: OctetReader): Header | undefined {
  if (reader.left < HEADER_OCTETS) return undefined;
  const next = (): number => reader.number(2) ?? 0;
  const [id, flags, questions, answers, authorities, additionals] = [next(), next(), next(), next(), next(), next()];
  return { id, flags, questions, answers, authorities, additionals };
}

export const opcodeOf = (flags: number): number => (flags >> 11) & 0xf;

/** Each code's number. RFC 6895 §2.3, RFC 7873 §8. */
const RCODE_NUMBERS: Readonly<Record<(typeof RCODES)[number], number>> = {
  NOERROR: 0,
  FORMERR: 1,
  SERVFAIL: 2,
  NXDOMAIN: 3,
  NOTIMP: 4,
  REFUSED: 5,
  YXDOMAIN: 6,
  YXRRSET: 7,
  NXRRSET: 8,
  NOTAUTH: 9,
  NOTZONE: 10,
  BADVERS: 16,
  BADCOOKIE: 23,
};

/** The code of a number, from 0 to 4095. Those above 15 have their upper eight bits in the OPT record. RFC 6891 §6.1.3. */
export const rcodeOf = (number: number): Rcode => RCODE_OF.get(number) ?? `RCODE${number}`;
export const numberOfRcode = (rcode: Rcode): number =>
  isNamed(rcode) ? RCODE_NUMBERS[rcode] : Number(rcode.slice('RCODE'.length));
const isNamed = (rcode: Rcode): rcode is (typeof RCODES)[number] => Object.hasOwn(RCODE_NUMBERS, rcode);
const RCODE_OF = new Map(RCODES.map((rcode) => [RCODE_NUMBERS[rcode], rcode]));
