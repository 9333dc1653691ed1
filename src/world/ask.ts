import type { Question, Response } from '../dns/message.ts';
import type { Name } from '../dns/name.ts';
import { type Cache, emptyCache } from '../dns/resolver/cache.ts';
import { askServer, resolveIn } from '../dns/resolver/internet.ts';
import type { Resolution } from '../dns/resolver/resolution.ts';
import { internetOf, nameServerAddress } from './internet.ts';
import type { World } from './world.ts';

/** The resolver that a learner asks unless told otherwise. */
export const RESOLVER = 'resolver';
/** Where it listens: a documentation address (RFC 5737) that no name server has. */
export const RESOLVER_ADDRESS = '192.0.2.254';
/** A resolver that was never asked anything, so it remembers nothing. */
export const FRESH_RESOLVER = 'fresh';

/** What a resolver of a world finds out now, from what it remembers and whom it asks. Changes nothing. */
export function ask(world: World, question: Question, resolver: string = RESOLVER): Resolution {
  return resolveIn(internetOf(world), question, { cache: cacheOf(world, resolver), now: world.now });
}

/** What one name server says, asked directly and without recursion; undefined if no such server stands in this world. */
export function askNameServer(world: World, nameServer: Name, question: Question): Response | 'timeout' | undefined {
  const address = nameServerAddress(world, nameServer);
  return address === undefined ? undefined : askServer(internetOf(world), address, question);
}

/** What a resolver remembers; nothing if it was never asked. */
export const cacheOf = (world: World, resolver: string = RESOLVER): Cache => world.caches.get(resolver) ?? emptyCache;
