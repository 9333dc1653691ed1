import { type Instant, later, SECOND } from '../../base/time.ts';
import type { Question } from '../message.ts';
import type { Name } from '../name.ts';
import { type RRset, type RRsetOf, type RRType, typeOf } from '../record.ts';
import {
  type Cache,
  type CacheEntry,
  cameAlong,
  delegationId,
  failureId,
  live,
  nodataId,
  nxdomainId,
  RANKS,
  type Rank,
  setId,
} from './cache.ts';
import { Entries } from './entries.ts';
import type { ServerNote } from './server-note.ts';

/** How much a cache holds. `staleFor` is in seconds: how long beyond its TTL an entry is kept. RFC 8767 §4. */
export interface Room {
  readonly maxEntries: number;
  readonly staleFor: number;
}

/** A cache being written in: it leaves the cache it was given as it was, and is that very cache until its first change. */
export class CacheDraft {
  #cache: Cache;
  #own: Entries<CacheEntry> | undefined;
  #servers: Entries<ServerNote> | undefined;
  readonly #room: Room;

  constructor(cache: Cache, room: Room = { maxEntries: Number.POSITIVE_INFINITY, staleFor: 0 }) {
    this.#cache = cache;
    this.#room = room;
  }

  get cache(): Cache {
    return this.#cache;
  }

  /** Keeps a set, unless one believed more is there. What is known to be is no longer known not to be. */
  putSet(rrset: RRset, rank: Rank, now: Instant): void {
    const { owner, ttl } = rrset;
    const type = typeOf(rrset);
    const old = live(this.#cache, setId(owner, type), now);
    if (old?.kind === 'rrset' && RANKS.indexOf(old.rank) > RANKS.indexOf(rank)) return;
    this.#put(setId(owner, type), { kind: 'rrset', owner, rrset, rank, ...span(now, ttl) });
    if (!cameAlong(rank)) this.#drop(now, nodataId(owner, type), nxdomainId(owner));
  }

  putDelegation(ns: RRsetOf<'NS'>, glue: readonly RRset[], now: Instant): void {
    const { owner, ttl } = ns;
    this.#put(delegationId(owner), { kind: 'delegation', owner, ns, glue, ...span(now, ttl) });
    this.#drop(now, nxdomainId(owner));
  }

  /** Has a remembered delegation run out no later than the zone's own NS set, which has taken its place. RFC 2181 §5.4.1. */
  boundDelegation(owner: Name, ttl: number, now: Instant): void {
    const entry = live(this.#cache, delegationId(owner), now);
    const until = later(now, ttl * SECOND);
    if (entry && until < entry.until) this.#put(delegationId(owner), { ...entry, until });
  }

  /** Keeps that a name has no such set, or that there is no such name; `ttl` as RFC 2308 §5 has it. */
  putNegative(owner: Name, type: RRType | undefined, soa: RRsetOf<'SOA'>, now: Instant): void {
    if (type === undefined) this.#put(nxdomainId(owner), { kind: 'nxdomain', owner, soa, ...span(now, soa.ttl) });
    else this.#put(nodataId(owner, type), { kind: 'nodata', owner, type, soa, ...span(now, soa.ttl) });
  }

  putFailure({ qname: owner, qtype: type }: Question, ttl: number, now: Instant): void {
    this.#put(failureId(owner, type), { kind: 'failure', owner, type, ...span(now, ttl) });
  }

  putServer(id: string, note: ServerNote, now: Instant): void {
    this.#servers ??= Entries.copyOf(this.#cache.servers ?? new Map(), ({ until }) => until <= now);
    this.#servers.set(id, note);
    if (this.#servers.size > this.#room.maxEntries) evict(this.#servers, this.#room.maxEntries);
    if (this.#cache.servers !== this.#servers) this.#cache = { ...this.#cache, servers: this.#servers };
  }

  /** Takes back what is known of a name and type; without a type, that there is no such name. */
  forget(owner: Name, type: RRType | undefined, now: Instant): void {
    this.#drop(now, nxdomainId(owner), ...(type ? [setId(owner, type), nodataId(owner, type)] : []));
  }

  #put(id: string, entry: CacheEntry): void {
    if (entry.until <= entry.since) return; // TTL 0: used once, RFC 2181 §8
    const entries = this.#writable(entry.since);
    entries.set(id, entry);
    if (entries.size > this.#room.maxEntries) evict(entries, this.#room.maxEntries);
  }

  #drop(now: Instant, ...ids: readonly string[]): void {
    for (const id of ids) if (this.#cache.entries.has(id)) this.#writable(now).delete(id);
  }

  #writable(now: Instant): Entries<CacheEntry> {
    if (this.#own) return this.#own;
    const over = later(now, -this.#room.staleFor * SECOND);
    this.#own = Entries.copyOf(this.#cache.entries, ({ until }) => until <= over);
    this.#cache = { ...this.#cache, entries: this.#own };
    return this.#own;
  }
}

/** The share of its room that a full cache frees at once, so that not every entry costs a look at all others. */
const FREED = 1 / 16;

/** Forgets what runs out first. */
function evict<Value extends { readonly until: Instant }>(entries: Entries<Value>, maxEntries: number): void {
  const kept = Math.max(1, Math.floor(maxEntries * (1 - FREED)));
  const ends = Float64Array.from(entries.values(), ({ until }) => until).sort();
  const last = ends[entries.size - kept - 1] ?? 0;
  for (const [id, { until }] of entries) {
    if (entries.size <= kept) return;
    if (until <= last) entries.delete(id);
  }
}

const span = (now: Instant, ttl: number) => ({ since: now, until: later(now, ttl * SECOND) });
