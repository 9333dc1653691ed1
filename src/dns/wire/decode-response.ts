import type { ExtendedError, Response } from '../message.ts';
import { ROOT } from '../name.ts';
import { OctetReader } from '../octets.ts';
import { readExtendedErrors } from './edns.ts';
import { FLAG, IN, rcodeOf, readHeader } from './header.ts';
import { qtypeOf, readQuestion, type WireRecord } from './read-record.ts';
import { readSection } from './read-section.ts';

/** A response and the id it came with. */
export interface WireResponse {
  readonly id: number;
  readonly response: Response;
}

/** Reads a response to one question of class IN; nothing when it is malformed. What TC says is cut short may end anywhere. */
export function decodeResponse(octets: Uint8Array): WireResponse | undefined {
  const reader = new OctetReader(octets);
  const header = readHeader(reader);
  const asked = header?.flags && header.flags & FLAG.qr && header.questions === 1 ? readQuestion(reader) : undefined;
  if (!header || asked?.class !== IN) return undefined;
  const opts: WireRecord[] = [];
  const answer = readSection(reader, header.answers, opts);
  const authority = answer && readSection(reader, header.authorities, opts);
  const additional = authority && opts.length === 0 ? readSection(reader, header.additionals, opts) : undefined;
  const bit = (mask: number): boolean => (header.flags & mask) !== 0;
  const isWhole = additional !== undefined && reader.left === 0;
  const edns = ednsOfReply(opts);
  if (!edns || !(isWhole || bit(FLAG.tc))) return undefined;
  const response: Response = {
    question: { qname: asked.qname, qtype: qtypeOf(asked.code) },
    rcode: rcodeOf(edns.upperRcode * 16 + (header.flags & 0xf)),
    aa: bit(FLAG.aa),
    tc: bit(FLAG.tc),
    ra: bit(FLAG.ra),
    ...(bit(FLAG.ad) && { ad: true }),
    ...(edns.errors.length > 0 && { extendedErrors: edns.errors }),
    answer: (isWhole && answer) || [],
    authority: (isWhole && authority) || [],
    additional: (isWhole && additional) || [],
  };
  return { id: header.id, response };
}

/** What EDNS adds to a reply; nothing when there is more than one OPT record, or one is malformed. RFC 6891 §6.1.1. */
function ednsOfReply(
  opts: readonly WireRecord[],
): { upperRcode: number; errors: readonly ExtendedError[] } | undefined {
  const [opt] = opts;
  if (!opt) return { upperRcode: 0, errors: [] };
  const errors = opts.length === 1 && opt.owner === ROOT ? readExtendedErrors(opt) : undefined;
  return errors && { upperRcode: opt.ttl >>> 24, errors };
}
