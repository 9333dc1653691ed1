import type { Name } from '../name.ts';
import type { RdataOf } from '../record.ts';

/** How a resolver behaves where resolvers differ. */
export interface ResolverConfig {
  /**
   * Whose NS set is used for a zone. `parent`: the delegation, for as long as it lives, and an NS set the zone itself
   * gave only if somebody asked for it. `child`: also what the zone's servers add to other answers, for its own TTL and no longer.
   */
  readonly nsFrom: 'parent' | 'child';
  /** Whether the parent is asked once more when no server of a remembered delegation is of use. */
  readonly askParentAgain: boolean;
  /** Decides which of several servers is asked first: same seed, same moment, same choice. */
  readonly seed: number;
  /** Queries one question may cost, side look-ups included. */
  readonly maxQueries: number;
  /** Name servers without a known address that are looked up for one referral, so that it cannot order more. */
  readonly maxServerLookUps: number;
  /** How often an address that keeps silent is asked in one resolution. */
  readonly tries: number;
  /** How long it is remembered which servers kept silent, were slow or lame, in seconds; 0 is not at all. */
  readonly serverTtl: number;
  /** How deep side look-ups may nest. */
  readonly maxDepth: number;
  /** Bounds for TTLs kept, in seconds. */
  readonly minTtl: number;
  readonly maxTtl: number;
  readonly maxNegativeTtl: number;
  /** How long a failure is remembered, in seconds; 0 is not at all, 300 the most allowed. RFC 2308 §7.1, RFC 9520 §3.2. */
  readonly failureTtl: number;
  /** Entries a cache may hold; when there are more, what runs out first is forgotten. */
  readonly maxEntries: number;
  /** How long beyond its TTL an answer may still be given when no server can be reached, in seconds. RFC 8767. */
  readonly staleFor: number;
  /** The TTL of such an answer, in seconds. */
  readonly staleTtl: number;
  /** Whether servers are asked over IPv4 and over IPv6. */
  readonly ip4: boolean;
  readonly ip6: boolean;
  /** Whether a delegation to 127.0.0.1 or ::1 is followed. */
  readonly queryLocalhost: boolean;
  /** Whether addresses in a referral count only for names in the referring zone. */
  readonly hardenGlue: boolean;
  /** Whether servers see only as much of the name as they need. RFC 9156. */
  readonly qmin: boolean;
  /** Whether NXDOMAIN for such a part is believed of the whole name, or that is asked for all the same. RFC 8020. */
  readonly qminStrict: boolean;
  /** Whether the root is asked for its own servers before the hints are used for anything else. RFC 9609. */
  readonly prime: boolean;
  /**
   * Whether a remembered NXDOMAIN covers everything below its name. RFC 8020. As with Unbound, one that is found secure
   * does so anyway: it cannot come from a server that is wrong about empty non-terminals.
   */
  readonly nxdomainCut: boolean;
  /** Whether signatures are checked, and what is trusted to begin with. RFC 4033 §5. */
  readonly validate: false | { readonly trustAnchors: readonly TrustAnchor[] };
}

/** The keys of a zone that a resolver is told to trust, named as its parent would name them. */
export interface TrustAnchor {
  readonly owner: Name;
  readonly ds: readonly RdataOf<'DS'>[];
}

/** What most resolvers do; TTLs may live a week, and negative answers three hours. */
export const DEFAULT_CONFIG: ResolverConfig = {
  nsFrom: 'parent',
  askParentAgain: true,
  seed: 1,
  maxQueries: 100,
  maxServerLookUps: 6,
  tries: 2,
  serverTtl: 0,
  maxDepth: 8,
  minTtl: 0,
  maxTtl: 604_800,
  maxNegativeTtl: 10_800,
  failureTtl: 0,
  maxEntries: Number.POSITIVE_INFINITY,
  staleFor: 0,
  staleTtl: 30,
  ip4: true,
  ip6: true,
  queryLocalhost: false,
  hardenGlue: true,
  qmin: false,
  qminStrict: false,
  prime: false,
  nxdomainCut: false,
  validate: false,
};
