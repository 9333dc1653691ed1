import { formatInstant } from '../../base/time.ts';
import type { Question } from '../../dns/message.ts';
import { displayName } from '../../dns/name.ts';
import { digResolver, digServer } from '../../dns/resolver/dig.ts';
import { ask, askNameServer, RESOLVER } from '../../world/ask.ts';
import { nameServerAddress } from '../../world/internet.ts';
import type { NamedResolver } from '../../world/named-resolver.ts';
import { findResolver } from '../../world/resolvers.ts';
import { ALL_RESOLVERS, askAllResolvers } from '../ask-all-resolvers.ts';
import { type Context, declare } from '../command.ts';
import { findNameServer, noNameServer } from '../find-name-server.ts';
import { counted, inCode } from '../names.ts';
import { button, code, notice, type Reply, reply, text } from '../reply.ts';
import { keepStep, type OpenWorld, openFocus, worldName } from '../worlds.ts';

export const dig = declare({
  name: 'dig',
  summary: 'Look a name up: ask the resolver, another one, or one name server with `@`.',
  options: {
    name: { type: 'name', about: 'the name to ask for', required: true },
    type: { type: 'rr-type', about: 'the record type; `A` unless you say' },
    server: {
      type: 'server',
      about: 'whom to ask instead: `@ns1.hover.com`, a resolver such as `@isp`, or `@all` of these',
    },
  },
  examples: [
    '/dig www.quillcove-example.com',
    '/dig quillcove-example.com NS @a.gtld-servers.net',
    '/dig www.quillcove-example.com A @all',
  ],
  async handle(context, { name: qname, type: qtype = 'A', server = RESOLVER }) {
    const open = await openFocus(context);
    const question = { qname, qtype };
    if (server.toLowerCase() === ALL_RESOLVERS) return askAllResolvers(context, open, question);
    const resolver = findResolver(server);
    return resolver ? askResolver(context, open, question, resolver) : askServer(open, question, server);
  },
});

/** Asks a resolver. What it learns, it remembers: that is kept as a step of the world, unless a change was quicker. */
async function askResolver(
  context: Context,
  open: OpenWorld,
  question: Question,
  { id, title, address }: NamedResolver,
): Promise<Reply> {
  const resolution = ask(open.world, question, id);
  const asked = resolution.steps.filter(({ kind }) => kind === 'asked' || kind === 'timeout').length;
  if (asked > 0) await keepStep(context, open, [{ kind: 'question-asked', resolver: id, question }]);
  const how =
    asked === 0 ? 'It answered from its cache, without asking anyone.' : `It asked ${counted(asked, 'name server')}.`;
  const line = `${displayName(question.qname)} ${question.qtype}`;
  return reply(
    [
      text(`You ask ${title} in ${worldName(open)}. ${how}`),
      code(digResolver(resolution, { server: { address }, when: open.world.now })),
    ],
    [
      button('Trace it', `/trace ${line}${id === RESOLVER ? '' : ` @${id}`}`),
      button('Ask every resolver', `/dig ${line} @${ALL_RESOLVERS}`),
      button('Who holds what', '/world'),
    ],
  );
}

function askServer(open: OpenWorld, question: Question, server: string): Reply {
  const { world } = open;
  const nameServer = findNameServer(world, server);
  const response = nameServer && askNameServer(world, nameServer, question);
  const asked = `${displayName(question.qname)} ${question.qtype}`;
  const next = [button('Ask the resolver', `/dig ${asked}`), button('Trace it', `/trace ${asked}`)];
  if (!nameServer || !response) return notice(noNameServer(world, server), next);
  const at = `You ask ${inCode(nameServer)} itself in ${worldName(open)}, at ${formatInstant(world.now)} UTC there.`;
  if (response === 'timeout') return notice(`${at} It does not reply.`, next);
  const address = nameServerAddress(world, nameServer) ?? '';
  return reply([text(at), code(digServer(response, { server: { name: nameServer, address }, when: world.now }))], next);
}
