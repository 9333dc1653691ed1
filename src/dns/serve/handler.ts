import type { Response } from '../message.ts';
import { decodeQuery, type WireQuery } from '../wire/decode-query.ts';
import { encodeResponse } from '../wire/encode-response.ts';
import { errorReply } from '../wire/error-reply.ts';

// serve/ puts name servers and a resolver on real sockets, and asks real ones. It is the only part of dns/ that does
// any I/O. Start with serve-internet.ts; a handler is what stands between octets and the pure rest.

/** Octets of a message in, octets of the reply out; nothing where there must be silence. */
export type Handler = (octets: Uint8Array, transport: 'udp' | 'tcp') => Uint8Array | undefined;

/** A handler that answers what can be read as a query, and the rest as RFC 1035 §4.1.1 and RFC 6891 §7 have it. */
export const handlerOf =
  (answer: (query: WireQuery) => Response): Handler =>
  (octets, transport) => {
    const query = decodeQuery(octets);
    return query.ok ? encodeResponse(answer(query.value), query.value, transport) : errorReply(query.problem);
  };
