import { respondTo } from '../dnssec/respond-signed.ts';
import type { NameServer } from '../zone/name-server.ts';
import { type Handler, handlerOf } from './handler.ts';

/** Replies kept; when there are more, all are forgotten. */
const MAX_KEPT = 4096;

/**
 * What a name server says. Its zones never change, so a reply follows from the octets behind the id, and is kept for
 * when the same are sent again.
 */
export function nameServerHandler(server: NameServer): Handler {
  const answer = handlerOf(({ question, edns }) => respondTo(server, question, edns?.dnssec ?? false));
  const kept = { udp: new Map<string, Uint8Array>(), tcp: new Map<string, Uint8Array>() };
  return (octets, transport) => {
    const known = kept[transport];
    const asked = Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString('latin1', 2);
    const before = known.get(asked);
    if (before) return withId(before, octets);
    const reply = answer(octets, transport);
    if (known.size >= MAX_KEPT) known.clear();
    if (reply) known.set(asked, reply.slice());
    return reply;
  };
}

function withId(reply: Uint8Array, { 0: high = 0, 1: low = 0 }: Uint8Array): Uint8Array {
  const copy = Buffer.from(reply);
  copy[0] = high;
  copy[1] = low;
  return copy;
}
