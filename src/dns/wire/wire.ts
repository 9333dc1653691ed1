import { fail, ok, type Result } from '../../base/result.ts';
import { type Question, RCODES, type Rcode, type Response } from '../message.ts';
import type { Name } from '../name.ts';
import { OctetReader, OctetWriter } from '../octets.ts';
import { decodeRdata, writeRdata } from '../rdata-text.ts';
import { type RRset, typeOf } from '../record.ts';
import { codeOfType, typeOfCode } from '../rr-type.ts';
import { makeZone, setsOf } from '../zone/zone.ts';

/** What a client's message asks, and what a response must repeat of it. `udpSize` is what EDNS announces, if it is there. */
export interface WireQuery {
  readonly id: number;
  readonly rd: boolean;
  readonly question: Question;
  readonly udpSize: number | undefined;
}

/** Why a message is not answered as a query: to the first two there is no reply. RFC 1035 §4.1.1, RFC 9619. */
export type WireFault = 'too-short' | 'not-a-query' | 'formerr' | 'notimp' | 'other-class';

const [IN, ANY_CODE, OPT] = [1, 255, 41];
const NO_EDNS_SIZE = 512;
const OUR_UDP_SIZE = 1232;

/** Reads a query of one question. Anything after the question but an OPT record is left unread. RFC 1035 §4.1. */
export function decodeQuery(octets: Uint8Array): Result<WireQuery, WireFault> {
  const reader = new OctetReader(octets);
  const header = readHeader(reader);
  if (!header) return fail('too-short');
  if (header.flags & 0x8000) return fail('not-a-query');
  if ((header.flags >> 11) & 15) return fail('notimp');
  const asked = header.counts[0] === 1 ? readQuestion(reader) : undefined;
  if (!asked) return fail('formerr');
  if (asked.class !== IN) return fail('other-class');
  const { id, flags, counts } = header;
  const records = counts[1] + counts[2] + counts[3];
  return ok({ id, rd: (flags & 0x100) !== 0, question: asked.question, udpSize: announcedSize(reader, records) });
}

/**
 * A response as octets, names compressed. Over UDP one that does not fit what the client takes is cut to its header and
 * question, with TC set, so that the client comes back over TCP. RFC 2181 §9, RFC 6891 §6.2.
 */
export function encodeResponse(
  response: Response,
  { id, rd, udpSize }: WireQuery,
  transport: 'udp' | 'tcp',
): Uint8Array {
  const limit = transport === 'tcp' ? 0xffff : Math.max(NO_EDNS_SIZE, Math.min(udpSize ?? 0, OUR_UDP_SIZE));
  const whole = write(response, id, rd, udpSize !== undefined);
  if (whole.length <= limit) return whole;
  return write({ ...response, tc: true, answer: [], authority: [], additional: [] }, id, rd, udpSize !== undefined);
}

/** Reads a response; nothing when it is malformed or has a code that no resolver here knows. */
export function decodeResponse(octets: Uint8Array): { id: number; response: Response } | undefined {
  const reader = new OctetReader(octets);
  const header = readHeader(reader);
  const asked = header?.counts[0] === 1 ? readQuestion(reader) : undefined;
  const rcode = header && RCODE_OF.get(header.flags & 15);
  if (!header || !asked || !rcode) return undefined;
  const sections = [header.counts[1], header.counts[2], header.counts[3]].map((count) => readSection(reader, count));
  const [answer, authority, additional] = sections;
  if (!answer || !authority || !additional) return undefined;
  const bit = (mask: number) => (header.flags & mask) !== 0;
  const { question } = asked;
  const bits = { aa: bit(0x400), tc: bit(0x200), ra: bit(0x80) };
  return { id: header.id, response: { question, rcode, ...bits, answer, authority, additional } };
}

const RCODE_NUMBERS: Readonly<Record<Rcode, number>> = {
  NOERROR: 0,
  FORMERR: 1,
  SERVFAIL: 2,
  NXDOMAIN: 3,
  NOTIMP: 4,
  REFUSED: 5,
  YXDOMAIN: 6,
};
const RCODE_OF = new Map(RCODES.map((rcode) => [RCODE_NUMBERS[rcode], rcode]));

interface Header {
  readonly id: number;
  readonly flags: number;
  readonly counts: readonly [number, number, number, number];
}

function readHeader(reader: OctetReader): Header | undefined {
  const [id, flags, questions, answers, authorities, additionals] = Array.from({ length: 6 }, () => reader.number(2));
  if (id === undefined || flags === undefined || additionals === undefined) return undefined;
  return { id, flags, counts: [questions ?? 0, answers ?? 0, authorities ?? 0, additionals] };
}

function readQuestion(reader: OctetReader): { question: Question; class: number } | undefined {
  const qname = reader.name();
  const code = reader.number(2);
  const clas = reader.number(2);
  if (qname === undefined || code === undefined || clas === undefined) return undefined;
  return { question: { qname, qtype: code === ANY_CODE ? 'ANY' : typeOfCode(code) }, class: clas };
}

interface WireRecord {
  readonly owner: Name;
  readonly code: number;
  readonly class: number;
  readonly ttl: number;
  readonly data: OctetReader;
}

function readRecord(reader: OctetReader): WireRecord | undefined {
  const owner = reader.name();
  const [code, clas, ttl, length] = ([2, 2, 4, 2] as const).map((size) => reader.number(size));
  if (owner === undefined || code === undefined || clas === undefined || ttl === undefined) return undefined;
  const start = reader.at;
  if (length === undefined || !reader.bytes(length)) return undefined;
  return { owner, code, class: clas, ttl, data: new OctetReader(reader.octets, start, start + length) };
}

/** The sets of a section, in the order of their first records; nothing when a record is malformed. RFC 2181 §5. */
function readSection(reader: OctetReader, count: number): RRset[] | undefined {
  const records: RRset[] = [];
  for (let index = 0; index < count; index += 1) {
    const record = readRecord(reader);
    if (!record) return undefined;
    if (record.code === OPT || record.class !== IN) continue;
    const rdata = decodeRdata(typeOfCode(record.code), record.data);
    if (!rdata) return undefined;
    // A TTL above 2^31 - 1 counts as 0: RFC 2181 §8.
    records.push({ owner: record.owner, ttl: record.ttl > 0x7fff_ffff ? 0 : record.ttl, rdata: [rdata] });
  }
  const [first] = records;
  return first ? [...makeZone(first.owner, records).nodes.values()].flatMap(setsOf) : [];
}

function announcedSize(reader: OctetReader, records: number): number | undefined {
  for (let index = 0; index < records; index += 1) {
    const record = readRecord(reader);
    if (record?.code === OPT) return record.class;
  }
  return undefined;
}

function write(response: Response, id: number, rd: boolean, edns: boolean): Uint8Array {
  const { question, rcode, aa, tc, ra, answer, authority, additional } = response;
  const writer = new OctetWriter();
  const bits = (aa ? 0x400 : 0) + (tc ? 0x200 : 0) + (rd ? 0x100 : 0) + (ra ? 0x80 : 0);
  writer.number(id, 2);
  writer.number(0x8000 + bits + RCODE_NUMBERS[rcode], 2);
  writer.number(1, 2);
  const counts = [answer, authority, additional].map((sets) => sets.reduce((sum, { rdata }) => sum + rdata.length, 0));
  for (const [index, count] of counts.entries()) writer.number(count + (index === 2 && edns ? 1 : 0), 2);
  writer.name(question.qname, true);
  writer.number(question.qtype === 'ANY' ? ANY_CODE : codeOfType(question.qtype), 2);
  writer.number(IN, 2);
  for (const rrset of [...answer, ...authority, ...additional]) writeSet(rrset, writer);
  if (edns) writer.bytes([0, 0, OPT, OUR_UDP_SIZE >> 8, OUR_UDP_SIZE & 0xff, 0, 0, 0, 0, 0, 0]);
  return Uint8Array.from(writer.octets);
}

function writeSet(rrset: RRset, writer: OctetWriter): void {
  for (const rdata of rrset.rdata) {
    writer.name(rrset.owner, true);
    writer.number(codeOfType(typeOf(rrset)), 2);
    writer.number(IN, 2);
    writer.number(rrset.ttl, 4);
    const lengthAt = writer.octets.length;
    writer.number(0, 2);
    writeRdata(rdata, writer, true);
    const length = writer.octets.length - lengthAt - 2;
    writer.octets.splice(lengthAt, 2, length >> 8, length & 0xff);
  }
}
