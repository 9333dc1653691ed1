import type { Instant } from '../base/time.ts';
import { displayName, isAtOrBelow, type Name, ROOT } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import { type RRset, type RRType, typeOf } from '../dns/record.ts';
import { type CacheEntry, cacheContents } from '../dns/resolver/cache.ts';
import { ask, FRESH_RESOLVER, FRESH_VALIDATING_RESOLVER } from '../world/ask.ts';
import { habitsOf } from '../world/resolvers.ts';
import type { World } from '../world/world.ts';
import { addressesIn, serversIn, setInWords } from './exchange.ts';
import { findParent } from './find-parent.ts';
import { namesInCode } from './words.ts';

/** Something that a resolver remembers of a domain and that is no longer so. */
export interface Memory {
  readonly resolver: string;
  readonly owner: Name;
  readonly type: RRType | 'ANY';
  /** What it remembers, as the end of a sentence: `no A at www.example.com`. */
  readonly what: string;
  readonly until: Instant;
  readonly isDelegation: boolean;
}

/** What the resolvers of a world remember at or below a domain and would not find now, the longest-lived first. */
export function staleMemories(world: World, domain: Name): readonly Memory[] {
  // What is below a suffix is others' business.
  const isSuffix = domain === ROOT || world.catalogue.tlds.has(domain);
  const isOf = (owner: Name) => owner === domain || (!isSuffix && isAtOrBelow(owner, domain));
  const stale = [...world.caches].flatMap(([resolver, cache]) =>
    cacheContents(cache, world.now)
      .filter(({ entry }) => isOf(entry.owner) && !stillHolds(world, resolver, entry))
      .map(({ entry }) => memoryOf(resolver, entry)),
  );
  return stale.toSorted((a, b) => b.until - a.until);
}

function stillHolds(world: World, resolver: string, entry: CacheEntry): boolean {
  const { owner } = entry;
  const found = (qtype: RRType) => {
    const fresh = habitsOf(resolver).validates ? FRESH_VALIDATING_RESOLVER : FRESH_RESOLVER;
    return ask(world, { qname: owner, qtype }, fresh);
  };
  switch (entry.kind) {
    case 'delegation':
      return delegationText(entry.ns, entry.glue) === delegationNow(world, owner);
    case 'rrset': {
      const { outcome, answer } = found(typeOf(entry.rrset));
      const now = answer.find((set) => set.owner === owner && typeOf(set) === typeOf(entry.rrset));
      return outcome !== 'failure' && now !== undefined && dataOf(now) === dataOf(entry.rrset);
    }
    case 'nodata':
      return found(entry.type).outcome === 'nodata';
    case 'nxdomain':
      return found('A').outcome === 'nxdomain';
    case 'failure':
      return found(entry.type === 'ANY' ? 'A' : entry.type).outcome === 'failure';
  }
}

const dataOf = ({ rdata }: RRset): string => rdata.map(formatRdata).toSorted().join('\n');

function delegationNow(world: World, owner: Name): string {
  const { delegation } = findParent(world, owner);
  return delegation ? delegationText(delegation.ns, delegation.glue) : '';
}

/** A delegation as far as it decides who is asked: the servers, and the addresses of those in the domain. */
function delegationText(ns: Extract<CacheEntry, { kind: 'delegation' }>['ns'], glue: readonly RRset[]): string {
  const inDomain = glue.filter(({ owner }) => isAtOrBelow(owner, ns.owner));
  return [...serversIn(ns).toSorted(), ...addressesIn(inDomain).toSorted()].join(' ');
}

function memoryOf(resolver: string, entry: CacheEntry): Memory {
  const { owner, until } = entry;
  const name = `\`${displayName(owner)}\``;
  const common = { resolver, owner, until, isDelegation: entry.kind === 'delegation' };
  switch (entry.kind) {
    case 'delegation':
      return { ...common, type: 'NS', what: `${namesInCode(serversIn(entry.ns))} as name servers of ${name}` };
    case 'rrset': {
      const type = typeOf(entry.rrset);
      return { ...common, type, what: `${setInWords(entry.rrset)} of ${name}` };
    }
    case 'nodata':
      return { ...common, type: entry.type, what: `that ${name} has no ${entry.type}` };
    case 'nxdomain':
      return { ...common, type: 'A', what: `that there is no ${name}` };
    case 'failure':
      return { ...common, type: entry.type, what: `that ${name} ${entry.type} failed` };
  }
}
