import type { Name } from '../dns/name.ts';

/** What a price rests on: a document with its date, or nothing but the simulation. */
export type Provenance =
  | { readonly basis: 'simulated' }
  | { readonly basis: 'sourced'; readonly title: string; readonly asOf: string };

/** A price of the catalogue, as it is looked up. */
export type Price =
  | { readonly of: 'zone' | 'free' | 'queries' | 'records'; readonly host: string }
  | { readonly of: 'registration' | 'restoration'; readonly registrar: string }
  | { readonly of: 'wholesale' | 'icann-of-registrar' | 'icann-of-registry'; readonly suffix: Name };
/** By `keyOf` a price. */
export type Provenances = ReadonlyMap<string, Provenance>;
