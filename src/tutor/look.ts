import type { Question } from '../dns/message.ts';
import { displayName, type Name, parseName } from '../dns/name.ts';
import { parseQType } from '../dns/rr-type.ts';
import type { World } from '../world/world.ts';
import { findNameServer } from './find-name-server.ts';

/** A look at a world, which changes nothing in it: what a question is proved by. */
export type Look =
  | { readonly kind: 'resolver' | 'trace'; readonly question: Question }
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
  if (verb === '/trace') return { kind: 'trace', question };
  if (verb !== '/dig') return undefined;
  const asked = words.find((word) => word.startsWith('@'))?.slice(1);
  if (asked === undefined) return { kind: 'resolver', question };
  const server = findNameServer(world, asked);
  return server && { kind: 'server', question, server };
}

/** `www.example.com A`, marked as code. */
export const questionInCode = ({ qname, qtype }: Question): string => `\`${displayName(qname)} ${qtype}\``;
