import { displayName } from '../../dns/name.ts';
import { formatTrace } from '../../dns/resolver/trace.ts';
import { ask, RESOLVER, VALIDATING_RESOLVER } from '../../world/ask.ts';
import { RESOLVER_IDS } from '../../world/named-resolver.ts';
import { findResolver, freshOf } from '../../world/resolvers.ts';
import { declare } from '../command.ts';
import { list } from '../names.ts';
import { button, code, notice, picture, reply, text } from '../reply.ts';
import { shown } from '../shown.ts';
import { openFocus, worldName } from '../worlds.ts';

export const trace = declare({
  name: 'trace',
  summary: 'Show step by step whom a resolver asks, and what each server says.',
  options: {
    name: { type: 'name', about: 'the name to look up', required: true },
    type: { type: 'rr-type', about: 'the record type; `A` unless you say' },
    cache: { type: 'choice', choices: ['empty', 'warm'], about: '`warm` starts from what your resolver remembers' },
    dnssec: { type: 'choice', choices: ['validating'], about: '`validating` checks the signatures on the way' },
    resolver: { type: 'server', about: 'which resolver, by its habits, as `@isp`; `@resolver` unless you say' },
  },
  examples: ['/trace www.quillcove-example.com', '/trace quillcove-example.com MX warm'],
  async handle(context, { name: qname, type: qtype = 'A', cache = 'empty', dnssec, resolver: written = RESOLVER }) {
    const open = await openFocus(context);
    const asked = `${displayName(qname)} ${qtype}`;
    const resolver = findResolver(dnssec ?? written);
    if (!resolver) return notice(noResolver(written), [button('Trace it', `/trace ${asked}`)]);
    const { id, title, validates } = resolver;
    const isOther = id !== RESOLVER && id !== VALIDATING_RESOLVER;
    const warm = cache === 'warm';
    const resolution = ask(open.world, { qname, qtype }, warm ? id : freshOf(id));
    const memory = warm ? `with what ${isOther ? title : 'your resolver'} remembers` : 'with an empty cache';
    const check = validates ? ', with signatures checked' : '';
    const habits = isOther && !warm ? `, as ${title} does it` : '';
    return reply(
      [
        text(`A look-up ${memory}${check}${habits}, in ${worldName(open)}.`),
        ...(context.pictures ? [picture(context.pictures.trace(resolution, open.world))] : []),
        code(formatTrace(resolution)),
      ],
      [
        button('Ask the resolver', `/dig ${asked}${id === RESOLVER ? '' : ` @${id}`}`),
        button('Who holds what', '/world'),
      ],
    );
  },
});

const noResolver = (written: string): string =>
  `There is no resolver ${shown(written)}. There are ${list(RESOLVER_IDS.map((id) => `\`@${id}\``))}. To ask one name server, use \`/dig\`.`;
