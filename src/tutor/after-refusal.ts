import { displayName } from '../dns/name.ts';
import type { Refusal } from '../world/decide.ts';
import type { World } from '../world/world.ts';
import { registerAt, sellersOf } from './offers.ts';
import { button, type Choice } from './reply.ts';

/** What a refusal leaves to do: the way on, where there is one, and a look around. */
export const afterRefusal = (world: World, refusal: Refusal): readonly Choice[] => [
  ...wayOn(world, refusal),
  button('Who holds what', '/world'),
];

const MOST_SELLERS = 3;

function wayOn({ catalogue }: World, refusal: Refusal): readonly Choice[] {
  const { reason } = refusal;
  if (reason === 'suffix-not-sold' || (reason === 'not-registered' && refusal.registrable === undefined)) {
    const sellers = sellersOf(catalogue, refusal.domain).slice(0, MOST_SELLERS);
    return sellers.map((seller) => registerAt(refusal.domain, seller));
  }
  if (reason === 'no-such-hosted-zone' && refusal.elsewhere.length === 0)
    return [button('Create the zone', `/host ${displayName(refusal.origin)} ${refusal.host}`)];
  if (reason === 'not-registered-here') {
    const others = [...catalogue.hosts.values()].filter(({ zonesFor }) => zonesFor === 'any-domain').slice(0, 1);
    return others.map(({ id, name }) => button(`Host it at ${name}`, `/host ${displayName(refusal.origin)} ${id}`));
  }
  if (OF_A_SUFFIX.includes(reason)) return [];
  if ('domain' in refusal) {
    const held = 'registrable' in refusal ? (refusal.registrable ?? refusal.domain) : refusal.domain;
    return [button('Ask the registry', `/whois ${displayName(held)}`)];
  }
  return 'origin' in refusal ? [button('See the zone', `/zone ${displayName(refusal.origin)}`)] : [];
}

/** Nobody's domain nor zone is concerned. */
const OF_A_SUFFIX: readonly Refusal['reason'][] = ['unknown-suffix', 'is-a-suffix', 'zone-for-suffix'];
