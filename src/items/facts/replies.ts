import type { Name } from '../../dns/name.ts';
import { parseName } from '../../dns/name.ts';
import { isOfType, type RRset } from '../../dns/record.ts';
import type { TraceStep } from '../../dns/resolver/resolution.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { ask, askNameServer, RESOLVER } from '../../world/ask.ts';
import { registrarOf } from '../../world/catalogue.ts';
import { findResolver } from '../../world/resolvers.ts';
import { readQuestion, readRecordArguments, zoneAt } from '../arguments.ts';
import type { Arguments, Fact, FactProblem } from '../fact.ts';
import type { Section, Value } from '../value.ts';
import { outcomeOf, PLACES, type Reply } from './lookups.ts';

/** `at`, and `of` and `place` for a zone below the domain and another of its servers; or `server`, by its name, or `listed` for what the registry lists. */
const REPLY_ARGS = { name: 'name', type: 'rr-type', at: 'where', of: 'name', place: 'number', server: 'name' } as const;
type Heard = Exclude<Reply, 'timeout'>;

/** Facts about single replies: of any name server, by its name, and what stands where in them. */
export const REPLY_FACTS: Readonly<Record<string, Fact>> = {
  'reply-outcome': {
    type: 'outcome',
    about: 'what a reply comes to, also that of one name server by its name, or of a zone below the domain',
    args: REPLY_ARGS,
    compute: (scenario, args) => ofReply(scenario, args, (reply) => ({ type: 'outcome', outcome: outcomeOf(reply) })),
  },
  'reply-authoritative': {
    type: 'truth',
    about: 'whether the AA bit is set in such a reply',
    args: REPLY_ARGS,
    compute: (scenario, args) => ofHeard(scenario, args, ({ aa }) => ({ type: 'truth', truth: aa })),
  },
  'reply-address': {
    type: 'address',
    about: 'the one address in the answer section of such a reply',
    args: REPLY_ARGS,
    compute: (scenario, args) =>
      ofHeard(scenario, args, ({ answer }) => {
        const addresses = answer.flatMap(addressesOf);
        const [address, ...more] = addresses;
        return address !== undefined && more.length === 0
          ? { type: 'address', address }
          : { problem: `the reply gives ${addresses.length} addresses` };
      }),
  },
  'reply-glue-count': {
    type: 'count',
    about: 'how many addresses of name servers stand in the additional section of such a reply',
    args: REPLY_ARGS,
    compute: (scenario, args) =>
      ofHeard(scenario, args, ({ additional }) => ({ type: 'count', count: additional.flatMap(addressesOf).length })),
  },
  'reply-glue-address': {
    type: 'address',
    about: 'the address that stands for a name server in the additional section of such a reply',
    args: { ...REPLY_ARGS, owner: 'name' },
    compute: (scenario, { owner = '', ...args }) => {
      const parsed = parseName(owner);
      if (!parsed.ok) return { problem: `\`${owner}\` is not a domain name` };
      return ofHeard(scenario, args, ({ additional }) => {
        const [address] = additional.filter((set) => set.owner === parsed.value).flatMap(addressesOf);
        return address === undefined
          ? { problem: `no address of \`${owner}\` comes with the reply` }
          : { type: 'address', address };
      });
    },
  },
  'reply-section': {
    type: 'section',
    about: 'the section of such a reply in which records of a type stand, whatever they belong to',
    args: { ...REPLY_ARGS, records: 'rr-type' },
    compute: (scenario, args) => {
      const wanted = readRecordArguments({ name: args.name ?? '', type: args.records ?? '' });
      if ('problem' in wanted) return wanted;
      return ofHeard(scenario, args, (reply) => ({ type: 'section', section: sectionWith(reply, wanted.type) }));
    },
  },
  'reply-soa-zone': {
    type: 'name',
    about: 'the zone whose SOA record comes with such a reply, when it denies something',
    args: REPLY_ARGS,
    compute: (scenario, args) =>
      ofHeard(scenario, args, ({ authority }) => {
        const soa = authority.find((set) => isOfType(set, 'SOA'));
        return soa ? { type: 'name', name: soa.owner } : { problem: 'no SOA record comes with the reply' };
      }),
  },
  'reply-alias-count': {
    type: 'count',
    about: 'how many CNAME records stand in the answer section of such a reply',
    args: REPLY_ARGS,
    compute: (scenario, args) =>
      ofHeard(scenario, args, ({ answer }) => ({
        type: 'count',
        count: answer.filter((set) => isOfType(set, 'CNAME')).length,
      })),
  },
  'reply-record-count': {
    type: 'count',
    about: 'how many records stand in the answer section of such a reply',
    args: REPLY_ARGS,
    compute: (scenario, args) =>
      ofHeard(scenario, args, ({ answer }) => ({ type: 'count', count: answer.flatMap(({ rdata }) => rdata).length })),
  },
  'reply-last-owner': {
    type: 'name',
    about:
      'the name to which the last records in the answer section of such a reply belong: where a chain of aliases ends',
    args: REPLY_ARGS,
    compute: (scenario, args) =>
      ofHeard(scenario, args, ({ answer }) => {
        const last = answer.at(-1);
        return last ? { type: 'name', name: last.owner } : { problem: 'the answer section is empty' };
      }),
  },
  'query-place': {
    type: 'count',
    about: 'the place of a party, or of the zone below the domain that it has, in the order in which the resolver asks',
    args: REPLY_ARGS,
    compute: (scenario, args) =>
      ofQueried(scenario, args, (place) =>
        place < 0 ? { problem: 'the resolver does not ask it' } : { type: 'count', count: place },
      ),
  },
  'is-queried': {
    type: 'truth',
    about:
      'whether the resolver asks a party, or the zone below the domain that it has, on its way to what is looked up',
    args: REPLY_ARGS,
    compute: (scenario, args) => ofQueried(scenario, args, (place) => ({ type: 'truth', truth: place >= 0 })),
  },
  'queries-sent': {
    type: 'count',
    about: 'how many questions a resolver sends to name servers for a look-up, those that get no reply included',
    args: { name: 'name', type: 'rr-type', at: 'where' },
    compute: (scenario, args) => {
      const question = readQuestion(args);
      if ('problem' in question) return question;
      const { steps } = ask(scenario.world, question, findResolver(args.at ?? RESOLVER)?.id ?? RESOLVER);
      return { type: 'count', count: steps.filter(isQuery).length };
    },
  },
};

function ofHeard(scenario: Scenario, args: Arguments, value: (reply: Heard) => Value | FactProblem) {
  return ofReply(scenario, args, (reply) =>
    reply === 'timeout' ? { problem: 'no reply comes at all' } : value(reply),
  );
}

function ofReply(scenario: Scenario, args: Arguments, value: (reply: Reply) => Value | FactProblem) {
  const question = readQuestion(args);
  if ('problem' in question) return question;
  const resolver = args.server === undefined ? findResolver(args.at ?? RESOLVER) : undefined;
  if (resolver) return value({ aa: false, additional: [], ...ask(scenario.world, question, resolver.id) });
  const server = serverOf(scenario, args);
  const reply = server && askNameServer(scenario.world, server, question);
  return reply ? value(reply) : { problem: `there is no such name server; \`at\` is one of ${PLACES.join(', ')}` };
}

function ofQueried(scenario: Scenario, args: Arguments, value: (place: number) => Value | FactProblem) {
  const question = readQuestion(args);
  if ('problem' in question) return question;
  const servers = serversOf(scenario, args);
  const { steps } = ask(scenario.world, question);
  return value(steps.filter(isQuery).findIndex(({ query }) => servers.includes(query.server)));
}

const isQuery = (step: TraceStep): step is Extract<TraceStep, { kind: 'asked' | 'timeout' }> =>
  step.kind === 'asked' || step.kind === 'timeout';

const serverOf = (scenario: Scenario, args: Arguments): Name | undefined =>
  serversOf(scenario, args)[Number(args.place ?? '1') - 1];

function serversOf(scenario: Scenario, { at = 'host', of, server }: Arguments): readonly Name[] {
  const { catalogue, cast, world } = scenario;
  if (server === 'listed') return world.registrations.get(cast.domain)?.nameServers ?? [];
  if (server !== undefined) {
    const parsed = parseName(server);
    return parsed.ok ? [parsed.value] : [];
  }
  if (at === 'root') return catalogue.root.nameServers;
  if (at === 'suffix') return catalogue.tlds.get(cast.suffix)?.nameServers ?? [];
  if (at === 'parking') return registrarOf(catalogue, cast.registrar).parkingNameServers;
  return zoneAt(scenario, at, of)?.nameServers ?? [];
}

function sectionWith({ answer, authority, additional }: Heard, type: string): Section {
  const holds = (sets: readonly RRset[]) => sets.some(({ rdata }) => rdata[0]?.type === type);
  if (holds(answer)) return 'answer';
  if (holds(authority)) return 'authority';
  return holds(additional) ? 'additional' : 'none';
}

const addressesOf = ({ rdata }: RRset): string[] =>
  rdata.flatMap((data) => (data.type === 'A' || data.type === 'AAAA' ? [data.address] : []));
