import { displayName, type Name } from '../dns/name.ts';
import { hostOf, registrarOf } from '../world/catalogue.ts';
import type { World } from '../world/world.ts';
import { domainsIn, leadsToBriefly, zonesOf } from './leads-to.ts';
import { counted } from './names.ts';
import { type Block, type Field, fieldsOf, text } from './reply.ts';

const MOST_DOMAINS = 5;

/** A world in a few lines a domain, the latest first: its registrar, its DNS hosts, and whether it is led to a zone. */
export function sandboxSummary(world: World): readonly Block[] {
  const domains = domainsIn(world).toReversed();
  const more = domains.length - MOST_DOMAINS;
  return [
    fieldsOf(domains.slice(0, MOST_DOMAINS).map((domain) => summaryOf(world, domain))),
    ...(more > 0 ? [text(`And ${counted(more, 'domain')} more.`)] : []),
  ];
}

function summaryOf(world: World, domain: Name): Field {
  const registrar = world.registrations.get(domain)?.registrar;
  const hosts = [...new Set(zonesOf(world, domain).map(({ host }) => hostOf(world.catalogue, host).name))];
  const lines = [
    `Registrar: ${registrar === undefined ? 'none' : registrarOf(world.catalogue, registrar).name}`,
    `${hosts.length > 1 ? 'DNS hosts' : 'DNS host'}: ${hosts.length === 0 ? 'none' : hosts.join(', ')}`,
    leadsToBriefly(world, domain),
  ];
  return { name: displayName(domain), value: lines.join('\n') };
}
