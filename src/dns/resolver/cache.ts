import { type Instant, later, SECOND } from '../../base/time.ts';
import { synthesizeCname } from '../dname.ts';
import type { Question } from '../message.ts';
import { type Name, parentOf } from '../name.ts';
import { isOfType, type RRset, type RRsetOf, type RRType } from '../record.ts';
import type { ServerNotes } from './server-note.ts';

/**
 * How far a set is believed, least first: what stood in an additional section; the answer of a server without authority,
 * or what an alias leads to; the NS set beside an authoritative answer; and such an answer itself. RFC 2181 §5.4.1. Ranks
 * that only whoever serves a zone can give are not among them.
 */
export const RANKS = ['additional', 'answer', 'authority', 'authoritative-answer'] as const;
export type Rank = (typeof RANKS)[number];
/** Those that came along with something else, and are never given as an answer. */
const CAME_ALONG: readonly Rank[] = ['additional', 'authority'];
export const cameAlong = (rank: Rank): boolean => CAME_ALONG.includes(rank);

/**
 * One thing a resolver remembers, from when until when. TTLs in it are those it came with.
 * A `delegation` is the parent's NS set with its glue: it says whom to ask, and is never given as an answer.
 */
export type CacheEntry =
  | (Remembered & { readonly kind: 'rrset'; readonly rrset: RRset; readonly rank: Rank })
  | (Remembered & { readonly kind: 'delegation'; readonly ns: RRsetOf<'NS'>; readonly glue: readonly RRset[] })
  | (Remembered & { readonly kind: 'nodata'; readonly type: RRType; readonly soa: RRsetOf<'SOA'> })
  | (Remembered & { readonly kind: 'nxdomain'; readonly soa: RRsetOf<'SOA'> })
  | (Remembered & { readonly kind: 'failure'; readonly type: RRType | 'ANY' });

export interface Remembered {
  readonly owner: Name;
  readonly since: Instant;
  readonly until: Instant;
}

/** What a resolver remembers. A value: a resolution gives a new one and leaves the old as it was. */
export interface Cache {
  readonly entries: ReadonlyMap<string, CacheEntry>;
  /** What is remembered of servers; by address, and by address and zone. */
  readonly servers?: ServerNotes;
}

export const emptyCache: Cache = { entries: new Map() };

/** What a cache says of a question, with TTLs counted down to now. */
export type Recalled =
  | { readonly kind: 'answer'; readonly rrsets: readonly RRset[] }
  | { readonly kind: 'alias'; readonly rrsets: readonly RRset[]; readonly target: Name }
  | { readonly kind: 'nodata' | 'nxdomain'; readonly soa: RRsetOf<'SOA'> }
  | { readonly kind: 'alias-too-long' }
  | { readonly kind: 'failure' };

/**
 * What is remembered of one name and type: the set, an alias, that there is none, that it failed, or nothing. With
 * `nxdomainCut` any NXDOMAIN covers what is below it, and one that is secure always does. RFC 2308 §5, RFC 8020.
 */
export function recall(
  cache: Cache,
  { qname, qtype }: Question,
  now: Instant,
  nxdomainCut = false,
): Recalled | undefined {
  if (qtype !== 'ANY') {
    const known = recallType(cache, qname, qtype, now, nxdomainCut);
    if (known) return known;
  }
  return live(cache, failureId(qname, qtype), now) && { kind: 'failure' };
}

/** What was remembered of them as far back as `staleFor` seconds, with a TTL of `staleTtl` seconds. RFC 8767 §5. */
export function recallStale(
  cache: Cache,
  question: Question,
  now: Instant,
  { staleFor, staleTtl: ttl }: { readonly staleFor: number; readonly staleTtl: number },
): Exclude<Recalled, { kind: 'failure' | 'alias-too-long' }> | undefined {
  const known = recall(cache, question, later(now, -staleFor * SECOND));
  switch (known?.kind) {
    case 'answer':
    case 'alias':
      return { ...known, rrsets: known.rrsets.map((set) => ({ ...set, ttl })) };
    case 'nodata':
    case 'nxdomain':
      return { ...known, soa: { ...known.soa, ttl } };
    default:
      return undefined;
  }
}

function recallType(
  cache: Cache,
  qname: Name,
  qtype: RRType,
  now: Instant,
  nxdomainCut: boolean,
): Recalled | undefined {
  const exact = recallSet(cache, qname, qtype, now);
  if (exact) return { kind: 'answer', rrsets: [exact] };
  const nodata = live(cache, nodataId(qname, qtype), now);
  if (nodata?.kind === 'nodata') return { kind: 'nodata', soa: agedSet(nodata.soa, nodata, now) };
  const nxdomain = recallNxdomain(cache, qname, now, nxdomainCut);
  if (nxdomain) return { kind: 'nxdomain', soa: nxdomain };
  return recallAlias(cache, qname, now);
}

/** A set that may be given as an answer, with its TTL counted down. */
export function recallSet<T extends RRType>(cache: Cache, owner: Name, type: T, now: Instant): RRsetOf<T> | undefined {
  const entry = live(cache, setId(owner, type), now);
  if (entry?.kind !== 'rrset' || cameAlong(entry.rank) || !isOfType(entry.rrset, type)) return undefined;
  return agedSet(entry.rrset, entry, now);
}

/** Whatever is remembered under an id, unless its time is over. */
export function live(cache: Cache, id: string, now: Instant): CacheEntry | undefined {
  const entry = cache.entries.get(id);
  return entry && entry.until > now ? entry : undefined;
}

/** Seconds left, at least 1 while something is remembered. */
const secondsLeft = ({ until }: Remembered, now: Instant): number => Math.ceil((until - now) / SECOND);

/** Everything still remembered, in no order that means anything; with the seconds left of each. */
export function cacheContents(cache: Cache, now: Instant): readonly { entry: CacheEntry; ttl: number }[] {
  const entries = [...cache.entries.values()].filter(({ until }) => until > now);
  return entries.map((entry) => ({ entry, ttl: secondsLeft(entry, now) }));
}

/** The cache without what is remembered at a name, or without everything. */
export function flushed(cache: Cache, owner?: Name): Cache {
  if (owner === undefined) return emptyCache;
  return { ...cache, entries: new Map([...cache.entries].filter(([, entry]) => entry.owner !== owner)) };
}

export const setId = (owner: Name, type: RRType): string => `${owner} ${type}`;
export const delegationId = (owner: Name): string => `${owner} delegation`;
export const nodataId = (owner: Name, type: RRType): string => `${owner} no ${type}`;
export const nxdomainId = (owner: Name): string => `${owner} nxdomain`;
export const failureId = (owner: Name, type: RRType | 'ANY'): string => `${owner} failed ${type}`;

const agedSet = <Set extends RRset>(rrset: Set, entry: Remembered, now: Instant): Set => ({
  ...rrset,
  ttl: secondsLeft(entry, now),
});

function recallNxdomain(cache: Cache, qname: Name, now: Instant, cut: boolean): RRsetOf<'SOA'> | undefined {
  for (let at: Name | undefined = qname; at; at = parentOf(at)) {
    const entry = live(cache, nxdomainId(at), now);
    if (entry?.kind !== 'nxdomain') continue;
    if (at === qname || cut || entry.soa.proof?.security === 'secure') return agedSet(entry.soa, entry, now);
  }
  return undefined;
}

/** A remembered CNAME, or an alias made from a remembered DNAME above the name. RFC 6672 §3.4. */
function recallAlias(cache: Cache, qname: Name, now: Instant): Recalled | undefined {
  const cname = recallSet(cache, qname, 'CNAME', now);
  const [target] = cname?.rdata ?? [];
  if (cname && target) return { kind: 'alias', rrsets: [cname], target: target.target };
  for (let at = parentOf(qname); at; at = parentOf(at)) {
    const dname = recallSet(cache, at, 'DNAME', now);
    const made = dname && synthesizeCname(dname, qname);
    if (made === 'too-long') return { kind: 'alias-too-long' };
    const target = made?.rdata[0]?.target;
    if (dname && made && target) return { kind: 'alias', rrsets: [dname, made], target };
  }
  return undefined;
}
