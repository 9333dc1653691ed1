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

/** Each code's number. RFC 1035 §4.1.1, RFC 6895 §2.3. */
export const RCODE_NUMBERS: Readonly<Record<Rcode, number>> = {
  NOERROR: 0,
  FORMERR: 1,
  SERVFAIL: 2,
  NXDOMAIN: 3,
  NOTIMP: 4,
  REFUSED: 5,
  YXDOMAIN: 6,
};
export const rcodeOf = (number: number): Rcode | undefined => RCODE_OF.get(number);
const RCODE_OF = new Map(RCODES.map((rcode) => [RCODE_NUMBERS[rcode], rcode]));
