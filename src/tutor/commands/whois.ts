import { displayName, type Name } from '../../dns/name.ts';
import type { Registration } from '../../registration/registration.ts';
import { registrableDomain } from '../../registration/registry.ts';
import { registrarOf, registryOf } from '../../world/catalogue.ts';
import { industryOf } from '../../world/industry.ts';
import { declare } from '../command.ts';
import { dayOf, inCode, suffixes } from '../names.ts';
import { registerAt, sellersOf } from '../offers.ts';
import { button, type Choice, fields, heading, notice, type Reply, reply, text } from '../reply.ts';
import { type OpenWorld, openFocus, worldName } from '../worlds.ts';

export const whois = declare({
  name: 'whois',
  summary: 'Ask the registry who holds a domain and what it publishes for it.',
  options: { domain: { type: 'name', about: 'the domain', required: true } },
  examples: ['/whois quillcove-example.com'],
  async handle(context, { domain }) {
    const open = await openFocus(context);
    const registration = open.world.registrations.get(domain);
    return registration ? record(open, registration) : absent(open, domain);
  },
});

function record(open: OpenWorld, registration: Registration): Reply {
  const { world } = open;
  const { domain, registrar, registry, registrant, statuses, nameServers, createdAt, expiresAt } = registration;
  const seller = registrarOf(world.catalogue, registrar);
  const suffix = [...seller.registrarOfRecord.keys()].find((each) => domain.endsWith(`.${each}`));
  const ofRecord = suffix && seller.registrarOfRecord.get(suffix);
  return reply(
    [
      heading(`whois ${displayName(domain)}`),
      fields(
        ['Registrant', registrant],
        ['Registrar', ofRecord && ofRecord !== seller.name ? `${ofRecord} (sold by ${seller.name})` : seller.name],
        ['Registry', registryOf(world.catalogue, registry).name],
        ['Status', nameServers.length > 0 ? statuses.join(', ') : [...statuses, 'inactive'].join(', ')],
        ['Created', dayOf(createdAt)],
        ['Expires', dayOf(expiresAt)],
        ['Name servers', nameServers.length > 0 ? nameServers.map(displayName).join('\n') : 'none'],
      ),
      text(
        `So says the registry in ${worldName(open)}. It keeps no addresses of websites or mail: those are records at a DNS host.`,
      ),
    ],
    [button('Who holds what', '/world')],
  );
}

function absent(open: OpenWorld, domain: Name): Reply {
  const { world } = open;
  const { tlds } = world.catalogue;
  const where = worldName(open);
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

/** In the sandbox one can register what nobody holds. */
const offers = ({ kind, world }: OpenWorld, domain: Name): readonly Choice[] =>
  kind === 'sandbox'
    ? sellersOf(world.catalogue, domain)
        .slice(0, 1)
        .map((seller) => registerAt(domain, seller))
    : [];
