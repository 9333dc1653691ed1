import type { CheckSays } from '../dnssec/check-says.ts';
import type { ExtendedError, Question, Rcode, Response } from '../message.ts';
import type { Name } from '../name.ts';
import type { RRset, Security } from '../record.ts';
import type { Cache } from './cache.ts';
import type { Meaning } from './classify.ts';
import type { Delegation } from './delegation.ts';

/** One question a resolver wants put to one server. `zone` is the zone that the server should answer for. */
export interface Query {
  readonly address: string;
  readonly server: Name;
  readonly zone: Name;
  readonly question: Question;
  readonly tcp: boolean;
  /** Recursion is wanted: only of a server that has shown that it does nothing else. */
  readonly rd: boolean;
  /** The question of which this one shows only a part. RFC 9156. */
  readonly whole?: Question;
  /** The resolver validates: signatures are wanted with the answer (DO). RFC 4035 §3.2.1. */
  readonly dnssec?: boolean;
}

/** Why a resolution failed; `no-usable-server` sums up refusals, silence and lameness of every server of a zone. */
export type FailureReason =
  | 'no-usable-server'
  | 'no-address'
  | 'too-many-servers'
  | 'circular'
  | 'alias-loop'
  | 'alias-too-long'
  | 'too-many-queries'
  | 'too-deep'
  | 'remembered-failure'
  | 'bogus';

/**
 * What happened in a resolution, in order. `depth` is 0 for the question itself and one more for each look-up of a
 * name server's address within it.
 */
export type TraceStep =
  | {
      readonly kind: 'cache-hit';
      readonly depth: number;
      readonly question: Question;
      readonly what: 'answer' | 'alias' | 'nodata' | 'nxdomain' | 'failure';
      /** Its time was over, and nothing newer could be had. RFC 8767. */
      readonly stale?: true;
      /** With the TTLs that were left. */
      readonly rrsets: readonly RRset[];
    }
  | { readonly kind: 'start'; readonly depth: number; readonly question: Question; readonly delegation: Delegation }
  | {
      readonly kind: 'asked';
      readonly depth: number;
      readonly query: Query;
      readonly response: Response;
      readonly meaning: Meaning;
    }
  | { readonly kind: 'timeout'; readonly depth: number; readonly query: Query }
  | { readonly kind: 'prime'; readonly depth: number }
  | { readonly kind: 'alias'; readonly depth: number; readonly from: Name; readonly to: Name }
  | { readonly kind: 'side-lookup'; readonly depth: number; readonly server: Name; readonly zone: Name }
  | { readonly kind: 'ask-parent-again'; readonly depth: number; readonly zone: Name }
  | { readonly kind: 'parents-delegation'; readonly depth: number; readonly zone: Name }
  | {
      readonly kind: 'gave-up';
      readonly depth: number;
      readonly question: Question;
      readonly zone: Name | undefined;
      readonly reason: FailureReason;
    }
  | { readonly kind: 'check'; readonly depth: number; readonly says: CheckSays };

export type Outcome = 'answer' | 'nodata' | 'nxdomain' | 'failure';

/** How a resolution ended, what it did on the way, and what the resolver remembers after it. */
export interface Resolution {
  readonly question: Question;
  readonly rcode: Rcode;
  readonly answer: readonly RRset[];
  readonly authority: readonly RRset[];
  readonly outcome: Outcome;
  /** Only for a failure. */
  readonly reason?: FailureReason;
  /** Only from a resolver that validates. RFC 4033 §5. */
  readonly security?: Security;
  /** Whether everything in it is secure. RFC 4035 §3.2.3. */
  readonly ad?: boolean;
  readonly extendedErrors?: readonly ExtendedError[];
  readonly steps: readonly TraceStep[];
  readonly cache: Cache;
}
