import { insideResolver } from './inside-resolver.ts';
import type { NamedResolver, ResolverId } from './named-resolver.ts';

/** Seconds in a day: how long beyond its TTL an answer is kept by a resolver that serves stale ones. */
const STALE_FOR = 86_400;

/**
 * Every resolver that can be asked by name. The first is the one that is asked unless another is named, and behaves as
 * `DEFAULT_CONFIG` says. Each of the others has one habit more, so that a difference in what they say has one cause.
 */
export const RESOLVERS: readonly NamedResolver[] = [
  {
    id: 'resolver',
    title: 'the resolver',
    address: '192.0.2.254',
    habit: 'It goes by the name servers that the parent lists, and asks the parent again when none of them is of use.',
    source: 'observed: Unbound 1.17.1 (Debian 12), 2026-11-23',
    config: {},
    validates: false,
  },
  {
    id: 'isp',
    title: "the provider's resolver",
    address: '192.0.2.252',
    habit:
      'It keeps to the name servers that it remembers until their TTL has run out, even when none of them answers.',
    source: 'observed: BIND 9.18.49 (Debian 12), 2026-11-23',
    config: { askParentAgain: false, seed: 2 },
    validates: false,
  },
  {
    id: 'office',
    title: "the office's resolver",
    address: '192.0.2.251',
    habit:
      'It believes the NS records of the zone itself more than those of the parent, and keeps them for their own TTL.',
    source: 'RFC 9199 §3.6.1',
    config: { nsFrom: 'child', seed: 3 },
    validates: false,
  },
  {
    id: 'public',
    title: 'the public resolver',
    address: '192.0.2.250',
    habit: 'It remembers for 300 seconds at most that something is not there.',
    source: 'GitHub, datum-cloud/enhancements#882',
    config: { maxNegativeTtl: 300, seed: 4 },
    validates: false,
  },
  {
    id: 'mobile',
    title: "the mobile network's resolver",
    address: '192.0.2.249',
    habit: 'It gives what it knew before when nobody answers, for up to a day longer than the TTL.',
    source: 'RFC 8767 §5',
    config: { staleFor: STALE_FOR, seed: 5 },
    validates: false,
  },
  {
    id: 'validating',
    title: 'the resolver that checks signatures',
    address: '192.0.2.253',
    habit: 'It checks signatures from the root down, and has no answer where a signature that should be there is not.',
    source: 'RFC 4035 §5',
    config: {},
    validates: true,
  },
];

/** The resolver of that name, in any case; undefined if there is none. */
export function findResolver(written: string): NamedResolver | undefined {
  const id = written.toLowerCase();
  return RESOLVERS.find((resolver) => resolver.id === id) ?? insideResolver(id);
}

/** The resolver of an id. */
export function resolverOf(id: ResolverId): NamedResolver {
  const found = findResolver(id);
  if (!found) throw new Error(`there is no resolver ${id}`);
  return found;
}

const FRESH = 'fresh';
/** The name under which a resolver of the same habits is asked that was never asked anything. */
export const freshOf = (id: ResolverId): string => (id === 'resolver' ? FRESH : `${FRESH}-${id}`);

/** The habits that a resolver of a world has: its own, those of the one it is a fresh one of, or those of the first. */
export function habitsOf(resolver: string): Pick<NamedResolver, 'config' | 'validates' | 'network'> {
  return findResolver(resolver.replace(/^fresh-/, '')) ?? { config: {}, validates: false };
}
