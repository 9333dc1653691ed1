import type { Question } from '../dns/message.ts';
import { displayName, type Name, parseName } from '../dns/name.ts';
import { parseQType } from '../dns/rr-type.ts';
import { FRESH_RESOLVER, FRESH_VALIDATING_RESOLVER, RESOLVER, VALIDATING_RESOLVER } from '../world/ask.ts';
import type { World } from '../world/world.ts';
import { findNameServer } from './find-name-server.ts';

/** A look at a world, which changes nothing in it: what a question is proved by. */
export type Look =
  | {
      readonly kind: 'resolver' | 'trace';
      readonly question: Question;
      /** The resolver is the one that checks signatures. */
      readonly validating?: true;
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
  const validating = { validating: true } as const;
  if (verb === '/trace') {
    return { kind: 'trace', question, ...(words.includes(VALIDATING_RESOLVER) && validating) };
  }
  if (verb !== '/dig') return undefined;
  const asked = words.find((word) => word.startsWith('@'))?.slice(1);
  if (asked === undefined) return { kind: 'resolver', question };
  if (asked === VALIDATING_RESOLVER) return { kind: 'resolver', question, ...validating };
  const server = findNameServer(world, asked);
  return server && { kind: 'server', question, server };
}

/** The resolver that such a look asks: it remembers, or it starts from nothing; it checks signatures, or it does not. */
export function resolverOf({ kind, validating }: Extract<Look, { kind: 'resolver' | 'trace' }>): string {
  if (kind === 'trace') return validating ? FRESH_VALIDATING_RESOLVER : FRESH_RESOLVER;
  return validating ? VALIDATING_RESOLVER : RESOLVER;
}

/** `www.example.com A`, marked as code. */
export const questionInCode = ({ qname, qtype }: Question): string => `\`${displayName(qname)} ${qtype}\``;
