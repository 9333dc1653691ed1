import { seededRng, shuffle } from '../../base/random.ts';
import { type Instant, SECOND } from '../../base/time.ts';
import { isAtOrBelow, type Name, parentOf, ROOT } from '../name.ts';
import { isOfType, type RRset, type RRsetOf } from '../record.ts';
import { type Cache, delegationId, live, setId } from './cache.ts';
import type { ResolverConfig } from './resolver-config.ts';
import { setbackOf } from './server-note.ts';

/** A root server a resolver starts from. */
export interface RootHint {
  readonly name: Name;
  readonly address: string;
}

/** A zone and the servers to ask about it, with the addresses known so far, in the order to ask them. */
export interface Delegation {
  readonly zone: Name;
  readonly servers: readonly DelegatedServer[];
  /** The root hints, a referral of this very resolution, or what was remembered: the parent's word or the zone's own. */
  readonly from: 'hints' | 'referral' | 'cached-referral' | 'cached-answer';
  /** Seconds for which it is still remembered. */
  readonly ttl?: number;
}
export interface DelegatedServer {
  readonly name: Name;
  readonly addresses: readonly string[];
}

/** What finding a delegation depends on. */
export interface Knowledge {
  readonly cache: Cache;
  readonly rootHints: readonly RootHint[];
  readonly config: ResolverConfig;
  readonly now: Instant;
}

/** The servers of the nearest zone at or above a name that are known, at worst the root's. RFC 1034 §5.3.3 step 2. */
export function closestDelegation(known: Knowledge, name: Name): Delegation {
  for (let zone: Name | undefined = name; zone; zone = parentOf(zone)) {
    const delegation = rememberedDelegations(known, zone).find((one) => !isStranded(one));
    if (delegation) return delegation;
  }
  return hintedDelegation(known);
}

/** The delegation that a referral has just given. */
export function referredDelegation(known: Knowledge, ns: RRsetOf<'NS'>, glue: readonly RRset[]): Delegation {
  return { zone: ns.owner, servers: serversOf(known, ns, glue), from: 'referral', ttl: ns.ttl };
}

/** The same remembered delegation as the parent gave it, where the zone's own NS set was used. */
export function parentsDelegation(known: Knowledge, zone: Name): Delegation | undefined {
  const entry = live(known.cache, delegationId(zone), known.now);
  return entry?.kind === 'delegation' ? fromEntry(known, entry.ns, entry, 'cached-referral') : undefined;
}

/** The addresses at which a server can be asked, as far as its own zone's servers have told them. */
export function knownAddresses({ cache, config, now }: Knowledge, server: Name): string[] {
  const entries = [config.ip4 && setId(server, 'A'), config.ip6 && setId(server, 'AAAA')].map((id) =>
    id ? live(cache, id, now) : undefined,
  );
  return entries.flatMap((entry) => (entry?.kind === 'rrset' ? addressesIn(entry.rrset) : []));
}

/** The addresses that remembered delegations give a server as glue, nearest zone first. */
export function gluedAddresses({ cache, now }: Knowledge, server: Name): string[] {
  for (let zone: Name | undefined = server; zone; zone = parentOf(zone)) {
    const entry = live(cache, delegationId(zone), now);
    const glue = entry?.kind === 'delegation' ? entry.glue.filter(({ owner }) => owner === server) : [];
    if (glue.length > 0) return glue.flatMap(addressesIn);
  }
  return [];
}

/** Whether a resolver may ask at an address: not over a protocol it does without, nor itself. */
export function mayAsk(address: string, config: ResolverConfig): boolean {
  if (address.includes(':') ? !config.ip6 : !config.ip4) return false;
  return config.queryLocalhost || !/^(127\.|0\.|::1$|::$)/.test(address);
}

export const addressesIn = (rrset: RRset): string[] =>
  rrset.rdata.flatMap((one) => (one.type === 'A' || one.type === 'AAAA' ? [one.address] : []));

/** Whether the servers can be reached only by glue, and that is gone. */
const isStranded = ({ zone, servers }: Delegation): boolean =>
  servers.every(({ name, addresses }) => addresses.length === 0 && isAtOrBelow(name, zone));

/** What is remembered of a zone's servers: as it names them itself, where that counts, then as its parent does. */
function rememberedDelegations(known: Knowledge, zone: Name): Delegation[] {
  const { cache, config, now } = known;
  const entry = live(cache, delegationId(zone), now);
  const parents = entry?.kind === 'delegation' ? entry : undefined;
  const own = live(cache, setId(zone, 'NS'), now);
  // A zone cannot keep itself alive: its own NS set counts only beside a delegation that is not newer.
  const counts = config.nsFrom === 'child' || zone === ROOT || (parents && own && own.since >= parents.since);
  const delegations: Delegation[] = [];
  if (own?.kind === 'rrset' && isOfType(own.rrset, 'NS') && counts) {
    delegations.push(fromEntry(known, own.rrset, { ...own, glue: parents?.glue ?? [] }, 'cached-answer'));
  }
  if (parents) delegations.push(fromEntry(known, parents.ns, parents, 'cached-referral'));
  return delegations;
}

function fromEntry(
  known: Knowledge,
  ns: RRsetOf<'NS'>,
  { since, until, glue }: { since: Instant; until: Instant; glue: readonly RRset[] },
  from: Delegation['from'],
): Delegation {
  const lasting = glue.filter(({ ttl }) => since + ttl * SECOND > known.now);
  const ttl = Math.ceil((until - known.now) / SECOND);
  return { zone: ns.owner, servers: serversOf(known, ns, lasting), from, ttl };
}

function hintedDelegation({ rootHints, ...known }: Knowledge): Delegation {
  const names = [...new Set(rootHints.map(({ name }) => name))];
  const addressesFor = (name: Name) => rootHints.filter((hint) => hint.name === name).map(({ address }) => address);
  const servers = names.map((name) => ({ name, addresses: addressesFor(name) }));
  return { zone: ROOT, servers: inOrderOfChoice({ rootHints, ...known }, ROOT, servers), from: 'hints' };
}

/** A server's addresses: those it has answered itself before those of its glue; none that may not be asked. */
function serversOf(known: Knowledge, ns: RRsetOf<'NS'>, glue: readonly RRset[]): DelegatedServer[] {
  const glued = Map.groupBy(glue, ({ owner }) => owner);
  const servers = ns.rdata.map(({ nameServer: name }) => {
    const addresses = new Set([...knownAddresses(known, name), ...(glued.get(name)?.flatMap(addressesIn) ?? [])]);
    return { name, addresses: [...addresses].filter((address) => mayAsk(address, known.config)) };
  });
  return inOrderOfChoice(known, ns.owner, servers);
}

/**
 * In an order of chance, but servers of which something bad is remembered after the others, and those whose address
 * must first be found last.
 */
function inOrderOfChoice(known: Knowledge, zone: Name, servers: DelegatedServer[]): DelegatedServer[] {
  if (servers.length < 2 && !known.cache.servers) return servers;
  const { cache, config, now } = known;
  const mixed = shuffle(seededRng(hash(`${config.seed} ${now} ${zone}`)), servers);
  if (!cache.servers) return mixed.sort((a, b) => Number(b.addresses.length > 0) - Number(a.addresses.length > 0));
  const setback = (address: string) => setbackOf(cache.servers, address, zone, now);
  const ranked = mixed.map(({ name, addresses }) => {
    const inOrder = addresses.toSorted((a, b) => setback(a) - setback(b));
    const best = inOrder[0];
    return { server: { name, addresses: inOrder }, place: best === undefined ? UNKNOWN : setback(best) };
  });
  return ranked.sort((a, b) => a.place - b.place).map(({ server }) => server);
}

const UNKNOWN = 9;

/** A 32-bit number that differs between texts: FNV-1a. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (const character of text) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return sum;
}
