import type { ExtendedError, Response } from '../message.ts';
import type { Name } from '../name.ts';
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
  const answer = readSection(reader, header.answers, errors);
  const authority = answer && readSection(reader, header.authorities, errors);
  const additional = authority && readSection(reader, header.additionals, errors);
  const rcode = rcodeOf(header.flags & 0xf);
  const bit = (mask: number): boolean => (header.flags & mask) !== 0;
  const isWhole = additional !== undefined && reader.left === 0;
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
  const draft: DraftSection = { sets: [], byOwner: new Map() };
  let set: DraftSet | undefined;
  for (let index = 0; index < count; index += 1) {
    const record = readRecord(reader);
    if (!record) return undefined;
    const { owner, code, ttl, data } = record;
    if (code === OPT) {
      const found = readExtendedErrors(record);
      if (!found) return undefined;
      errors.push(...found);
    }
    if (code === OPT || record.class !== IN) continue;
    const rdata = decodeRdata(typeOfCode(code), data);
    if (!rdata) return undefined;
    // Most records stand next to the others of their set.
    if (set?.code !== code || set.rrset.owner !== owner) set = setFor(draft, code, owner, ttl);
    set.rdata.push(rdata);
  }
  return draft.sets.map(({ rrset }) => (rrset.rdata.length > 1 ? withoutDuplicates(rrset) : rrset));
}

interface DraftSection {
  readonly sets: DraftSet[];
  readonly byOwner: Map<Name, DraftSet[]>;
}

/** A set whose records are still being gathered, in `rdata`. */
interface DraftSet {
  readonly code: number;
  readonly rrset: RRset;
  readonly rdata: Rdata[];
}

function setFor({ sets, byOwner }: DraftSection, code: number, owner: Name, ttl: number): DraftSet {
  const others = byOwner.get(owner) ?? [];
  const known = others.find((set) => set.code === code);
  if (known) return known;
  const rdata: Rdata[] = [];
  // A TTL above 2^31 - 1 counts as 0: RFC 2181 §8.
  const set = { code, rrset: { owner, ttl: ttl > MAX_TTL ? 0 : ttl, rdata }, rdata };
  sets.push(set);
  byOwner.set(owner, [...others, set]);
  return set;
}

function withoutDuplicates(rrset: RRset): RRset {
  const texts = new Set(rrset.rdata.map(formatRdata));
  if (texts.size === rrset.rdata.length) return rrset;
  return { ...rrset, rdata: rrset.rdata.filter((one) => texts.delete(formatRdata(one))) };
}
