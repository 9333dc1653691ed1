import { seededRng } from '../../base/random.ts';
import type { Question } from '../../dns/message.ts';
import { displayName } from '../../dns/name.ts';
import { OUTCOMES } from '../../items/value.ts';
import { atResolver, type LookUp, lookUpIn, resolverFor, writeLookUp } from '../../lessons/look-up.ts';
import { EXPECTATIONS, readExpectation } from '../../lessons/read-expectation.ts';
import { pickWorthPredicting } from '../../lessons/worth-predicting.ts';
import { findResolver, resolverOf } from '../../world/resolvers.ts';
import { ALL_RESOLVERS } from '../ask-all-resolvers.ts';
import { type Context, declare } from '../command.ts';
import { findNameServer, noNameServer } from '../find-name-server.ts';
import { compare } from '../lessons/comparison.ts';
import { lookUpBlocks } from '../lessons/shown-blocks.ts';
import { capitalised } from '../names.ts';
import { registerForm } from '../register-form.ts';
import { button, type Choice, heading, notice, type Reply, reply, text } from '../reply.ts';
import { shown } from '../shown.ts';
import { keepStep, type OpenWorld, openFocus, worldName } from '../worlds.ts';

export const predict = declare({
  name: 'predict',
  summary: 'Say what a look-up will return before it runs, and see the difference.',
  options: {
    name: { type: 'name', about: 'the name to look up; I choose one unless you say' },
    type: { type: 'rr-type', about: 'the record type; `A` unless you say' },
    server: {
      type: 'server',
      about: 'whom to ask instead: `@ns1.hover.com`, or a resolver such as `@isp` or `@validating`',
    },
    expect: { type: 'text', about: 'what will come, as `nxdomain` or `203.0.113.7 from cache`; I ask unless you say' },
  },
  examples: [
    '/predict',
    '/predict www.quillcove-example.com nxdomain',
    '/predict www.quillcove-example.com A 203.0.113.7 from cache',
    '/predict quillcove-example.com NS @a.gtld-servers.net referral',
  ],
  async handle(context, { name: qname, type: qtype = 'A', server, expect }) {
    const open = await openFocus(context);
    if (qname === undefined) return chosen(context, open);
    const question = { qname, qtype };
    const resolver = server === undefined ? undefined : findResolver(server);
    const named = resolver ? undefined : server;
    const nameServer = named === undefined ? undefined : findNameServer(open.world, named);
    const lookUp = resolver
      ? atResolver(question, resolver.id)
      : { ...question, ...(nameServer && { server: nameServer }) };
    if (named !== undefined && nameServer === undefined)
      return notice(named.toLowerCase() === ALL_RESOLVERS ? ONE_AT_A_TIME : noNameServer(open.world, named), [
        button('Predict the resolver', `/predict ${writeLookUp(lookUp)}`),
      ]);
    if (expect === undefined) return whatIsExpected(open, lookUp);
    const read = readExpectation(expect, context.content.catalogue);
    if (read.ok) return run(context, open, lookUp, read.value);
    return notice(
      `I cannot read ${shown(read.problem.word)} as something to expect of a look-up. Say ${EXPECTATIONS}.`,
      waysToSay(lookUp),
    );
  },
});

const ONE_AT_A_TIME =
  'A prediction is of what one resolver will say: name it, as `@isp`, or `/dig` all of them with `@all`.';

/** A look-up that is worth predicting; what comes of it is not known before it has run. */
function chosen({ content, newSeed }: Context, open: OpenWorld): Reply {
  const found = pickWorthPredicting(open.world, seededRng(newSeed()));
  if (found) {
    const asked = whatIsExpected(open, found.lookUp);
    return { ...asked, choices: [...asked.choices, button('See the zone', `/zone ${displayName(found.origin)}`)] };
  }
  return notice(
    `There is no zone in ${worldName(open)} to look anything up in yet. Register a domain and host its zone, or bring a zone of your own.`,
    [...registerForm(content), button('Bring a zone', '/import')],
  );
}

function whatIsExpected(open: OpenWorld, lookUp: LookUp): Reply {
  const { server } = lookUp;
  const resolver = resolverOf(resolverFor(lookUp)).title;
  const whom = server === undefined ? capitalised(resolver) : `The name server \`${server.replace(/\.$/, '')}\``;
  const line = writeLookUp(questionOf(lookUp));
  return reply(
    [
      heading('What will come?'),
      text(
        `${whom} in ${worldName(open)} is going to be asked for \`${line}\`. What do you expect? Nothing has run yet.`,
      ),
    ],
    waysToSay(lookUp),
  );
}

/** The outcomes to choose from, and room for an address, names, or where from. */
function waysToSay(lookUp: LookUp): readonly Choice[] {
  const command = `/predict ${writeLookUp(lookUp)} {}`;
  const values = OUTCOMES.map((outcome) => ({ label: OUTCOME_LABELS[outcome], value: outcome }));
  return [
    { kind: 'menu', label: 'Choose an outcome', values, most: 1, command },
    { kind: 'form', label: 'Say it more exactly', placeholder: 'such as 203.0.113.7 from cache', command },
  ];
}

const OUTCOME_LABELS: Readonly<Record<(typeof OUTCOMES)[number], string>> = {
  answer: 'An answer, with the records asked for',
  referral: 'A referral to other name servers',
  nodata: 'No data: the name is there, such a record is not',
  nxdomain: 'NXDOMAIN: no such name',
  refused: 'REFUSED: no zone of that server',
  servfail: 'SERVFAIL: no usable answer from anyone',
  timeout: 'No reply at all',
};

const questionOf = ({ qname, qtype }: LookUp): Question => ({ qname, qtype });

/** Runs the look-up, which the resolver remembers, and lays it beside what was expected. */
async function run(
  context: Context,
  open: OpenWorld,
  lookUp: LookUp,
  expected: Parameters<typeof compare>[1],
): Promise<Reply> {
  const { server } = lookUp;
  const question = questionOf(lookUp);
  const came = lookUpIn(open.world, lookUp);
  if (!came) throw new Error(`there is no name server ${server}`);
  if (server === undefined && came.asked !== 0)
    await keepStep(context, open, [{ kind: 'question-asked', resolver: resolverFor(lookUp), question }]);
  const { blocks } = compare(open.world, expected, came);
  const line = writeLookUp(question);
  return reply(
    [heading(`Predicted: ${writeLookUp(lookUp)}`), ...blocks, ...lookUpBlocks(open.world, lookUp)],
    [
      button('Trace it', `/trace ${line}${lookUp.resolver ? ` @${lookUp.resolver}` : ''}`),
      button('Predict again', `/predict ${writeLookUp(lookUp)}`),
      button('Predict another', '/predict'),
      button('Who holds what', '/world'),
    ],
  );
}
