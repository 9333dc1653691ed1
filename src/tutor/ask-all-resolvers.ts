import { formatDuration, SECOND } from '../base/time.ts';
import type { Question } from '../dns/message.ts';
import { displayName } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import { typeOf } from '../dns/record.ts';
import type { Resolution } from '../dns/resolver/resolution.ts';
import { ask } from '../world/ask.ts';
import type { NamedResolver } from '../world/named-resolver.ts';
import { RESOLVERS } from '../world/resolvers.ts';
import type { Context } from './command.ts';
import { list } from './names.ts';
import { button, fieldsOf, type Reply, reply, text } from './reply.ts';
import { sourceLinks } from './source-link.ts';
import { keepStep, type OpenWorld, worldName } from './worlds.ts';

/** What is typed after `@` for every resolver at once. */
export const ALL_RESOLVERS = 'all';

/** Puts a question to every resolver of a world, each with what it remembers, and lays side by side what they say. */
export async function askAllResolvers(context: Context, open: OpenWorld, question: Question): Promise<Reply> {
  const replies = RESOLVERS.map((resolver): Said => {
    const resolution = ask(open.world, question, resolver.id);
    return { resolver, resolution, queries: queriesOf(resolution), words: wordsOf(resolution) };
  });
  const learned = replies.filter(({ queries }) => queries > 0);
  if (learned.length > 0)
    await keepStep(
      context,
      open,
      learned.map(({ resolver }) => ({ kind: 'question-asked', resolver: resolver.id, question })),
    );
  const line = `${displayName(question.qname)} ${question.qtype}`;
  return reply(
    [
      text(`You ask every resolver in ${worldName(open)} for \`${line}\`. ${agreement(replies)}`),
      fieldsOf(replies.map((said) => ({ name: `@${said.resolver.id}`, value: `${said.words}${whence(said)}` }))),
      text(replies.map(({ resolver: { id, habit } }) => `\`@${id}\`: ${habit}`).join('\n')),
    ],
    [
      button('Trace it', `/trace ${line}`),
      button('Who holds what', '/world'),
      ...sourceLinks(RESOLVERS.map(({ source }) => source)),
    ],
  );
}

interface Said {
  readonly resolver: NamedResolver;
  readonly resolution: Resolution;
  /** How many queries it made. */
  readonly queries: number;
  readonly words: string;
}

const queriesOf = ({ steps }: Resolution): number =>
  steps.filter(({ kind }) => kind === 'asked' || kind === 'timeout').length;

const MOST_VALUES = 4;

/** What came back, without what differs only by when it was asked. */
function wordsOf({ outcome, answer, security }: Resolution): string {
  if (outcome === 'nodata') return 'no data: the name is there, such a record is not';
  if (outcome === 'nxdomain') return 'NXDOMAIN: no such name';
  if (outcome === 'failure')
    return security === 'bogus' ? 'SERVFAIL: it cannot trust what it found' : 'SERVFAIL: no usable answer from anyone';
  const set = answer.at(-1);
  const data = (set?.rdata ?? []).map((one) => `\`${formatRdata(one)}\``).sort();
  const more = data.length > MOST_VALUES ? [`${data.length - MOST_VALUES} more`] : [];
  return `${set ? typeOf(set) : ''} ${list([...data.slice(0, MOST_VALUES), ...more])}`;
}

/** Where it comes from, and for how much longer it is remembered. */
function whence({ resolution: { answer, authority, outcome, steps }, queries }: Said): string {
  if (steps.some((step) => step.kind === 'cache-hit' && step.stale)) return ', out of date: nobody answered';
  const from = queries === 0 ? ', from its cache' : `, after ${queries === 1 ? '1 query' : `${queries} queries`}`;
  const ttls = [...answer, ...authority].map(({ ttl }) => ttl);
  if (outcome === 'failure' || ttls.length === 0) return from;
  return `${from}, for ${formatDuration(Math.min(...ttls) * SECOND)} more`;
}

function agreement(replies: readonly Said[]): string {
  const each = Map.groupBy(replies, ({ words }) => words);
  if (each.size === 1) return 'All say the same.';
  const [most = []] = [...each.values()].sort((a, b) => b.length - a.length);
  const others = replies.filter((said) => !most.includes(said)).map(({ resolver }) => `\`@${resolver.id}\``);
  return `They differ: ${list(others)} ${others.length === 1 ? 'says' : 'say'} something else than the other ${most.length}.`;
}
