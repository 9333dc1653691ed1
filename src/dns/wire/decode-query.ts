import { fail, ok, type Result } from '../../base/result.ts';
import type { Question } from '../message.ts';
import { ROOT } from '../name.ts';
import { OctetReader } from '../octets.ts';
import { type Edns, ednsOf, readExtendedErrors } from './edns.ts';
import { FLAG, HEADER_OCTETS, type Header, IN, OPT, opcodeOf, readHeader } from './header.ts';
import { qtypeOf, readQuestion, readRecord } from './read-record.ts';

/** What a client's message asks, and what a response must repeat of it. */
export interface WireQuery {
  readonly id: number;
  readonly rd: boolean;
  readonly ad: boolean;
  readonly cd: boolean;
  readonly question: Question;
  /** The question section as it was sent, with the letters of the name. */
  readonly asked: Uint8Array;
  readonly edns?: Edns;
}

/** Why a message is not answered as a query. With `silence` there must be no reply. */
export type WireFault =
  | { readonly kind: 'silence' }
  | {
      readonly kind: 'error';
      readonly rcode: 'FORMERR' | 'NOTIMP' | 'REFUSED' | 'BADVERS';
      readonly id: number;
      readonly flags: number;
      /** The question section, where it could be read. */
      readonly asked?: Uint8Array;
      readonly edns?: Edns;
    };

const QUERY = 0;
const [IXFR, AXFR] = [251, 252];

/**
 * Reads a query of one question. Refuses: what is shorter than a header, and responses, in silence; other operations,
 * with NOTIMP; any number of questions but one, and what is malformed, with FORMERR (RFC 9619, RFC 6891 §6.1.1); other
 * classes and zone transfers, with REFUSED; later versions of EDNS, with BADVERS. Types that no record can have are
 * asked for as any other, to which there is no data, as NSD and Knot see it.
 */
export function decodeQuery(octets: Uint8Array): Result<WireQuery, WireFault> {
  const reader = new OctetReader(octets);
  const header = readHeader(reader);
  if (!header || header.flags & FLAG.qr) return fail({ kind: 'silence' });
  const { id, flags } = header;
  const error = (rcode: Extract<WireFault, { kind: 'error' }>['rcode'], asked?: Uint8Array, edns?: Edns) =>
    fail({ kind: 'error', rcode, id, flags, ...(asked && { asked }), ...(edns && { edns }) } as const);
  if (opcodeOf(flags) !== QUERY) return error('NOTIMP');
  const question = header.questions === 1 ? readQuestion(reader) : undefined;
  if (!question && header.questions > 0) return error('FORMERR');
  const asked = octets.subarray(HEADER_OCTETS, reader.at);
  const opt = readRest(reader, header);
  if (opt === 'malformed') return error('FORMERR', question && asked);
  const edns = opt === 'none' ? undefined : opt;
  if (!question) return error('FORMERR', undefined, edns);
  if (edns && edns.version > 0) return error('BADVERS', asked, edns);
  if (question.class !== IN) return error('REFUSED', asked, edns);
  if (question.code === IXFR || question.code === AXFR) return error('REFUSED', asked, edns);

  const { qname, code } = question;
  const bit = (mask: number): boolean => (flags & mask) !== 0;
  const bits = { rd: bit(FLAG.rd), ad: bit(FLAG.ad), cd: bit(FLAG.cd) };
  return ok({ id, ...bits, question: { qname, qtype: qtypeOf(code) }, asked, ...(edns && { edns }) });
}

/** Reads what follows the question, to the last octet: nothing but at most one OPT record counts. */
function readRest(reader: OctetReader, { answers, authorities, additionals }: Header): Edns | 'none' | 'malformed' {
  let edns: Edns | undefined;
  for (let left = answers + authorities + additionals; left > 0; left -= 1) {
    const record = readRecord(reader);
    if (!record) return 'malformed';
    if (record.code !== OPT) continue;
    if (edns || record.owner !== ROOT || left > additionals || !readExtendedErrors(record)) return 'malformed';
    edns = ednsOf(record);
  }
  return reader.left > 0 ? 'malformed' : (edns ?? 'none');
}
