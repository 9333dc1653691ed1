import { assertNever } from '../../base/result.ts';
import type { Instant } from '../../base/time.ts';
import { validated, verdict } from '../dnssec/validate.ts';
import { makeValidation } from '../dnssec/validation.ts';
import type { Question } from '../message.ts';
import type { Name } from '../name.ts';
import { type RRset, typeOf } from '../record.ts';
import { type Cache, recall, recallStale } from './cache.ts';
import { CacheDraft } from './cache-draft.ts';
import type { RootHint } from './delegation.ts';
import { descend } from './descend.ts';
import { withErrors } from './extended-errors.ts';
import { type Asking, type Found, giveUp, type Job } from './job.ts';
import type { Resolution } from './resolution.ts';
import { DEFAULT_CONFIG, type ResolverConfig } from './resolver-config.ts';

export type { RootHint } from './delegation.ts';
export type { Resolution } from './resolution.ts';
export type { ResolverConfig } from './resolver-config.ts';

/** What a resolver starts from. `config` changes only what it names. */
export interface ResolveOptions {
  readonly cache: Cache;
  readonly rootHints: readonly RootHint[];
  readonly now: () => Instant;
  readonly config?: Partial<ResolverConfig>;
  /** Whether what does not pass a check is wanted all the same (CD). RFC 4035 §3.2.2. */
  readonly checkingDisabled?: boolean;
}

/**
 * Resolves a question from the cache and the root hints, following referrals and aliases. It does no I/O itself.
 * The work one question may cause is bounded by `maxQueries` and `maxDepth`. Source: RFC 1034 §5.3.3.
 */
export function* resolve(question: Question, options: ResolveOptions): Asking<Resolution> {
  const config = { ...DEFAULT_CONFIG, ...options.config };
  const job: Job = {
    config,
    rootHints: options.rootHints,
    now: options.now,
    draft: new CacheDraft(options.cache, config),
    steps: [],
    queriesLeft: config.maxQueries,
    lookUpsLeft: MAX_LOOK_UPS,
    silences: new Map(),
    primed: false,
    stale: undefined,
    pending: [],
    useless: new Set(),
    follow: (inner, depth) => follow(job, inner, depth),
    find: (inner, depth) => find(job, inner, depth),
    validation: config.validate
      ? makeValidation(config.validate.trustAnchors, options.checkingDisabled ?? false)
      : undefined,
  };
  const found = yield* follow(job, question, 0);
  return withErrors(job, found, { ...conclude(job, question, found), ...verdict(job.validation, found) });
}

const MAX_ALIASES = 16;
/** Addresses of name servers looked up for one question, at every depth. */
const MAX_LOOK_UPS = 64;

/** Finds a name's set, following aliases from the cache or from servers until they end. */
function* follow(job: Job, { qname, qtype }: Question, depth: number): Asking<Found> {
  const chain: RRset[] = [];
  const seen = new Set<Name>();
  for (let name = qname; ; ) {
    const question = { qname: name, qtype };
    if (seen.has(name) || seen.size > MAX_ALIASES) return giveUp(job, question, depth, 'alias-loop');
    seen.add(name);
    const unchecked = yield* find(job, question, depth);
    const checked = job.validation && depth === 0;
    const found = checked ? yield* validated(job, job.validation, question, unchecked) : unchecked;
    chain.push(...found.rrsets.filter((set) => !chain.some((other) => sameSet(set, other))));
    if (found.kind !== 'alias') return { ...found, rrsets: chain };
    job.steps.push({ kind: 'alias', depth, from: name, to: found.target });
    name = found.target;
  }
}

/** Finds one name's set in the cache or at servers; at worst what the cache knew once. */
function* find(job: Job, question: Question, depth: number): Asking<Found> {
  const found = fromCache(job, question, depth) ?? (yield* fromServers(job, question, depth));
  return (found.kind === 'failed' && job.config.staleFor > 0 && fromStaleCache(job, question, depth)) || found;
}

function fromStaleCache(job: Job, question: Question, depth: number): Found | undefined {
  const known = recallStale(job.draft.cache, question, job.now(), job.config);
  if (!known) return undefined;
  job.stale = known.kind === 'nxdomain' ? 'nxdomain' : 'answer';
  const rrsets = 'rrsets' in known ? known.rrsets : [known.soa];
  job.steps.push({ kind: 'cache-hit', depth, question, what: known.kind, stale: true, rrsets });
  return 'rrsets' in known ? known : { ...known, rrsets: [] };
}

function fromCache(job: Job, question: Question, depth: number): Found | undefined {
  const known = recall(job.draft.cache, question, job.now(), job.config.nxdomainCut);
  if (!known) return undefined;
  if (known.kind === 'alias-too-long') return giveUp(job, question, depth, 'alias-too-long');
  const rrsets = 'rrsets' in known ? known.rrsets : 'soa' in known ? [known.soa] : [];
  job.steps.push({ kind: 'cache-hit', depth, question, what: known.kind, rrsets });
  switch (known.kind) {
    case 'answer':
    case 'alias':
      return known;
    case 'nodata':
    case 'nxdomain':
      return { ...known, rrsets: [] };
    case 'failure':
      return { kind: 'failed', rrsets: [], reason: 'remembered-failure' };
    default:
      return assertNever(known);
  }
}

/** Finds a name's set by asking servers, unless that very look-up is under way further out. */
function* fromServers(job: Job, question: Question, depth: number): Asking<Found> {
  const id = `${question.qname} ${question.qtype}`;
  if (job.pending.includes(id)) return giveUp(job, question, depth, 'circular');
  if (depth > job.config.maxDepth) return giveUp(job, question, depth, 'too-deep');
  job.pending.push(id);
  const found = yield* descend(job, question, depth);
  job.pending.pop();
  if (found.kind === 'failed' && depth === 0) job.draft.putFailure(question, job.config.failureTtl, job.now());
  return found;
}

function conclude(job: Job, question: Question, found: Found): Resolution {
  const base = { question, steps: job.steps, cache: job.draft.cache, authority: [] };
  switch (found.kind) {
    case 'answer':
    case 'alias':
      return { ...base, rcode: 'NOERROR', outcome: 'answer', answer: found.rrsets };
    case 'nodata':
    case 'nxdomain': {
      const rcode = found.kind === 'nxdomain' ? 'NXDOMAIN' : 'NOERROR';
      const authority = found.soa ? [found.soa] : [];
      return { ...base, rcode, outcome: found.kind, answer: found.rrsets, authority };
    }
    case 'failed': {
      const rcode = found.reason === 'alias-too-long' ? 'YXDOMAIN' : 'SERVFAIL';
      const answer = rcode === 'YXDOMAIN' ? found.rrsets : [];
      return { ...base, rcode, outcome: 'failure', answer, reason: found.reason };
    }
    default:
      return assertNever(found);
  }
}

const sameSet = (a: RRset, b: RRset): boolean => a.owner === b.owner && typeOf(a) === typeOf(b);
