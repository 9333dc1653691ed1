import type { Instant } from '../../base/time.ts';
import type { Validation } from '../dnssec/validation.ts';
import type { Question, Response } from '../message.ts';
import type { Name } from '../name.ts';
import type { RRset, RRsetOf } from '../record.ts';
import type { CacheDraft } from './cache-draft.ts';
import type { Knowledge, RootHint } from './delegation.ts';
import type { FailureReason, Query, TraceStep } from './resolution.ts';
import type { ResolverConfig } from './resolver-config.ts';

/** What asks and is answered: it yields queries, and is handed a response or a time-out for each. */
export type Asking<Result> = Generator<Query, Result, Response | 'timeout'>;

/** A resolution under way. */
export interface Job {
  readonly config: ResolverConfig;
  readonly rootHints: readonly RootHint[];
  readonly now: () => Instant;
  readonly draft: CacheDraft;
  readonly steps: TraceStep[];
  queriesLeft: number;
  /** Addresses of name servers that may still be looked up. */
  lookUpsLeft: number;
  /** Whether the root has been asked for its own servers. */
  primed: boolean;
  /** What had to be given although its time was over. */
  stale: 'answer' | 'nxdomain' | undefined;
  /** How often each address has kept silent. */
  readonly silences: Map<string, number>;
  /** The questions being looked up, outermost first. */
  readonly pending: string[];
  /** Addresses that did not reply, and questions to addresses that were of no use. */
  readonly useless: Set<string>;
  /** Resolves another question within this one, as for a name server's address. */
  readonly follow: (question: Question, depth: number) => Asking<Found>;
  /** Finds one name's set, without following aliases. */
  readonly find: (question: Question, depth: number) => Asking<Found>;
  /** Only of a resolver that validates. */
  readonly validation: Validation | undefined;
}

/** What is found for one name, or for a chain of aliases: `rrsets` leads from the asked name on. */
export type Found =
  | { readonly kind: 'answer'; readonly rrsets: readonly RRset[] }
  | { readonly kind: 'alias'; readonly rrsets: readonly RRset[]; readonly target: Name }
  | {
      readonly kind: 'nodata' | 'nxdomain';
      readonly rrsets: readonly RRset[];
      readonly soa: RRsetOf<'SOA'> | undefined;
    }
  | {
      readonly kind: 'failed';
      readonly rrsets: readonly RRset[];
      readonly reason: FailureReason;
      readonly zone?: Name | undefined;
    };

export function giveUp(job: Job, question: Question, depth: number, reason: FailureReason, zone?: Name): Found {
  job.steps.push({ kind: 'gave-up', depth, question, zone, reason });
  return { kind: 'failed', rrsets: [], reason, zone };
}

/** What the resolver knows at this moment. */
export const knowledge = (job: Job): Knowledge => ({
  cache: job.draft.cache,
  rootHints: job.rootHints,
  config: job.config,
  now: job.now(),
});
