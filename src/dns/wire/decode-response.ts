import type { ExtendedError, Response } from '../message.ts';
import { OctetReader } from '../octets.ts';
import { decodeRdata, formatRdata } from '../rdata-text.ts';
import type { Rdata, RRset } from '../record.ts';
import { typeOfCode } from '../rr-type.ts';
import { MAX_TTL } from '../ttl.ts';
import { readExtendedErrors } from './edns.ts';
import { FLAG, IN, OPT, rcodeOf, readHeader } from './header.ts';
import { qtypeOf, readQuestion, readRecord } from './read-record.ts';

/** A response and the id it came with. */
export interface WireResponse {
  readonly id: number;
  readonly response: Response;
}

/** Reads a response to one question; nothing when it is malformed, or has a code that no resolver here knows. */
export function decodeResponse(octets: Uint8Array): WireResponse | undefined {
  const reader = new OctetReader(octets);
  const header = readHeader(reader);
  const asked = header?.flags && header.flags & FLAG.qr && header.questions === 1 ? readQuestion(reader) : undefined;
  if (!header || asked?.class !== IN) return undefined;
  const errors: ExtendedError[] = [];
  const sections = [header.answers, header.authorities, header.additionals].map((count) =>
    readSection(reader, count, errors),
  );
  const [answer, authority, additional] = sections;
  const rcode = rcodeOf(header.flags & 0xf);
  const bit = (mask: number): boolean => (header.flags & mask) !== 0;
  const isWhole = answer && authority && additional && reader.left === 0;
  if (!rcode || !(isWhole || bit(FLAG.tc))) return undefined;
  const response: Response = {
    question: { qname: asked.qname, qtype: qtypeOf(asked.code) },
    rcode,
    aa: bit(FLAG.aa),
    tc: bit(FLAG.tc),
    ra: bit(FLAG.ra),
    ...(bit(FLAG.ad) && { ad: true }),
    ...(errors.length > 0 && { extendedErrors: errors }),
    // One that is cut short may end anywhere.
    answer: (isWhole && answer) || [],
    authority: (isWhole && authority) || [],
    additional: (isWhole && additional) || [],
  };
  return { id: header.id, response };
}

/** The sets of a section, in the order of their first records; nothing when a record is malformed. RFC 2181 §5. */
function readSection(reader: OctetReader, count: number, errors: ExtendedError[]): readonly RRset[] | undefined {
  const sets = new Map<string, { readonly rrset: RRset; readonly rdata: Rdata[] }>();
  for (let index = 0; index < count; index += 1) {
    const record = readRecord(reader);
    if (!record) return undefined;
    const found = record.code === OPT ? readExtendedErrors(record) : [];
    if (!found) return undefined;
    errors.push(...found);
    if (record.code === OPT || record.class !== IN) continue;
    const rdata = decodeRdata(typeOfCode(record.code), record.data);
    if (!rdata) return undefined;
    const id = `${record.owner} ${record.code}`;
    const set = sets.get(id);
    if (set) set.rdata.push(rdata);
    else sets.set(id, newSet(record.owner, record.ttl, rdata));
  }
  return Array.from(sets.values(), ({ rrset }) => (rrset.rdata.length > 1 ? withoutDuplicates(rrset) : rrset));
}

function withoutDuplicates(rrset: RRset): RRset {
  const once = new Map(rrset.rdata.map((one) => [formatRdata(one), one]));
  return once.size === rrset.rdata.length ? rrset : { ...rrset, rdata: [...once.values()] };
}

function newSet(owner: RRset['owner'], ttl: number, first: Rdata): { rrset: RRset; rdata: Rdata[] } {
  const rdata = [first];
  // A TTL above 2^31 - 1 counts as 0: RFC 2181 §8.
  return { rrset: { owner, ttl: ttl > MAX_TTL ? 0 : ttl, rdata }, rdata };
}
