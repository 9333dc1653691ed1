import { displayName, type Name } from '../../dns/name.ts';
import type { Registration } from '../../registration/registration.ts';
import { registrableDomain } from '../../registration/registry.ts';
import { registryOf } from '../../world/catalogue.ts';
import { industryOf } from '../../world/industry.ts';
import { declare } from '../command.ts';
import { roleIn, roleWords } from '../labs/role.ts';
import { inCode, suffixes } from '../names.ts';
import { registerAt, sellersOf } from '../offers.ts';
import { registrationFields } from '../registration-fields.ts';
import { eppBlocks, rdapAbsent, rdapBlocks } from '../registry-protocols.ts';
import { button, type Choice, heading, notice, type Reply, reply, text, withReply } from '../reply.ts';
import { type OpenWorld, openFocus, worldName } from '../worlds.ts';

export const whois = declare({
  name: 'whois',
  summary: 'Ask the registry who holds a domain and what it publishes for it.',
  options: {
    domain: { type: 'name', about: 'the domain', required: true },
    as: {
      type: 'choice',
      choices: ['rdap', 'epp'],
      about: 'as its RDAP service answers; or the EPP commands that registrars sent it so far',
    },
  },
  examples: [
    '/whois quillcove-example.com',
    '/whois quillcove-example.com rdap',
    '/whois quillcove-example.com as=epp',
  ],
  async handle(context, { domain, as }) {
    const open = await openFocus(context);
    const registration = open.world.registrations.get(domain);
    const role = as === 'epp' ? await roleIn(context, open) : undefined;
    if (role !== undefined && role !== 'registrar')
      return notice(`What a registrar sends to the registry is theirs, and you are ${roleWords(role)}.`, [
        asFields(domain),
      ]);
    if (as === 'epp') return epp(open, domain);
    if (!registration) return as === 'rdap' && isFree(open, domain) ? notFound(open, domain) : absent(open, domain);
    return as === 'rdap' ? rdap(open, registration) : record(open, registration);
  },
});

function record(open: OpenWorld, registration: Registration): Reply {
  return reply(
    [
      heading(`whois ${displayName(registration.domain)}`),
      registrationFields(open.world, registration),
      text(
        `So says the registry in ${worldName(open)}. It keeps no addresses of websites or mail: those are records at a DNS host.`,
      ),
    ],
    [...otherForms(registration.domain), button('Who holds what', '/world')],
  );
}

const otherForms = (domain: Name): readonly Choice[] => [
  button('As RDAP', `/whois ${displayName(domain)} rdap`),
  button('As EPP', `/whois ${displayName(domain)} epp`),
];
const asFields = (domain: Name): Choice => button('In plain words', `/whois ${displayName(domain)}`);

const rdap = ({ world }: OpenWorld, registration: Registration): Reply =>
  reply(rdapBlocks(world, registration), [asFields(registration.domain), ...otherForms(registration.domain).slice(1)]);

/** Whether it is a name that the registry could have a record of, and has none. */
const isFree = ({ world }: OpenWorld, domain: Name): boolean =>
  !world.own &&
  registrableDomain(domain, world.catalogue.tlds) !== undefined &&
  !industryOf(world.catalogue).domains.has(domain);

const notFound = (open: OpenWorld, domain: Name): Reply => withReply(reply(rdapAbsent(domain)), absent(open, domain));

function epp(open: OpenWorld, domain: Name): Reply {
  const blocks = eppBlocks(open.world, domain);
  return blocks.length > 0
    ? reply(blocks, [asFields(domain), ...otherForms(domain).slice(0, 1)])
    : absent(open, domain);
}

function absent(open: OpenWorld, domain: Name): Reply {
  const { world } = open;
  const { tlds } = world.catalogue;
  const where = worldName(open);
  if (world.own)
    return notice(
      `In ${where} there are zones and name servers, and no registry that could be asked who holds a domain.`,
      [button('Who answers for what', '/world')],
    );
  const operator = industryOf(world.catalogue).domains.get(domain)?.holder;
  const lookAround = [button('Who holds what', '/world')];
  if (operator)
    return notice(`${inCode(domain)} belongs to ${operator}, which names its own name servers in it.`, lookAround);
  const tld = tlds.get(domain);
  if (tld)
    return notice(
      `${inCode(domain)} is a suffix. ${registryOf(world.catalogue, tld.registry).name} keeps it.`,
      lookAround,
    );
  const registrable = registrableDomain(domain, tlds);
  if (!registrable) {
    return notice(
      `No registry here keeps the suffix of ${inCode(domain)}. The suffixes are ${suffixes([...tlds.keys()])}.`,
      lookAround,
    );
  }
  const again = button('Ask about it', `/whois ${displayName(registrable)}`);
  if (registrable !== domain) {
    return notice(`No registry has a record of ${inCode(domain)}: it is a name inside ${inCode(registrable)}.`, [
      again,
    ]);
  }
  return notice(`Nobody has registered ${inCode(domain)} in ${where}.`, [...offers(open, domain), ...lookAround]);
}

/** Where one does things oneself one can register what nobody holds. */
const offers = ({ kind, world }: OpenWorld, domain: Name): readonly Choice[] =>
  kind !== 'question'
    ? sellersOf(world.catalogue, domain)
        .slice(0, 1)
        .map((seller) => registerAt(domain, seller))
    : [];
