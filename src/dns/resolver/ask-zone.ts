import { assertNever } from '../../base/result.ts';
import { withProofs } from '../dnssec/with-proofs.ts';
import type { Question, Response } from '../message.ts';
import { isAtOrBelow, isBelow, type Name } from '../name.ts';
import { isOfType, type RRset, type RRsetOf, typeOf } from '../record.ts';
import { live, setId } from './cache.ts';
import { classify, type Meaning, type Unusable } from './classify.ts';
import { addressesIn, type Delegation, gluedAddresses, knownAddresses, mayAsk } from './delegation.ts';
import { type Asking, type Job, knowledge } from './job.ts';
import type { FailureReason, Query } from './resolution.ts';
import type { ResolverConfig } from './resolver-config.ts';

/** What a zone's servers say, or that none of them said anything usable. After a `final` failure nothing else is tried. */
export type ZoneSays =
  | Exclude<Meaning, { kind: 'unusable' }>
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly final: boolean };
type Attempt = ZoneSays | { readonly kind: 'unusable'; readonly reason: Unusable | 'timeout' };

const SPENT = { kind: 'failed', reason: 'too-many-queries', final: true } as const;

/** Asks the servers of a zone, one after the other, until one says something usable; what it says is remembered. */
export function* askZone(job: Job, question: Question, delegation: Delegation, depth: number): Asking<ZoneSays> {
  const recursive: Query[] = [];
  let asked = false;
  for (const { name, addresses } of inTurn(job, delegation)) {
    if (job.queriesLeft === 0) return SPENT;
    const candidates = addresses ?? (yield* findAddresses(job, name, delegation.zone, depth));
    for (const address of candidates) {
      if (!mayAsk(address, job.config)) continue;
      asked = true;
      const query = { address, server: name, zone: delegation.zone, question, tcp: false, rd: false, ...wanted(job) };
      if (isUseless(job, query)) continue;
      const attempt = yield* ask(job, query, depth);
      if (attempt.kind !== 'unusable') return attempt;
      if (attempt.reason === 'recursive') recursive.push(query);
    }
  }
  for (const query of recursive) {
    const attempt = yield* ask(job, { ...query, rd: true }, depth);
    if (attempt.kind !== 'unusable') return attempt;
  }
  return { kind: 'failed', reason: asked ? 'no-usable-server' : 'no-address', final: false };
}

/**
 * The servers with the addresses known of them, then those whose addresses must be looked up: those without any, and,
 * because glue may be out of date, those of other zones. An address in the zone itself cannot be had but by its glue.
 * At last, glue seen elsewhere is tried, in case a server's own zone gives a wrong address for it.
 */
function* inTurn(
  job: Job,
  { zone, servers, from }: Delegation,
): Generator<{ name: Name; addresses?: readonly string[] }> {
  yield* servers.filter(({ addresses }) => addresses.length > 0);
  for (const { name, addresses } of servers) {
    if (from !== 'hints' && (addresses.length === 0 || !isAtOrBelow(name, zone))) yield { name };
  }
  for (const { name } of servers) yield { name, addresses: gluedAddresses(knowledge(job), name) };
}

/** The addresses of a name server, found by a look-up of its own; IPv6 only when there is no IPv4. */
function* findAddresses(job: Job, server: Name, zone: Name, depth: number): Asking<readonly string[]> {
  const known = knownAddresses(knowledge(job), server);
  if (known.length > 0) return known;
  job.steps.push({ kind: 'side-lookup', depth: depth + 1, server, zone });
  for (const qtype of addressTypes(job.config)) {
    const found = yield* job.follow({ qname: server, qtype }, depth + 1);
    if (found.kind === 'answer') return found.rrsets.flatMap(addressesIn);
    if (found.kind !== 'nodata') return [];
  }
  return [];
}

const addressTypes = ({ ip4, ip6 }: ResolverConfig) =>
  (['A', 'AAAA'] as const).filter((type) => (type === 'A' ? ip4 : ip6));

/** Puts one question to one address, over TCP when the response over UDP is cut short. RFC 7766 §5. */
function* ask(job: Job, query: Query, depth: number): Asking<Attempt> {
  if (job.queriesLeft === 0) return SPENT;
  job.queriesLeft -= 1;
  const reply = yield query;
  const response = reply === 'timeout' || !query.dnssec ? reply : withProofs(reply);
  if (response === 'timeout') {
    job.steps.push({ kind: 'timeout', depth, query });
    job.useless.add(query.address);
    return { kind: 'unusable', reason: 'timeout' };
  }
  const { question, zone, rd } = query;
  const meaning = bounded(classify(response, { question, zone, rd, hardenGlue: job.config.hardenGlue }), job.config);
  job.steps.push({ kind: 'asked', depth, query, response, meaning });
  if (meaning.kind === 'unusable') {
    if (meaning.reason === 'truncated' && !query.tcp) return yield* ask(job, { ...query, tcp: true }, depth);
    job.useless.add(uselessId(query));
    return meaning;
  }
  remember(job, meaning, query, response.aa);
  if (query.dnssec && meaning.kind === 'referral') rememberDs(job, response, meaning.ns.owner);
  if (response.aa) rememberOwnServers(job, response, zone);
  return meaning;
}

/** Keeps the DS set that a parent gives along with a referral; it is the parent's own data. RFC 4035 §3.1.4. */
function rememberDs({ draft, now, config }: Job, { authority }: Response, cut: Name): void {
  const ds = authority.find((set) => set.owner === cut && isOfType(set, 'DS'));
  if (ds) draft.putSet(within(ds, config), 'answer', now());
}

const wanted = ({ config }: Job): { dnssec?: true } => (config.validate ? { dnssec: true } : {});

const isUseless = (job: Job, query: Query): boolean =>
  job.useless.has(query.address) || job.useless.has(uselessId(query));
export const uselessId = ({ address, zone, question }: Query): string =>
  `${address} ${zone} ${question.qname} ${question.qtype}`;

function remember({ draft, now }: Job, meaning: Attempt, { question }: Query, aa: boolean): void {
  if (meaning.kind === 'referral') draft.putDelegation(meaning.ns, meaning.glue, now());
  if (!('chain' in meaning)) return;
  const made = (set: RRset) =>
    isOfType(set, 'CNAME') &&
    meaning.chain.some((other) => isOfType(other, 'DNAME') && isBelow(set.owner, other.owner));
  for (const set of meaning.chain) {
    if (!made(set)) draft.putSet(set, aa ? 'authoritative-answer' : 'answer', now());
  }
  if (meaning.kind !== 'nodata' && meaning.kind !== 'nxdomain') return;
  const type = meaning.kind === 'nxdomain' ? undefined : question.qtype;
  if (meaning.soa && type !== 'ANY') draft.putNegative(meaning.target, type, meaning.soa, now());
}

/**
 * Keeps what a zone's server says along with an answer: its addresses beside an NS set, and, for a resolver that goes by
 * the child, that NS set; neither in place of what is there, so that nothing renews itself for ever. RFC 2181 §5.4.1.
 */
function rememberOwnServers({ draft, now, config }: Job, response: Response, zone: Name): void {
  const sections = config.nsFrom === 'child' ? [...response.answer, ...response.authority] : response.answer;
  const ns = sections.find((set): set is RRsetOf<'NS'> => isOfType(set, 'NS') && set.owner === zone);
  if (!ns) return;
  const hosts = new Set(ns.rdata.map(({ nameServer }) => nameServer));
  const addresses = response.additional.filter(({ owner }) => hosts.has(owner) && isAtOrBelow(owner, zone));
  for (const set of [ns, ...addresses]) {
    const known = live(draft.cache, setId(set.owner, typeOf(set)), now());
    if (!known) draft.putSet(within(set, config), 'came-along', now());
  }
}

/** The set with its TTL brought within the resolver's bounds. */
const within = <Set extends RRset>(set: Set, { minTtl, maxTtl }: ResolverConfig): Set => ({
  ...set,
  ttl: Math.max(minTtl, Math.min(set.ttl, maxTtl)),
});

/** A meaning with its TTLs within the bounds; a negative answer's is its SOA's `minimum`, if lower. RFC 2308 §5. */
function bounded(meaning: Meaning, config: ResolverConfig): Meaning {
  switch (meaning.kind) {
    case 'unusable':
      return meaning;
    case 'referral':
      return { ...meaning, ns: within(meaning.ns, config), glue: meaning.glue.map((set) => within(set, config)) };
    case 'answer':
    case 'alias':
    case 'alias-too-long':
      return { ...meaning, chain: meaning.chain.map((set) => within(set, config)) };
    case 'nodata':
    case 'nxdomain': {
      const { soa, chain } = meaning;
      const ttl = soa && Math.min(soa.ttl, soa.rdata[0]?.minimum ?? 0, config.maxNegativeTtl);
      const kept = soa && ttl !== undefined ? { ...soa, ttl } : undefined;
      return { ...meaning, chain: chain.map((set) => within(set, config)), soa: kept };
    }
    default:
      return assertNever(meaning);
  }
}
