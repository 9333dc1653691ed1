import { displayName } from '../../dns/name.ts';
import { formatTrace } from '../../dns/resolver/trace.ts';
import { ask, FRESH_RESOLVER, FRESH_VALIDATING_RESOLVER, RESOLVER, VALIDATING_RESOLVER } from '../../world/ask.ts';
import { declare } from '../command.ts';
import { button, code, reply, text } from '../reply.ts';
import { openFocus, worldName } from '../worlds.ts';

export const trace = declare({
  name: 'trace',
  summary: 'Show step by step whom a resolver asks, and what each server says.',
  options: {
    name: { type: 'name', about: 'the name to look up', required: true },
    type: { type: 'rr-type', about: 'the record type; `A` unless you say' },
    cache: { type: 'choice', choices: ['empty', 'warm'], about: '`warm` starts from what your resolver remembers' },
    dnssec: { type: 'choice', choices: ['validating'], about: '`validating` checks the signatures on the way' },
  },
  examples: ['/trace www.quillcove-example.com', '/trace quillcove-example.com MX warm'],
  async handle(context, { name: qname, type: qtype = 'A', cache = 'empty', dnssec }) {
    const open = await openFocus(context);
    const warm = cache === 'warm';
    const resolution = ask(open.world, { qname, qtype }, RESOLVERS[dnssec ?? 'plain'][cache]);
    const memory = warm ? 'with what your resolver remembers' : 'with an empty cache';
    const check = dnssec ? ', with signatures checked' : '';
    const asked = `${displayName(qname)} ${qtype}`;
    return reply(
      [text(`A look-up ${memory}${check}, in ${worldName(open)}.`), code(formatTrace(resolution))],
      [
        button('Ask the resolver', `/dig ${asked}${dnssec ? ` @${VALIDATING_RESOLVER}` : ''}`),
        button('Who holds what', '/world'),
      ],
    );
  },
});

const RESOLVERS = {
  plain: { empty: FRESH_RESOLVER, warm: RESOLVER },
  validating: { empty: FRESH_VALIDATING_RESOLVER, warm: VALIDATING_RESOLVER },
};
