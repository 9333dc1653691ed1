import { seededRng } from '../base/random.ts';
import { type DurationMs, MINUTE, SECOND } from '../base/time.ts';
import type { ResolverConfig } from '../dns/resolver/resolver-config.ts';
import type { ResolverId } from './named-resolver.ts';
import { resolverOf } from './resolvers.ts';

/** One resolver of many: its habits, and when it asks. */
export interface Member {
  /** The named resolver that it is like, but for checking signatures; absent for one that is like none. */
  readonly like?: ResolverId;
  readonly habits: Partial<Omit<ResolverConfig, 'validate'>>;
  readonly validates: boolean;
  /** How long before the beginning it was first asked: what it remembers by then is up to that old. Whole minutes. */
  readonly age: DurationMs;
  /** When in each minute it asks, in milliseconds from its beginning. Whole seconds. */
  readonly phase: DurationMs;
}

/**
 * How many of a population have the habits of each named resolver, in tenths. Made up so that every habit counts:
 * measurements disagree, from nine tenths going by the child in 2019 (RFC 9199 §3.6.1) to none of the resolvers observed
 * in 2026.
 */
export const SHARES: readonly (readonly [ResolverId, tenths: number])[] = [
  ['resolver', 4],
  ['isp', 2],
  ['office', 2],
  ['public', 1],
  ['mobile', 1],
];
/** How many in ten check signatures, whatever else their habits are; made up too. */
export const VALIDATING = 3;

export interface PopulationOptions {
  readonly size?: number;
  /** Over how long before the beginning their first look-ups are spread: the longest TTL that is to run out one by one. */
  readonly spread?: DurationMs;
  readonly seed?: number;
}

const SIZE = 50;
const SPREAD: DurationMs = 172_800 * SECOND;

/**
 * Resolvers of mixed habits, each asked at least once a minute. Those of one kind first asked at moments that lie evenly
 * over `spread`, so that what they remember runs out one by one; the youngest of each kind in the very minute before the
 * beginning. The same options give the same population.
 */
export function makePopulation({ size = SIZE, spread = SPREAD, seed = 1 }: PopulationOptions = {}): readonly Member[] {
  const rng = seededRng(seed);
  const kinds = Array.from({ length: size }, (_, place) => kindAt(place));
  const alike = Map.groupBy(kinds, ({ id }) => id);
  return kinds.map((kind) => {
    const { length } = alike.get(kind.id) ?? [];
    const place = alike.get(kind.id)?.indexOf(kind) ?? 0;
    const { id, validates } = kind;
    return {
      like: id,
      habits: { ...resolverOf(id).config, seed: rng.integer(1, 1_000_000) },
      validates,
      age: minutesOf((spread * place) / (length ?? 1)) + MINUTE,
      phase: rng.integer(0, 59) * SECOND,
    };
  });
}

/** One of every ten kinds in turn, and in each ten other ones check signatures. */
function kindAt(place: number): { readonly id: ResolverId; readonly validates: boolean } {
  const tens = SHARES.flatMap(([id, tenths]) => Array.from({ length: tenths }, () => id));
  const id = tens[place % tens.length] ?? 'resolver';
  const validates = (place * VALIDATING + Math.floor(place / tens.length)) % tens.length < VALIDATING;
  return { id, validates };
}

const minutesOf = (span: DurationMs): DurationMs => Math.floor(span / MINUTE) * MINUTE;
