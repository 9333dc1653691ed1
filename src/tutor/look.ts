import type { Question } from '../dns/message.ts';
import { displayName, type Name, parseName } from '../dns/name.ts';
import { parseQType } from '../dns/rr-type.ts';
import type { OtherResolver } from '../lessons/look-up.ts';
import { RESOLVER, VALIDATING_RESOLVER } from '../world/ask.ts';
import type { ResolverId } from '../world/named-resolver.ts';
import { findResolver, freshOf } from '../world/resolvers.ts';
import type { World } from '../world/world.ts';
import { findNameServer } from './find-name-server.ts';

/** A look at a world, which changes nothing in it: what a question is proved by. */
export type Look =
  | {
      readonly kind: 'resolver' | 'trace';
      readonly question: Question;
      /** Which resolver; the one that is asked unless another is named, if absent. */
      readonly resolver?: OtherResolver;
    }
  | { readonly kind: 'server'; readonly question: Question; readonly server: Name }
  | { readonly kind: 'whois'; readonly domain: Name }
  | { readonly kind: 'world' };

/** The look-up that a command stands for; undefined if it is none, or asks a server that is not in that world. */
export function readLook(world: World, command: string): Look | undefined {
  const [verb, written = '', ...words] = command.split(/\s+/);
  if (verb === '/world') return { kind: 'world' };
  const name = parseName(written);
  if (!name.ok) return undefined;
  if (verb === '/whois') return { kind: 'whois', domain: name.value };
  const qtype = parseQType(words.find((word) => !word.startsWith('@')) ?? 'A');
  if (qtype === undefined) return undefined;
  const question = { qname: name.value, qtype };
  const asked = words.find((word) => word.startsWith('@'))?.slice(1);
  const named = asked === undefined ? undefined : findResolver(asked);
  if (verb === '/trace') {
    const checks = words.includes(VALIDATING_RESOLVER) ? VALIDATING_RESOLVER : named?.id;
    return { kind: 'trace', ...atQuestion(question, checks) };
  }
  if (verb !== '/dig') return undefined;
  if (asked === undefined || named) return { kind: 'resolver', ...atQuestion(question, named?.id) };
  const server = findNameServer(world, asked);
  return server && { kind: 'server', question, server };
}

const atQuestion = (question: Question, id: ResolverId = RESOLVER): { question: Question; resolver?: OtherResolver } =>
  id === RESOLVER ? { question } : { question, resolver: id };

/** The resolver that such a look asks: it remembers, or it starts from nothing. */
export function askedBy({ kind, resolver }: Extract<Look, { kind: 'resolver' | 'trace' }>): string {
  const id = resolver ?? RESOLVER;
  return kind === 'trace' ? freshOf(id) : id;
}

/** `www.example.com A`, marked as code. */
export const questionInCode = ({ qname, qtype }: Question): string => `\`${displayName(qname)} ${qtype}\``;
