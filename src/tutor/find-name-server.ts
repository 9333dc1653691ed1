import { displayName, type Name, parseName } from '../dns/name.ts';
import { nameServerAddress, nameServerAt } from '../world/internet.ts';
import { nameServersOf } from '../world/name-servers-of.ts';
import { RESOLVER_IDS } from '../world/named-resolver.ts';
import type { World } from '../world/world.ts';
import { list } from './names.ts';
import { shown } from './shown.ts';

/** A name server of a world, by its name or its address. */
export function findNameServer(world: World, server: string): Name | undefined {
  const byAddress = nameServerAt(world, server);
  if (byAddress) return byAddress;
  const parsed = parseName(server);
  return parsed.ok && nameServerAddress(world, parsed.value) !== undefined ? parsed.value : undefined;
}

/** Says that there is no such name server, and which there are. */
export function noNameServer(world: World, server: string): string {
  const some = world.own ? [...nameServersOf(world.own.internet).keys()].slice(0, MOST_NAMED) : standing(world);
  return `No name server ${shown(server)} exists in this simulated Internet. Some that do are ${list([...new Set(some)].map((name) => `\`@${displayName(name)}\``))}; without \`@\` you ask the resolver, and other resolvers are ${list(OTHERS)}.`;
}

const OTHERS = RESOLVER_IDS.slice(1).map((id) => `\`@${id}\``);
const MOST_NAMED = 3;

/** One of the root's, a registry's and a host's each. */
function standing(world: World): readonly Name[] {
  return [
    ...world.catalogue.root.nameServers.slice(0, 1),
    ...[...world.catalogue.tlds.values()].slice(0, 1).flatMap(({ nameServers }) => nameServers.slice(0, 1)),
    ...[...world.hostedZones.values()].flatMap(({ nameServers }) => nameServers.slice(0, 1)),
  ];
}
