import { displayName, isAtOrBelow, type Name } from '../../dns/name.ts';
import type { Role } from '../../labs/lab.ts';
import { registrableDomain } from '../../registration/registry.ts';
import type { Payment } from '../../world/event.ts';
import { nextBlocks, paidBlocks } from '../bill-blocks.ts';
import { declare } from '../command.ts';
import { costBlocks } from '../cost-blocks.ts';
import { billedTo, roleIn, roleWords } from '../labs/role.ts';
import { domainsIn } from '../leads-to.ts';
import { inCode, suffixes } from '../names.ts';
import { type Block, button, type Choice, notice, type Reply, reply, text } from '../reply.ts';
import { pricesOf, restsOn } from '../rests-on.ts';
import { queriesBlocks } from '../usage-blocks.ts';
import { clockOf, type OpenWorld, openFocus, worldName } from '../worlds.ts';

export const bill = declare({
  name: 'bill',
  summary: 'Show who paid whom for what, what comes next, and what it costs elsewhere.',
  options: {
    domain: { type: 'name', about: 'only what was paid for this domain, and what it costs whoever has which job' },
    queries: {
      type: 'integer',
      about: 'suppose that each zone is asked so many times a month, as `queries=1,000,000`',
    },
  },
  examples: ['/bill', '/bill quillcove-example.com', '/bill quillcove-example.com queries=1,000,000'],
  async handle(context, { domain, queries = 0 }) {
    const open = await openFocus(context);
    if (open.world.own)
      return notice(`Nobody pays anybody in ${worldName(open)}.`, [button('My sandbox', '/world sandbox')]);
    if (queries < 0 || queries > MOST_QUERIES) return notice(NO_SUCH_NUMBER, [button('Bill', '/bill')]);
    const role = await roleIn(context, open);
    if (role !== undefined) return roleBill(open, role);
    return domain === undefined ? wholeBill(open, queries) : billOf(open, domain, queries);
  },
});

const MOST_QUERIES = 1_000_000_000_000;
const NO_SUCH_NUMBER = 'Suppose between 0 and a million million queries a month: `/bill queries=1,000,000`.';

function wholeBill(open: OpenWorld, queries: number): Reply {
  const { world, actor } = open;
  const domains = domainsIn(world);
  const [only] = domains;
  const rests = restsOn(world.catalogue, pricesOf(world.catalogue, world.ledger));
  const blocks = [
    ...paidBlocks(world, world.ledger),
    ...nextBlocks(world, actor, () => true),
    ...queriesBlocks(world, actor, queries),
    ...(rests === '' ? [] : [text(rests)]),
  ];
  const each = domains
    .slice(-MOST_BUTTONS)
    .map((domain) => button(displayName(domain), `/bill ${displayName(domain)}`));
  const costs = only && domains.length === 1 ? [button('Whoever has which job', `/bill ${displayName(only)}`)] : each;
  return reply([...blocks, text(clockOf(open))], [...costs, ...next]);
}

/** What somebody with one login in a lab for several is billed, and nothing else. */
function roleBill({ world, actor, ...open }: OpenWorld, role: Role): Reply {
  if (role === 'resolver')
    return notice(`You are ${roleWords(role)}, and asking a resolver costs nothing: there is no bill.`, inLab);
  const isBilled = (payment: Payment) => billedTo(role, payment);
  return reply(
    [
      text(`You are ${roleWords(role)}. This is what you are billed there.`),
      ...paidBlocks(world, world.ledger.filter(isBilled)),
      ...nextBlocks(world, actor, isBilled),
      text(clockOf({ world, actor, ...open })),
    ],
    inLab,
  );
}

const inLab: readonly Choice[] = [button('The lab', '/lab'), button('Goal', '/goal')];

const MOST_BUTTONS = 3;
const next: readonly Choice[] = [button('What happens next', '/wait'), button('Who holds what', '/world')];

function billOf(open: OpenWorld, domain: Name, queries: number): Reply {
  const { world, actor } = open;
  const { tlds } = world.catalogue;
  const registrable = registrableDomain(domain, tlds);
  if (!registrable)
    return notice(
      `No registry here keeps the suffix of ${inCode(domain)}, so it has no price. The suffixes are ${suffixes([...tlds.keys()])}.`,
      next,
    );
  const isOf = ({ subject }: Pick<Payment, 'subject'>) => isAtOrBelow(subject, domain);
  const paid = world.ledger.filter(isOf);
  const history: readonly Block[] =
    paid.length > 0
      ? paidBlocks(world, paid)
      : [text(`Nobody has paid anything for ${inCode(domain)} yet in ${worldName(open)}.`)];
  const coming = paid.length > 0 ? nextBlocks(world, actor, isOf) : [];
  const million = `/bill ${displayName(domain)} queries=1000000`;
  return reply(
    [
      ...history,
      ...coming,
      ...queriesBlocks(world, actor, queries, domain),
      ...costBlocks(world, registrable, queries),
      text(clockOf(open)),
    ],
    [
      ...(queries === 1_000_000 ? [] : [button('With a million queries', million)]),
      button('The whole bill', '/bill'),
      ...next,
    ],
  );
}
