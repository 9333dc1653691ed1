import { formatDuration, formatInstant, type Instant, instant } from '../../base/time.ts';
import type { Question } from '../../dns/message.ts';
import { displayName, isAtOrBelow, type Name } from '../../dns/name.ts';
import { formatRdata } from '../../dns/rdata/text.ts';
import { isOfType, typeOf } from '../../dns/record.ts';
import type { CacheEntry } from '../../dns/resolver/cache.ts';
import { publishable } from '../../registration/publication.ts';
import { ask } from '../../world/ask.ts';
import { delegationFreshAt, type InMemory, isStale, remembered } from '../../world/freshness.ts';
import { findResolver } from '../../world/resolvers.ts';
import type { World } from '../../world/world.ts';

/**
 * What resolvers remember of a domain, as bars that run out: who still has what no longer stands, and when all have what
 * does. `lay-out-clock.ts` draws it, `describe-clock.ts` says it in words and in characters.
 */
export interface ClockModel {
  readonly kind: 'clock';
  readonly domain: string;
  /** The world's clock, and the end of the longest bar, in UTC. */
  readonly at: string;
  readonly ends: string;
  readonly bars: readonly Bar[];
  /** Bars that are left out: those that end first among what still stands. */
  readonly more: number;
  /** When all have what stands. */
  readonly verdict: string;
}

export interface Bar {
  /** The resolver. */
  readonly who: string;
  /** What it remembers, such as `NS of example.com: ns1.example.net`. */
  readonly what: string;
  /** Whether that is no longer so. */
  readonly isOld: boolean;
  /** How much of the whole axis is left of it, above 0 to 1. */
  readonly share: number;
  /** `1h20m left, until 03-02 10:20`. */
  readonly left: string;
}

const MOST_BARS = 12;

/** What all resolvers of a world remember now of a domain and of the names in it. */
export function clockOf(world: World, domain: Name): ClockModel {
  const found = remembered(world)
    .filter(({ entry }) => isAtOrBelow(entry.owner, domain) && entry.kind !== 'failure')
    .map((memory) => ({ ...memory, isOld: isOld(world, domain, memory) }))
    .toSorted(
      (a, b) =>
        Number(b.isOld) - Number(a.isOld) || b.entry.until - a.entry.until || (labelOf(a) < labelOf(b) ? -1 : 1),
    );
  const last = instant(Math.max(world.now, ...found.map(({ entry }) => entry.until)));
  const bars = found.slice(0, MOST_BARS).map(
    (memory): Bar => ({
      who: findResolver(memory.resolver)?.title ?? memory.resolver,
      what: whatOf(memory.entry),
      isOld: memory.isOld,
      share: (memory.entry.until - world.now) / Math.max(1, last - world.now),
      left: `${formatDuration(memory.entry.until - world.now)} left, until ${short(memory.entry.until)}`,
    }),
  );
  return {
    kind: 'clock',
    domain: displayName(domain),
    at: minute(world.now),
    ends: short(last),
    bars,
    more: found.length - bars.length,
    verdict: verdictOf(world, domain, found),
  };
}

const labelOf = ({ resolver, entry }: InMemory): string => `${resolver} ${entry.owner} ${whatOf(entry)}`;
const minute = (at: Instant): string => `${formatInstant(at).slice(0, 16)} UTC`;
const short = (at: Instant): string => formatInstant(at).slice(5, 16);

/** Whether it is not what is found by whoever remembers nothing. */
function isOld(world: World, domain: Name, { entry }: InMemory): boolean {
  const registration = world.registrations.get(domain);
  const isOfDelegation = entry.kind === 'delegation' || (entry.kind === 'rrset' && isOfType(entry.rrset, 'NS'));
  if (entry.owner === domain && registration && isOfDelegation) return isStale(entry, publishable(registration));
  const question = questionOf(entry);
  if (!question) return false;
  const { outcome, answer } = ask({ ...world, caches: new Map() }, question);
  if (entry.kind === 'nxdomain') return outcome !== 'nxdomain';
  if (entry.kind === 'nodata') return outcome !== 'nodata';
  if (entry.kind !== 'rrset') return false;
  const set = answer.find(
    ({ owner, ...rest }) => owner === entry.owner && typeOf({ owner, ...rest }) === question.qtype,
  );
  return set === undefined || dataOf(set.rdata) !== dataOf(entry.rrset.rdata);
}

function questionOf(entry: CacheEntry): Question | undefined {
  if (entry.kind === 'rrset') return { qname: entry.owner, qtype: typeOf(entry.rrset) };
  if (entry.kind === 'nodata') return { qname: entry.owner, qtype: entry.type };
  return entry.kind === 'nxdomain' ? { qname: entry.owner, qtype: 'A' } : undefined;
}

const dataOf = (rdata: readonly Parameters<typeof formatRdata>[0][]): string =>
  rdata.map(formatRdata).toSorted().join();

function whatOf(entry: CacheEntry): string {
  const name = displayName(entry.owner);
  switch (entry.kind) {
    case 'rrset':
      return `${typeOf(entry.rrset)} of ${name}: ${listed(entry.rrset.rdata.map(formatRdata))}`;
    case 'delegation':
      return `the delegation of ${name}: ${listed(entry.ns.rdata.map(({ nameServer }) => displayName(nameServer)))}`;
    case 'nodata':
      return `that ${name} has no ${entry.type}`;
    case 'nxdomain':
      return `that ${name} does not exist`;
    case 'failure':
      return `that ${name} failed`;
  }
}

const MOST_VALUES = 2;
function listed(values: readonly string[]): string {
  const more = values.length - MOST_VALUES;
  return `${values.slice(0, MOST_VALUES).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}

function verdictOf(world: World, domain: Name, found: readonly (InMemory & { readonly isOld: boolean })[]): string {
  const old = found.filter((each) => each.isOld);
  const fresh = delegationFreshAt(world, domain) ?? world.now;
  const last = instant(Math.max(fresh, ...old.map(({ entry }) => entry.until)));
  if (last > world.now) {
    const who = new Set(old.map(({ resolver }) => resolver)).size;
    const holders =
      who === 0
        ? 'Not all is published yet'
        : `${who} ${who === 1 ? 'resolver still has' : 'resolvers still have'} what no longer stands`;
    return `${holders}; all have the new from ${minute(last)} on`;
  }
  return found.length === 0
    ? 'No resolver here remembers anything of it: whoever asks now gets what stands'
    : 'Whatever is remembered here is what stands';
}
