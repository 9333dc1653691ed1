import { displayName, type Name } from '../../dns/name.ts';
import type { Registration } from '../../registration/registration.ts';
import { registrableDomain } from '../../registration/registry.ts';
import { registryOf } from '../../world/catalogue.ts';
import { industryOf } from '../../world/industry.ts';
import { declare } from '../command.ts';
import { inCode, suffixes } from '../names.ts';
import { registerAt, sellersOf } from '../offers.ts';
import { registrationFields } from '../registration-fields.ts';
import { button, type Choice, heading, notice, type Reply, reply, text } from '../reply.ts';
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
  return reply(
    [
      heading(`whois ${displayName(registration.domain)}`),
      registrationFields(open.world, registration),
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
