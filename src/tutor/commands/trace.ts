import { displayName } from '../../dns/name.ts';
import { formatTrace } from '../../dns/resolver/trace.ts';
import { ask, FRESH_RESOLVER, RESOLVER } from '../../world/ask.ts';
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
  },
  examples: ['/trace www.quillcove-example.com', '/trace quillcove-example.com MX warm'],
  async handle(context, { name: qname, type: qtype = 'A', cache = 'empty' }) {
    const open = await openFocus(context);
    const question = { qname, qtype };
    const warm = cache === 'warm';
    const resolution = ask(open.world, question, warm ? RESOLVER : FRESH_RESOLVER);
    const memory = warm ? 'with what your resolver remembers' : 'with an empty cache';
    return reply(
      [text(`A look-up ${memory}, in ${worldName(open)}.`), code(formatTrace(resolution))],
      [button('Ask the resolver', `/dig ${displayName(qname)} ${qtype}`), button('Who holds what', '/world')],
    );
  },
});
