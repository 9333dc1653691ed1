import type { Question, Response } from '../../dns/message.ts';
import { type Name, parseName } from '../../dns/name.ts';
import { isOfType, type RRset } from '../../dns/record.ts';
import type { Resolution, TraceStep } from '../../dns/resolver/resolution.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { ask, askNameServer, RESOLVER } from '../../world/ask.ts';
import { hostOf, registrarOf } from '../../world/catalogue.ts';
import { RESOLVER_IDS } from '../../world/named-resolver.ts';
import { findResolver } from '../../world/resolvers.ts';
import { readQuestion, zoneAt } from '../arguments.ts';
import type { Arguments, Fact, FactProblem } from '../fact.ts';
import type { Outcome, Section, Value } from '../value.ts';

const LOOKUP_ARGS = { name: 'name', type: 'rr-type', at: 'where' } as const;

/** Facts that are look-ups: a question put to the resolver or to one name server, and what came back. */
export const LOOKUP_FACTS: Readonly<Record<string, Fact>> = {
  'lookup-outcome': {
    type: 'outcome',
    about: 'what a look-up comes to, at the resolver or at a name server',
    args: LOOKUP_ARGS,
    compute: (scenario, args) => ofReply(scenario, args, (reply) => ({ type: 'outcome', outcome: outcomeOf(reply) })),
  },
  'lookup-address': {
    type: 'address',
    about: 'the one address that a look-up gives',
    args: LOOKUP_ARGS,
    compute: (scenario, args) =>
      ofReply(scenario, args, (reply) => {
        const addresses = reply === 'timeout' ? [] : reply.answer.flatMap(addressesOf);
        const [address, ...more] = addresses;
        if (address === undefined || more.length > 0)
          return { problem: `the look-up gives ${addresses.length} addresses` };
        return { type: 'address', address };
      }),
  },
  'lookup-authoritative': {
    type: 'truth',
    about: 'whether the reply to a look-up has the AA bit set',
    args: LOOKUP_ARGS,
    compute: (scenario, args) =>
      ofReply(scenario, args, (reply) => ({ type: 'truth', truth: reply !== 'timeout' && reply.aa })),
  },
  'lookup-secure': {
    type: 'truth',
    about: 'whether a resolver that checks signatures finds what it looks up secure, and so sets the AD bit',
    args: { name: 'name', type: 'rr-type' },
    compute: (scenario, args) =>
      ofReply(scenario, { ...args, at: 'validating' }, (reply) => ({
        type: 'truth',
        truth: reply !== 'timeout' && reply.ad === true,
      })),
  },
  'name-servers-section': {
    type: 'section',
    about: "the section of the reply in which the domain's NS records stand",
    args: LOOKUP_ARGS,
    compute: (scenario, args) =>
      ofReply(scenario, args, (reply) => ({ type: 'section', section: nsSection(reply, scenario.cast.domain) })),
  },
  'lookup-name-servers': {
    type: 'name-set',
    about: "the name servers that the domain's NS records in a reply name, in whichever section",
    args: LOOKUP_ARGS,
    compute: (scenario, args) =>
      ofReply(scenario, args, (reply) => {
        const names = reply === 'timeout' ? [] : nameServersIn(reply, scenario.cast.domain);
        return names.length > 0
          ? { type: 'name-set', names }
          : { problem: 'the reply names no name servers of the domain' };
      }),
  },
  'answer-ttl': {
    type: 'duration',
    about:
      'how long a resolver keeps what a look-up brings: the TTL of the answer, or that of "no such name" and "no such data"',
    args: LOOKUP_ARGS,
    compute: (scenario, args) =>
      ofReply(scenario, args, (reply) => {
        const seconds = reply === 'timeout' ? undefined : secondsKept(reply);
        return seconds === undefined
          ? { problem: 'the look-up brings nothing that is kept' }
          : { type: 'duration', seconds };
      }),
  },
  'lookup-from-cache': {
    type: 'truth',
    about: 'whether the resolver answers from what it remembers, asking nobody',
    args: { name: 'name', type: 'rr-type' },
    compute: (scenario, args) =>
      ofResolution(scenario, args, ({ steps }) => ({
        type: 'truth',
        truth: steps.every(({ kind }) => kind !== 'asked'),
      })),
  },
  'answering-host': {
    type: 'company',
    about: 'the DNS host whose name server the resolver has its answer from now, or had it from when it is cached',
    args: { name: 'name', type: 'rr-type' },
    compute: (scenario, args) =>
      ofResolution(scenario, args, ({ steps }) => {
        const last = steps.findLast((step) => step.kind === 'asked' && step.depth === 0);
        const server = last?.kind === 'asked' ? last.query.server : undefined;
        const hosted = [...scenario.world.hostedZones.values()].find(
          ({ nameServers }) => server && nameServers.includes(server),
        );
        if (!hosted) return { problem: 'the answer comes from no DNS host of the cast' };
        const { name, aliases } = hostOf(scenario.catalogue, hosted.host);
        return { type: 'company', name, aliases };
      }),
  },
  'is-asked': {
    type: 'truth',
    about: 'whether the resolver asks a party on its way to what is looked up',
    args: LOOKUP_ARGS,
    compute: (scenario, args) =>
      ofResolution(scenario, args, ({ steps }) => ({
        type: 'truth',
        truth: steps.some((step) => isAsked(step, scenario, args.at ?? '')),
      })),
  },
  'place-asked': {
    type: 'count',
    about: 'the place of a party in the order in which the resolver asks, for items that ask for an order',
    args: LOOKUP_ARGS,
    compute: (scenario, args) =>
      ofResolution(scenario, args, ({ steps }) => {
        const place = steps.findIndex((step) => isAsked(step, scenario, args.at ?? ''));
        return place < 0 ? { problem: `the resolver does not ask \`${args.at}\`` } : { type: 'count', count: place };
      }),
  },
};

/**
 * The places to which a question can be put: a resolver by its name, or a name server of the root, the suffix, a host or the registrar's parking.
 */
export const PLACES = [...RESOLVER_IDS, 'root', 'suffix', 'host', 'old-host', 'parking'] as const;

/** What a resolver or a name server says, or that it says nothing. */
export type Reply = Pick<Response, 'rcode' | 'aa' | 'ad' | 'answer' | 'authority' | 'additional'> | 'timeout';

/** The TTL of the first set of an answer; of a negative one that of RFC 2308 §5. */
function secondsKept({ answer, authority }: Exclude<Reply, 'timeout'>): number | undefined {
  const [first] = answer;
  if (first) return first.ttl;
  const soa = authority.find((set) => isOfType(set, 'SOA'));
  const [data] = soa && isOfType(soa, 'SOA') ? soa.rdata : [];
  return soa && data && Math.min(soa.ttl, data.minimum);
}

function ofReply(
  scenario: Scenario,
  args: Arguments,
  value: (reply: Reply) => Value | FactProblem,
): Value | FactProblem {
  const question = readQuestion(args);
  if ('problem' in question) return question;
  const { at = RESOLVER } = args;
  const resolver = findResolver(at);
  if (resolver) return value({ aa: false, additional: [], ...ask(scenario.world, question, resolver.id) });
  const named = parseName(at);
  const server = serversAt(scenario, at)[0] ?? (named.ok ? named.value : undefined);
  const reply = server && askNameServer(scenario.world, server, question);
  return reply ? value(reply) : { problem: `there is no name server at \`${at}\`; known are ${PLACES.join(', ')}` };
}

function ofResolution(
  scenario: Scenario,
  args: Arguments,
  value: (resolution: Resolution) => Value | FactProblem,
): Value | FactProblem {
  const question: Question | FactProblem = readQuestion(args);
  return 'problem' in question ? question : value(ask(scenario.world, question));
}

function serversAt(scenario: Scenario, at: string): readonly Name[] {
  const { catalogue, cast } = scenario;
  if (at === 'root') return catalogue.root.nameServers;
  if (at === 'suffix') return catalogue.tlds.get(cast.suffix)?.nameServers ?? [];
  if (at === 'parking') return registrarOf(catalogue, cast.registrar).parkingNameServers;
  return zoneAt(scenario, at)?.nameServers ?? [];
}

const isAsked = (step: TraceStep, scenario: Scenario, at: string): boolean =>
  step.kind === 'asked' && step.depth === 0 && serversAt(scenario, at).includes(step.query.server);

/** What a reply comes to. */
export function outcomeOf(reply: Reply): Outcome {
  if (reply === 'timeout') return 'timeout';
  if (reply.rcode === 'NXDOMAIN') return 'nxdomain';
  if (reply.rcode === 'REFUSED') return 'refused';
  if (reply.rcode !== 'NOERROR') return 'servfail';
  if (reply.answer.length > 0) return 'answer';
  const types = reply.authority.map(({ rdata }) => rdata[0]?.type);
  return types.includes('NS') && !types.includes('SOA') ? 'referral' : 'nodata';
}

function nsSection(reply: Reply, owner: Name): Section {
  if (reply === 'timeout') return 'none';
  const holds = (rrsets: readonly RRset[]) => rrsets.some((set) => set.owner === owner && set.rdata[0]?.type === 'NS');
  if (holds(reply.answer)) return 'answer';
  if (holds(reply.authority)) return 'authority';
  return holds(reply.additional) ? 'additional' : 'none';
}

const nameServersIn = (reply: Exclude<Reply, 'timeout'>, owner: Name): Name[] =>
  [reply.answer, reply.authority, reply.additional]
    .flat()
    .filter((set) => set.owner === owner)
    .flatMap(({ rdata }) => rdata.flatMap((data) => (data.type === 'NS' ? [data.nameServer] : [])));

const addressesOf = ({ rdata }: RRset): string[] =>
  rdata.flatMap((data) => (data.type === 'A' || data.type === 'AAAA' ? [data.address] : []));
