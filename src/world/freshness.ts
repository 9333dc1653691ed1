import { type Instant, instant } from '../base/time.ts';
import type { Question } from '../dns/message.ts';
import type { Name } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import { isOfType, type RRset } from '../dns/record.ts';
import { type CacheEntry, delegationId } from '../dns/resolver/cache.ts';
import type { Resolution } from '../dns/resolver/resolution.ts';
import { publishable } from '../registration/publication.ts';
import type { Published } from '../registration/registration.ts';
import { replay } from './apply.ts';
import { ask, RESOLVER } from './ask.ts';
import { type Due, upcoming } from './befall.ts';
import { passTime } from './clock.ts';
import { habitsOf } from './resolvers.ts';
import type { World } from './world.ts';

/** Something that a resolver remembers; by whom. */
export interface InMemory {
  readonly resolver: string;
  readonly entry: CacheEntry;
}

/** What the resolvers of a world remember now, in no order. */
export const remembered = ({ caches, now }: World): readonly InMemory[] =>
  [...caches].flatMap(([resolver, { entries }]) =>
    [...entries.values()].filter(({ until }) => until > now).map((entry) => ({ resolver, entry })),
  );

/**
 * When no resolver remembers a delegation of a registered domain any more that is not the one that stands, or will stand
 * when its registry has published; now, if none does. Undefined for a domain that nobody holds.
 */
export function delegationFreshAt(world: World, domain: Name): Instant | undefined {
  const registration = world.registrations.get(domain);
  if (!registration) return undefined;
  const target = publishable(registration);
  const stale = remembered(world).filter(({ entry }) => entry.owner === domain && isStale(entry, target));
  return instant(Math.max(registration.publishesAt ?? world.now, ...stale.map((each) => countsUntil(world, each))));
}

/** A zone's own NS set counts as long as it is remembered where it comes first, elsewhere only beside the parent's. */
function countsUntil({ caches, now }: World, { resolver, entry }: InMemory): Instant {
  if (entry.kind !== 'rrset' || !isOfType(entry.rrset, 'NS') || habitsOf(resolver).config.nsFrom === 'child')
    return entry.until;
  const beside = caches.get(resolver)?.entries.get(delegationId(entry.owner));
  return instant(Math.min(entry.until, beside?.until ?? now));
}

/** Whether what is remembered at a domain is a delegation, or its absence, other than the one that stands above it. */
export function isStale(entry: CacheEntry, { nameServers, ds, hosts }: Published): boolean {
  switch (entry.kind) {
    case 'delegation':
      return !sameServers(entry.ns, nameServers) || entry.glue.some((set) => isOldGlue(set, hosts));
    case 'rrset':
      if (isOfType(entry.rrset, 'NS')) return !sameServers(entry.rrset, nameServers);
      return isOfType(entry.rrset, 'DS') && textOf(entry.rrset) !== ds.map(formatRdata).toSorted().join();
    case 'nxdomain':
      return nameServers.length > 0;
    case 'nodata':
      return entry.type === 'DS' && ds.length > 0;
    case 'failure':
      return false;
  }
}

function sameServers(ns: RRset, nameServers: readonly Name[]): boolean {
  const named = ns.rdata.flatMap((each) => (each.type === 'NS' ? [each.nameServer] : []));
  return named.toSorted().join() === nameServers.toSorted().join();
}

/** Whether it gives a name server under the domain an address that the registry does not have. */
function isOldGlue({ owner, rdata }: RRset, hosts: Published['hosts']): boolean {
  const host = hosts.find(({ name }) => name === owner);
  return host !== undefined && rdata.some((each) => 'address' in each && !host.addresses.includes(each.address));
}

/** What registries and DNS hosts have still to put on their servers. */
export const publications = (world: World): readonly Due[] =>
  upcoming(world).filter(({ kind }) => kind.endsWith('publication'));

/**
 * When every resolver that was ever asked anything finds for a question what it would find if it remembered nothing and
 * all that parties were told stood on their servers; now, if they do. Undefined if that never comes.
 */
export function freshAt(world: World, question: Question): Instant | undefined {
  const ends = [...remembered(world).map(({ entry }) => entry.until), ...publications(world).map(({ at }) => at)];
  const last = Math.max(world.now, ...ends);
  const dues = upcoming(world).flatMap(({ at }) => (at <= last ? [at] : []));
  const moments = [...new Set([world.now, ...ends, ...dues])].toSorted((a, b) => b - a);
  const target = findings({ ...worldAt(world, instant(last)), caches: new Map() }, world, question);
  let found: Instant | undefined;
  for (const moment of moments) {
    if (findings(worldAt(world, moment), world, question) !== target) break;
    found = moment;
  }
  return found;
}

const worldAt = (world: World, at: Instant): World =>
  at === world.now ? world : replay(world, passTime(world, at - world.now));

/** What each resolver that is known finds in a world; where none was asked yet, what the first would. */
function findings(world: World, { caches }: World, question: Question): string {
  const resolvers = caches.size === 0 ? [RESOLVER] : [...caches.keys()];
  return resolvers.map((resolver) => said(ask(world, question, resolver))).join('\n');
}

/** What is found, without TTLs. */
const said = ({ rcode, answer }: Resolution): string =>
  [rcode, ...answer.map((set) => `${set.owner} ${textOf(set)}`).toSorted()].join(' ');
const textOf = ({ rdata }: RRset): string =>
  rdata
    .map((each) => `${each.type} ${formatRdata(each)}`)
    .toSorted()
    .join();
