import { fail, ok, type Result } from '../base/result.ts';
import type { QType, Question, Response } from '../dns/message.ts';
import { displayName, type Name, parseName } from '../dns/name.ts';
import { parseQType } from '../dns/rr-type.ts';
import { ask, askNameServer, RESOLVER } from '../world/ask.ts';
import type { ResolverId } from '../world/named-resolver.ts';
import { findResolver } from '../world/resolvers.ts';
import type { World } from '../world/world.ts';

/** A question and whom it is put to: the resolver, unless another one or a name server is named. */
export interface LookUp extends Question {
  readonly server?: Name;
  readonly resolver?: OtherResolver;
}
/** Any resolver but the one that is asked unless another is named. */
export type OtherResolver = Exclude<ResolverId, typeof RESOLVER>;

/** Reads `www.example.com`, `www.example.com MX`, `www.example.com A @ns1.example.net` or `… @isp`. Refuses, in a sentence: all else. */
export function readLookUp(text: string): Result<LookUp, string> {
  const words = text.trim().split(/\s+/);
  const [at, ...more] = words.filter((word) => word.startsWith('@'));
  const [nameText = '', typeText = 'A', ...rest] = words.filter((word) => !word.startsWith('@'));
  const qname = parseName(nameText);
  const qtype: QType | undefined = parseQType(typeText);
  const server = at === undefined ? undefined : parseName(at.slice(1));
  if (!qname.ok || !qtype || rest.length > 0 || more.length > 0 || server?.ok === false)
    return fail(`\`${text}\` is not a look-up, such as \`www.example.com A @ns1.example.net\``);
  const question = { qname: qname.value, qtype };
  const named = at === undefined ? undefined : findResolver(at.slice(1));
  if (named) return ok(atResolver(question, named.id));
  return ok(server === undefined ? question : { ...question, server: server.value });
}

/** The question put to a resolver. */
export const atResolver = (question: Question, id: ResolverId): LookUp =>
  id === RESOLVER ? question : { ...question, resolver: id };

/** The look-up as it is written after `/dig`. */
export function writeLookUp({ qname, qtype, server, resolver }: LookUp): string {
  const whom = resolver ?? (server && displayName(server));
  return [displayName(qname), qtype, ...(whom === undefined ? [] : [`@${whom}`])].join(' ');
}

/** The resolver that a look-up asks, where it asks no name server. */
export const resolverFor = ({ resolver }: LookUp): ResolverId => resolver ?? RESOLVER;

/** What comes back for a look-up; `asked` is how many queries the resolver made for it, and of a name server is absent. */
export interface Came {
  readonly lookUp: LookUp;
  readonly reply: Pick<Response, 'rcode' | 'answer' | 'authority'> | 'timeout';
  readonly asked?: number;
  /** The name server that the last word on the question came from; absent where it came from a cache or from nobody. */
  readonly from?: Name;
  /** Why a resolver that checks signatures has no answer, in a sentence. */
  readonly why?: string;
}

/** Looks something up in a world; changes nothing. Undefined if the name server is none of this world. */
export function lookUpIn(world: World, lookUp: LookUp): Came | undefined {
  const { server, qname, qtype } = lookUp;
  if (server !== undefined) {
    const reply = askNameServer(world, server, { qname, qtype });
    if (reply === undefined) return undefined;
    return { lookUp, reply, ...(reply === 'timeout' ? {} : { from: server }) };
  }
  const { steps, ...reply } = ask(world, { qname, qtype }, resolverFor(lookUp));
  const asked = steps.filter(({ kind }) => kind === 'asked' || kind === 'timeout').length;
  const last = steps.findLast((step) => step.kind === 'asked' && step.depth === 0);
  const failed = reply.outcome === 'failure';
  const why = reply.security === 'bogus' ? reply.extendedErrors?.[0]?.text : undefined;
  const from = last?.kind === 'asked' && !failed ? { from: last.query.server } : {};
  return { lookUp, reply, asked, ...from, ...(why && { why }) };
}
