import { dsOf } from '../dns/dnssec/keys.ts';
import type { Question, Response } from '../dns/message.ts';
import { type Name, ROOT } from '../dns/name.ts';
import { isOfType } from '../dns/record.ts';
import { type Cache, emptyCache } from '../dns/resolver/cache.ts';
import { askServer, type Internet, resolveIn } from '../dns/resolver/internet.ts';
import type { Resolution } from '../dns/resolver/resolution.ts';
import type { TrustAnchor } from '../dns/resolver/resolver-config.ts';
import { viewInside } from './inside.ts';
import { internetOf, nameServerAddress } from './internet.ts';
import type { ResolverId } from './named-resolver.ts';
import { habitsOf } from './resolvers.ts';
import type { World } from './world.ts';

/** The resolver that a learner asks unless told otherwise. */
export const RESOLVER = 'resolver' satisfies ResolverId;
/** A resolver that was never asked anything, so it remembers nothing. */
export const FRESH_RESOLVER = 'fresh';

/** A resolver that checks signatures, from the root's keys down; it remembers for itself. */
export const VALIDATING_RESOLVER = 'validating' satisfies ResolverId;
/** One of that kind that was never asked anything. */
export const FRESH_VALIDATING_RESOLVER = 'fresh-validating';

/** What a resolver of a world finds out now, from what it remembers and whom it asks. Changes nothing. */
export function ask(world: World, question: Question, resolver: string = RESOLVER): Resolution {
  const { config, validates, network } = habitsOf(resolver);
  if (network !== undefined && !world.own) return askInside(world, question, resolver, network);
  const internet = internetOf(world);
  const validate = validates && { trustAnchors: rootAnchors(internet) };
  return resolveIn(internet, question, {
    cache: cacheOf(world, resolver),
    now: world.now,
    config: { ...config, validate },
  });
}

/** The same inside a network, which has private zones of its own. */
function askInside(world: World, question: Question, resolver: string, network: string): Resolution {
  const { internet, before, after } = viewInside(world, internetOf(world), network);
  const resolution = resolveIn(internet, question, { cache: before(cacheOf(world, resolver)), now: world.now });
  return { ...resolution, cache: after(resolution.cache) };
}

/** What one name server says, asked directly and without recursion; undefined if no such server stands in this world. */
export function askNameServer(world: World, nameServer: Name, question: Question): Response | 'timeout' | undefined {
  const address = nameServerAddress(world, nameServer);
  return address === undefined ? undefined : askServer(internetOf(world), address, question);
}

/** What a resolver remembers; nothing if it was never asked. */
export const cacheOf = (world: World, resolver: string = RESOLVER): Cache => world.caches.get(resolver) ?? emptyCache;

const anchors = new WeakMap<Internet, readonly TrustAnchor[]>();
const SECURE_ENTRY_POINT = 1;

/** The root's key-signing keys, as whoever runs a resolver has them from IANA. RFC 7958. None where the root is not signed. */
export function rootAnchors(internet: Internet): readonly TrustAnchor[] {
  const known = anchors.get(internet) ?? findRootAnchors(internet);
  anchors.set(internet, known);
  return known;
}

function findRootAnchors(internet: Internet): readonly TrustAnchor[] {
  const [hint] = internet.rootHints;
  const said = hint && askServer(internet, hint.address, { qname: ROOT, qtype: 'DNSKEY' });
  const keys = said && said !== 'timeout' ? said.answer.filter((set) => isOfType(set, 'DNSKEY')) : [];
  const ds = keys
    .flatMap(({ rdata }) => rdata.filter(({ flags }) => (flags & SECURE_ENTRY_POINT) !== 0))
    .flatMap((key) => dsOf(ROOT, key) ?? []);
  return ds.length === 0 ? [] : [{ owner: ROOT, ds }];
}
