import type { Instant } from '../../base/time.ts';
import { respondTo } from '../dnssec/respond-signed.ts';
import type { Question, Response } from '../message.ts';
import type { NameServer } from '../zone/name-server.ts';
import { type Cache, recall } from './cache.ts';
import type { RootHint } from './delegation.ts';
import type { Resolution, TraceStep } from './resolution.ts';
import { resolve } from './resolve.ts';
import { DEFAULT_CONFIG, type ResolverConfig } from './resolver-config.ts';

/** Every name server there is, by its address. An address nobody serves never replies. */
export interface Internet {
  readonly servers: ReadonlyMap<string, NameServer>;
  readonly rootHints: readonly RootHint[];
}

/** What one server replies to one question; with signatures and proofs where they are wanted and there are any. */
export function askServer(
  internet: Internet,
  address: string,
  question: Question,
  dnssec = false,
): Response | 'timeout' {
  const server = internet.servers.get(address);
  return server ? respondTo(server, question, dnssec) : 'timeout';
}

export interface ResolveInOptions {
  readonly cache: Cache;
  readonly now: Instant;
  readonly config?: Partial<ResolverConfig>;
  readonly checkingDisabled?: boolean;
}

/**
 * A resolution carried out among those servers at one moment: no time passes while they are asked, so asking a silent
 * one again is left out.
 */
export function resolveIn(internet: Internet, question: Question, options: ResolveInOptions): Resolution {
  const known = remembered(question, options);
  if (known) return known;
  const { cache, now, checkingDisabled = false } = options;
  const config = { tries: 1, ...options.config };
  const steps = resolve(question, { cache, rootHints: internet.rootHints, now: () => now, config, checkingDisabled });
  let next = steps.next();
  while (!next.done) {
    const { address, question, dnssec } = next.value;
    next = steps.next(askServer(internet, address, question, dnssec));
  }
  return next.value;
}

/** What the whole of it comes to where the cache has the answer: the same, without setting a resolution up. */
function remembered(question: Question, { cache, now, config }: ResolveInOptions): Resolution | undefined {
  if (config?.validate) return undefined;
  const known = recall(cache, question, now, config?.nxdomainCut ?? DEFAULT_CONFIG.nxdomainCut);
  if (known?.kind !== 'answer') return undefined;
  const { rrsets } = known;
  const steps: readonly TraceStep[] = [{ kind: 'cache-hit', depth: 0, question, what: 'answer', rrsets }];
  return { question, steps, cache, authority: [], rcode: 'NOERROR', outcome: 'answer', answer: rrsets };
}
