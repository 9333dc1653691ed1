import { respondTo } from '../dnssec/respond-signed.ts';
import type { NameServer } from '../zone/name-server.ts';
import { type Handler, handlerOf } from './handler.ts';
import { KeptReplies } from './kept-replies.ts';

/**
 * What a name server says. Its zones never change, so a reply follows from the octets behind the id, and is kept for
 * when the same come often.
 */
export function nameServerHandler(server: NameServer): Handler {
  const answer = handlerOf(({ question, edns }) => respondTo(server, question, edns?.dnssec ?? false));
  const kept = { udp: new KeptReplies(), tcp: new KeptReplies() };
  return (octets, transport) => kept[transport].reply(octets, () => answer(octets, transport));
}
