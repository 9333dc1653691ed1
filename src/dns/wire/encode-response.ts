import type { ExtendedError, Rcode, Response } from '../message.ts';
import { isBelow, type Name } from '../name.ts';
import { OctetWriter } from '../octets.ts';
import { writeRdata } from '../rdata/text.ts';
import { isOfType, type RRset, typeOf } from '../record.ts';
import { codeOfType } from '../rr-type.ts';
import type { WireQuery } from './decode-query.ts';
import { errorsLength, OPT_OCTETS, OUR_UDP_SIZE, PLAIN_UDP_SIZE, writeOpt } from './edns.ts';
import { FLAG, HEADER_OCTETS, IN, numberOfRcode } from './header.ts';

const MAX_TCP_OCTETS = 0xffff;

/**
 * A response as octets, names compressed and with the letters they were asked in, or have in the zone. Only whole sets
 * are sent: where answer, authority, or the glue that a referral cannot do without does not fit, TC is set and nothing
 * follows, so that the client comes back over TCP; other additional sets are just left out.
 * Source: RFC 1035 §4.1, RFC 2181 §9, RFC 6891 §6.2.3, RFC 9471 §3.1.
 */
export function encodeResponse(response: Response, query: WireQuery, transport: 'udp' | 'tcp'): Uint8Array {
  const { edns } = query;
  const largest = transport === 'tcp' ? MAX_TCP_OCTETS : udpLimit(edns?.udpSize);
  const room = largest - HEADER_OCTETS - query.asked.length - OPT_OCTETS;
  const errors = edns ? errorsWithin(room, response.extendedErrors) : [];
  const reserved = edns ? OPT_OCTETS + errorsLength(errors) : 0;
  const writer = startMessage(query, response.spellings);
  const sections = writeSections(writer, response, largest - reserved);
  if (edns) writeOpt(writer, edns.dnssec, errors, numberOfRcode(response.rcode) >> 4);
  writer.patch(2, flagsOf(response, query, sections.tc));
  writer.patch(6, sections.answers);
  writer.patch(8, sections.authorities);
  writer.patch(10, sections.additionals + (edns ? 1 : 0));
  return writer.octets;
}

const udpLimit = (asked: number | undefined): number =>
  asked === undefined ? PLAIN_UDP_SIZE : Math.min(Math.max(asked, PLAIN_UDP_SIZE), OUR_UDP_SIZE);

/** As many of the errors as fit. */
function errorsWithin(room: number, errors: Response['extendedErrors'] = NO_ERRORS): readonly ExtendedError[] {
  return errorsLength(errors) <= room ? errors : errorsWithin(room, errors.slice(0, -1));
}
const NO_ERRORS: readonly ExtendedError[] = [];

/** The header, to be filled in, and the question as it was sent. */
function startMessage({ id, question, asked }: WireQuery, spellings: Response['spellings']): OctetWriter {
  const writer = new OctetWriter(spellings);
  writer.number(id, 2);
  writer.bytes([0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  writer.bytes(asked);
  writer.remember(question.qname, HEADER_OCTETS);
  return writer;
}

function flagsOf({ rcode, aa, ra, ad, tc }: Response, { rd, cd, ad: wantsAd, edns }: WireQuery, cut: boolean): number {
  const shown = ad === true && (wantsAd || edns?.dnssec === true); // RFC 6840 §5.7
  return (
    FLAG.qr +
    (aa ? FLAG.aa : 0) +
    (tc || cut ? FLAG.tc : 0) +
    (rd ? FLAG.rd : 0) +
    (ra ? FLAG.ra : 0) +
    (shown ? FLAG.ad : 0) +
    (cd ? FLAG.cd : 0) +
    rcodeBits(rcode, edns !== undefined)
  );
}

/** The code's lower four bits. A client without EDNS cannot be told of one that has more. */
function rcodeBits(rcode: Rcode, edns: boolean): number {
  const number = numberOfRcode(rcode);
  return number > 0xf && !edns ? numberOfRcode('SERVFAIL') : number & 0xf;
}

interface Written {
  readonly answers: number;
  readonly authorities: number;
  readonly additionals: number;
  readonly tc: boolean;
}

function writeSections(writer: OctetWriter, response: Response, limit: number): Written {
  const { answer, authority, additional } = response;
  let [answers, authorities, additionals] = [0, 0, 0];
  for (const rrset of answer) {
    if (!writeSet(writer, rrset, limit)) return { answers, authorities, additionals, tc: true };
    answers += rrset.rdata.length;
  }
  for (const rrset of authority) {
    if (!writeSet(writer, rrset, limit)) return { answers, authorities, additionals, tc: true };
    authorities += rrset.rdata.length;
  }
  let tc = false;
  for (const rrset of additional) {
    if (writeSet(writer, rrset, limit)) additionals += rrset.rdata.length;
    else tc ||= isNeeded(rrset.owner, response);
  }
  return { answers, authorities, additionals, tc };
}

/** Whether a referral is of no use without the address of this server: it lies below the cut. RFC 9471 §3.1. */
function isNeeded(server: Name, { aa, authority }: Response): boolean {
  return !aa && authority.some((set) => isOfType(set, 'NS') && isBelow(server, set.owner));
}

/** Writes a whole set, or nothing when it would pass the limit. */
function writeSet(writer: OctetWriter, rrset: RRset, limit: number): boolean {
  const start = writer.length;
  const code = codeOfType(typeOf(rrset));
  for (const rdata of rrset.rdata) {
    writer.name(rrset.owner, true);
    writer.number(code, 2);
    writer.number(IN, 2);
    writer.number(rrset.ttl, 4);
    const lengthAt = writer.length;
    writer.number(0, 2);
    writeRdata(rdata, writer, true);
    writer.patch(lengthAt, writer.length - lengthAt - 2);
    if (writer.length > limit) {
      writer.truncate(start);
      return false;
    }
  }
  return true;
}
