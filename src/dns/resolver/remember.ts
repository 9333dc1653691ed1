import { assertNever } from '../../base/result.ts';
import type { Response } from '../message.ts';
import { isAtOrBelow, isBelow, type Name } from '../name.ts';
import { isOfType, type RRset, type RRsetOf, typeOf } from '../record.ts';
import { live, setId } from './cache.ts';
import type { Meaning } from './classify.ts';
import type { Job } from './job.ts';
import type { Query } from './resolution.ts';
import type { ResolverConfig } from './resolver-config.ts';

/** Keeps what a response means, and what a zone's server says along with it. */
export function remember(job: Job, meaning: Meaning, query: Query, response: Response): void {
  rememberMeaning(job, meaning, query, response.aa);
  if (query.dnssec && meaning.kind === 'referral') rememberDs(job, response, meaning.ns.owner);
  if (response.aa) rememberOwnServers(job, response, query.zone);
}

function rememberMeaning({ draft, now }: Job, meaning: Meaning, { question }: Query, aa: boolean): void {
  if (meaning.kind === 'referral') draft.putDelegation(meaning.ns, meaning.glue, now());
  if (!('chain' in meaning)) return;
  const made = (set: RRset) =>
    isOfType(set, 'CNAME') &&
    meaning.chain.some((other) => isOfType(other, 'DNAME') && isBelow(set.owner, other.owner));
  // Of a chain of aliases only the first is sure to be the server's own.
  for (const [place, set] of meaning.chain.entries()) {
    if (!made(set)) draft.putSet(set, aa && place === 0 ? 'authoritative-answer' : 'answer', now());
  }
  if (meaning.kind !== 'nodata' && meaning.kind !== 'nxdomain') return;
  const type = meaning.kind === 'nxdomain' ? undefined : question.qtype;
  if (meaning.soa && type !== 'ANY') draft.putNegative(meaning.target, type, meaning.soa, now());
}

/** Keeps the DS set that a parent gives along with a referral; it is the parent's own data. RFC 4035 §3.1.4. */
function rememberDs({ draft, now, config }: Job, { authority }: Response, cut: Name): void {
  const ds = authority.find((set) => set.owner === cut && isOfType(set, 'DS'));
  if (ds) draft.putSet(within(ds, config), 'answer', now());
}

/**
 * Keeps what a zone's server says along with an answer: its addresses beside an NS set, and, for a resolver that goes by
 * the child, that NS set, in place of the parent's; neither in place of what the zone said before, so that nothing renews
 * itself for ever. RFC 2181 §5.4.1.
 */
function rememberOwnServers({ draft, now, config }: Job, response: Response, zone: Name): void {
  const sections = config.nsFrom === 'child' ? [...response.answer, ...response.authority] : response.answer;
  const ns = sections.find((set): set is RRsetOf<'NS'> => isOfType(set, 'NS') && set.owner === zone);
  if (!ns) return;
  const hosts = new Set(ns.rdata.map(({ nameServer }) => nameServer));
  const addresses = response.additional.filter(({ owner }) => hosts.has(owner) && isAtOrBelow(owner, zone));
  for (const set of [ns, ...addresses]) {
    const known = live(draft.cache, setId(set.owner, typeOf(set)), now());
    if (known) continue;
    draft.putSet(within(set, config), set === ns ? 'authority' : 'additional', now());
    if (set === ns && config.nsFrom === 'child') draft.boundDelegation(zone, within(set, config).ttl, now());
  }
}

/** The set with its TTL brought within the resolver's bounds. */
const within = <Set extends RRset>(set: Set, { minTtl, maxTtl }: ResolverConfig): Set => ({
  ...set,
  ttl: Math.max(minTtl, Math.min(set.ttl, maxTtl)),
});

/** A meaning with its TTLs within the bounds; a negative answer's is its SOA's `minimum`, if lower. RFC 2308 §5. */
export function bounded(meaning: Meaning, config: ResolverConfig): Meaning {
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
