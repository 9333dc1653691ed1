import { type Instant, later } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { Cache, CacheEntry } from '../dns/resolver/cache.ts';
import { atResolver } from '../lessons/look-up.ts';
import { publishedOf } from '../registration/registration.ts';
import { RESOLVER_IDS } from '../world/named-resolver.ts';
import type { World } from '../world/world.ts';
import { partsOf, without } from './divided.ts';
import { changesIn, type Timeline, worldAt } from './timeline.ts';
import { cacheAfter, type Found, find, remembering, type Wanted } from './wanted.ts';

/** A resolver that does not agree: from its asking everything, until when it goes on so, and what it says right before. */
export interface LastToAgree {
  readonly asked: Instant;
  /** The first moment at which it agrees; never, if that is not to be seen. */
  readonly until: Instant | 'never';
  readonly says: Found;
}

/**
 * The last resolver to agree, of all that could ever have asked: each that asked right before something changed,
 * and asks again in the very last moment in which it is still told otherwise. Undefined where every one agrees
 * from the last change on.
 * @param after only disagreement after this moment counts
 */
export function lastToAgree(timeline: Timeline, wanted: Wanted, after: Instant): LastToAgree | undefined {
  let last: (LastToAgree & { readonly until: Instant }) | undefined;
  for (const { at, cache, asking } of startsOf(timeline, wanted)) {
    const found = lastDoubt(timeline, asking, cache, at);
    if (!found || (found.until !== 'never' && found.until <= after)) continue;
    const { until, says } = found;
    if (until === 'never') return { asked: at, until, says };
    if (last === undefined || until > last.until) last = { asked: at, until, says };
  }
  return last;
}

/** A resolver, by what is asked of it, with what it remembers from a moment on. */
interface Start {
  readonly at: Instant;
  readonly cache: Cache;
  readonly asking: Asking;
}

/** What a resolver is asked, and the name servers that it never asks. */
interface Asking extends Wanted {
  readonly shuns: readonly Name[];
}

/**
 * Resolvers that asked everything right before a change, the latest first; others that then learned whom to ask, by
 * another name of the zone, and have yet to ask this; one that has asked nobody; and of those that check signatures
 * some that just then forget whom to ask, and not yet which keys there were.
 */
function startsOf(timeline: Timeline, wanted: Wanted): readonly Start[] {
  return askedBy(timeline, wanted).flatMap((asking) => startsOfOne(timeline, asking));
}

function startsOfOne(timeline: Timeline, asking: Asking): readonly Start[] {
  const [first] = timeline.stretches;
  const begun = changesIn(timeline).flatMap(({ at, before }) => {
    const cache = cacheAfter(seenBy(asking, before, EMPTY), asking);
    return [
      { at, cache: withoutAnswer(cache, asking), asking },
      { at, cache, asking },
      ...(asking.lookUp.resolver === 'validating'
        ? [{ at, cache: withoutDelegations(withoutAnswer(cache, asking)), asking }]
        : []),
    ];
  });
  return [...(first ? [{ at: first.from, cache: EMPTY, asking }] : []), ...begun.toReversed()];
}

/**
 * What is wanted, of each resolver that has habits of its own; where a resolver or a server is named, of that alone.
 * One that checks signatures does as the first does where nothing is signed, and takes its time for it.
 */
function askedBy({ stretches }: Timeline, wanted: Wanted): readonly Asking[] {
  const { lookUp } = wanted;
  if (lookUp.server !== undefined) return [{ ...wanted, shuns: [] }];
  const isSigned = stretches.some(({ world }) =>
    [...world.registrations.values()].some((each) => (publishedOf(each).ds ?? []).length > 0),
  );
  const ids = RESOLVER_IDS.filter((id) => isSigned || id !== 'validating');
  const asked = lookUp.resolver === undefined ? ids.map((id) => atResolver(lookUp, id)) : [lookUp];
  const ways = shunsIn(stretches, wanted);
  return asked.flatMap((each) => ways.map((shuns) => ({ ...wanted, lookUp: each, shuns })));
}

/** Which name servers a resolver may never ask: none, or those of a divided delegation that say other than one part of it. */
function shunsIn(stretches: Timeline['stretches'], wanted: Wanted): readonly (readonly Name[])[] {
  const divided = stretches.map(({ world }) => partsOf(world, wanted)).filter((parts) => parts.length > 1);
  return [[], ...divided.flatMap((parts) => parts.map((part) => parts.flat().filter((each) => !part.includes(each))))];
}

/** What is left where whom to ask was learned longer ago, and runs out right now: the keys that there were lately. */
const withoutDelegations = ({ entries, ...rest }: Cache): Cache => ({
  ...rest,
  entries: new Map([...entries].filter(([, { kind }]) => kind !== 'delegation')),
});

/** What is left once the response itself is forgotten: whom to ask. */
function withoutAnswer({ entries, ...rest }: Cache, { lookUp: { qname } }: Wanted): Cache {
  const isWhom = ({ owner, kind, ...entry }: CacheEntry): boolean =>
    owner !== qname || kind === 'delegation' || ('rrset' in entry && entry.rrset.rdata[0]?.type === 'NS');
  return { ...rest, entries: new Map([...entries].filter(([, entry]) => isWhom(entry))) };
}
const EMPTY: Cache = { entries: new Map() };

/** The last moment at which a resolver is told otherwise, if there is one, asked whenever that lasts longest. */
function lastDoubt(
  timeline: Timeline,
  asking: Asking,
  cache: Cache,
  from: Instant,
): Omit<LastToAgree, 'asked'> | undefined {
  const sayAt = (at: Instant) => seenBy(asking, worldAt(timeline, at), cache);
  const atEnd = find(sayAt(timeline.end), asking);
  if (!atEnd.meets) return { until: 'never', says: atEnd };
  for (const until of boundsOf(timeline, cache, from)) {
    const at = later(until, -1);
    const world = sayAt(at);
    const says = find(world, asking);
    if (says.meets) continue;
    const longer = lastDoubt(timeline, asking, cacheAfter(world, asking), until);
    return longer ?? { until, says };
  }
  return undefined;
}

/** A world as a resolver sees it, with what it remembers. */
const seenBy = (asking: Asking, world: World, cache: Cache): World =>
  remembering(without(world, asking.shuns, asking.lookUp.qname), asking, cache);

/** The moments after which a resolver may say something else: something runs out in its cache, or changes in the world. Latest first. */
function boundsOf({ stretches, end }: Timeline, { entries, servers }: Cache, from: Instant): readonly Instant[] {
  const forgotten = [...entries.values(), ...(servers?.values() ?? [])].map(({ until }) => until);
  const changed = stretches.map(({ from: at }) => at);
  const all = new Set([...forgotten, ...changed].filter((at) => at > from && at <= end));
  return [...all].toSorted((a, b) => b - a);
}

/** A stretch of time in which some resolver is not told what was wanted. */
export interface Outage {
  readonly from: Instant;
  readonly to: Instant;
  readonly says: Found;
}

/**
 * When, from one moment to another, any resolver would not have been told what was wanted: one that remembers nothing,
 * or any that asked everything right before a change. In order, and without overlaps.
 */
export function outagesIn(timeline: Timeline, wanted: Wanted, from: Instant, to: Instant): readonly Outage[] {
  const found: Outage[] = [];
  for (const { at, cache, asking } of startsOf(timeline, wanted)) {
    const first = Math.max(at, from) as Instant;
    const bounds = [first, ...boundsOf(timeline, cache, first).toReversed()].filter(
      (each) => each < to || each === first,
    );
    for (const [place, begins] of bounds.entries()) {
      const ends = Math.min(bounds[place + 1] ?? to, to) as Instant;
      const says = find(seenBy(asking, worldAt(timeline, begins), cache), asking);
      if (!says.meets && begins <= to) found.push({ from: begins, to: ends, says });
    }
  }
  return joined(found.toSorted((a, b) => a.from - b.from));
}

function joined(outages: readonly Outage[]): readonly Outage[] {
  const all: Outage[] = [];
  for (const outage of outages) {
    const last = all.at(-1);
    if (last && outage.from <= last.to) all[all.length - 1] = { ...last, to: Math.max(last.to, outage.to) as Instant };
    else all.push(outage);
  }
  return all;
}
