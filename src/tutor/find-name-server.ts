import { type Name, parseName } from '../dns/name.ts';
import { nameServerAddress, nameServerAt } from '../world/internet.ts';
import type { World } from '../world/world.ts';

/** A name server of a world, by its name or its address. */
export function findNameServer(world: World, server: string): Name | undefined {
  const byAddress = nameServerAt(world, server);
  if (byAddress) return byAddress;
  const parsed = parseName(server);
  return parsed.ok && nameServerAddress(world, parsed.value) !== undefined ? parsed.value : undefined;
}
