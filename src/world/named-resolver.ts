import type { ResolverConfig } from '../dns/resolver/resolver-config.ts';

/** A resolver of every world, with the habits in which it differs from others. Each remembers for itself. */
export interface NamedResolver {
  /** What people type, after `@`. */
  readonly id: ResolverId;
  /** Who it is, for the middle of a sentence. */
  readonly title: string;
  /** Where it listens: a documentation address (RFC 5737) that no name server has. */
  readonly address: string;
  /** What it does where resolvers differ, as a sentence. */
  readonly habit: string;
  /** What the habit rests on. */
  readonly source: string;
  readonly config: Partial<Omit<ResolverConfig, 'validate'>>;
  readonly validates: boolean;
  /** The network it stands in, whose private zones it sees. */
  readonly network?: string;
}

/** The names of the resolvers, in the order in which they are told. */
export const RESOLVER_IDS = ['resolver', 'isp', 'office', 'public', 'mobile', 'validating'] as const;
/** Those, and the resolvers that stand inside a network. */
export type ResolverId = (typeof RESOLVER_IDS)[number] | InsideId;

/** The resolver of a network, by the network's name; `inside` is that of the network which needs no name. */
export type InsideId = 'inside' | `inside-${string}`;
