import type { Name } from '../name.ts';
import type { Security } from '../record.ts';
import type { TrustAnchor } from '../resolver/resolver-config.ts';
import { makePatience, type Patience, type ZoneKeys } from './check-set.ts';
import type { Fault } from './fault.ts';

/**
 * Whether what stands in a zone can be trusted, and by which keys. A name that is no zone's apex has its zone's.
 * `because` is for a zone whose signatures this program cannot check. RFC 4035 §5.2.
 */
export type ZoneSecurity =
  | ({ readonly kind: 'secure' } & ZoneKeys)
  | { readonly kind: 'insecure'; readonly zone: Name; readonly because?: Unsupported }
  | { readonly kind: 'bogus'; readonly fault: Fault }
  | { readonly kind: 'indeterminate' };
export type Unsupported = 'unsupported-algorithm' | 'unsupported-digest';

/** What is checked and found out in one resolution; the weakest security so far counts for the whole. */
export interface Validation {
  readonly trustAnchors: readonly TrustAnchor[];
  /** Whether what is bogus is handed on all the same. RFC 4035 §3.2.2. */
  readonly checkingDisabled: boolean;
  readonly zones: Map<Name, ZoneSecurity>;
  readonly patience: Patience;
  security: Security | undefined;
  fault: Fault | undefined;
  unsupported: Unsupported | undefined;
}

export const makeValidation = (trustAnchors: readonly TrustAnchor[], checkingDisabled: boolean): Validation => ({
  trustAnchors,
  checkingDisabled,
  zones: new Map(),
  patience: makePatience(),
  security: undefined,
  fault: undefined,
  unsupported: undefined,
});

/** From best to worst. A single bogus set spoils an answer, whatever the others are. */
const WEAKENING: readonly Security[] = ['secure', 'insecure', 'indeterminate', 'bogus'];

/** The weaker of two: an answer over several zones is as good as the worst of them. */
export const weaker = (one: Security | undefined, other: Security): Security =>
  one !== undefined && WEAKENING.indexOf(one) > WEAKENING.indexOf(other) ? one : other;
