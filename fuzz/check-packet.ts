import { isDeepStrictEqual } from 'node:util';
import type { Response } from '../src/dns/message.ts';
import { decodeQuery } from '../src/dns/wire/decode-query.ts';
import { decodeResponse } from '../src/dns/wire/decode-response.ts';
import { encodeQuery } from '../src/dns/wire/encode-query.ts';
import { encodeResponse } from '../src/dns/wire/encode-response.ts';
import { errorReply } from '../src/dns/wire/error-reply.ts';
import { type NameServer, respond } from '../src/dns/zone/name-server.ts';

const [ID_OCTETS, HEADER_OCTETS, OPT_OCTETS] = [2, 12, 11];
const [PLAIN_LIMIT, EDNS_LIMIT] = [512, 1232];

/** What became of a packet: how it was taken as a query and as a response. */
export interface Outcome {
  readonly asQuery: 'answered' | 'error' | 'silence';
  readonly asResponse: 'read' | 'malformed';
}

/**
 * Puts a packet to a name server, and reads it as a resolver does. Throws when a reply is too large, is to another
 * message or cannot be read, or when a response that was read does not read back the same.
 */
export function checkPacket(server: NameServer, packet: Uint8Array): Outcome {
  return { asQuery: checkAsQuery(server, packet), asResponse: checkAsResponse(packet) };
}

function checkAsQuery(server: NameServer, packet: Uint8Array): Outcome['asQuery'] {
  const query = decodeQuery(packet);
  if (!query.ok) {
    const reply = errorReply(query.problem);
    if (reply) checkErrorReply(packet, reply);
    return reply ? 'error' : 'silence';
  }
  const response = respond(server, query.value.question);
  const limit = query.value.edns ? EDNS_LIMIT : PLAIN_LIMIT;
  checkReply(packet, encodeResponse(response, query.value, 'udp'), limit);
  checkReply(packet, encodeResponse(response, query.value, 'tcp'), 0xffff);
  return 'answered';
}

function checkReply(packet: Uint8Array, reply: Uint8Array, limit: number): void {
  if (reply.length > limit) throw new Error(`a reply of ${reply.length} octets`);
  if (!startsAlike(packet, reply, 0, ID_OCTETS)) throw new Error('a reply with another id');
  if (!decodeResponse(reply)) throw new Error('a reply that cannot be read');
}

/** An error repeats the question at most, of any class, and has at most a bare OPT record behind it. */
function checkErrorReply(packet: Uint8Array, reply: Uint8Array): void {
  const opt = (reply[11] ?? 0) * OPT_OCTETS;
  if (opt > OPT_OCTETS || reply.length > PLAIN_LIMIT) throw new Error('an error reply that says too much');
  if (!startsAlike(packet, reply, 0, ID_OCTETS)) throw new Error('an error reply with another id');
  if (!startsAlike(packet, reply, HEADER_OCTETS, reply.length - opt)) throw new Error('another question');
}

const startsAlike = (one: Uint8Array, other: Uint8Array, start: number, end: number): boolean =>
  isDeepStrictEqual(Uint8Array.from(one.subarray(start, end)), Uint8Array.from(other.subarray(start, end)));

function checkAsResponse(packet: Uint8Array): Outcome['asResponse'] {
  const read = decodeResponse(packet);
  if (!read) return 'malformed';
  const again = decodeResponse(sentAgain(read.id, read.response))?.response;
  if (!isDeepStrictEqual(again, read.response)) throw new Error('a response that does not read back the same');
  return 'read';
}

function sentAgain(id: number, response: Response): Uint8Array {
  const { question } = response;
  const asked = encodeQuery({ id, question, rd: true, edns: false }).subarray(HEADER_OCTETS);
  const edns = { udpSize: EDNS_LIMIT, version: 0, dnssec: true };
  return encodeResponse(response, { id, rd: true, ad: true, cd: false, question, asked, edns }, 'tcp');
}
