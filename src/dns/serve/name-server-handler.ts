import { respondTo } from '../dnssec/respond-signed.ts';
import { NOT_AUTHORITATIVE } from '../extended-error.ts';
import type { Response } from '../message.ts';
import type { NameServer } from '../zone/name-server.ts';
import { type Handler, handlerOf } from './handler.ts';
import { KeptReplies } from './kept-replies.ts';

/**
 * What a name server says. Its zones never change, so a reply follows from the octets behind the id, and is kept for
 * when the same come often.
 */
export function nameServerHandler(server: NameServer): Handler {
  const answer = handlerOf(({ question, edns }) => withReason(respondTo(server, question, edns?.dnssec ?? false)));
  const kept = { udp: new KeptReplies(), tcp: new KeptReplies() };
  return (octets, transport) => kept[transport].reply(octets, () => answer(octets, transport));
}

/** A refusal with why: no zone of the server is asked about. */
const withReason = (response: Response): Response =>
  response.rcode === 'REFUSED' ? { ...response, extendedErrors: [NOT_AUTHORITATIVE] } : response;
