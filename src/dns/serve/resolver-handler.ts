import type { Instant } from '../../base/time.ts';
import { withSignatures } from '../dnssec/with-signatures.ts';
import { NOT_AUTHORITATIVE } from '../extended-error.ts';
import { emptyResponse, type Response } from '../message.ts';
import { type Cache, emptyCache, recall } from '../resolver/cache.ts';
import { type Internet, resolveIn } from '../resolver/internet.ts';
import type { Resolution } from '../resolver/resolution.ts';
import type { ResolverConfig } from '../resolver/resolver-config.ts';
import type { WireQuery } from '../wire/decode-query.ts';
import { type Handler, handlerOf } from './handler.ts';

/** What a resolver is started with. Its clock is the world's. */
export interface ResolverSetup {
  readonly internet: Internet;
  readonly now: () => Instant;
  readonly config?: Partial<ResolverConfig>;
}

/** Things remembered, unless the configuration says otherwise; of more, those go first that run out first. */
const MAX_REMEMBERED = 20_000;

/**
 * What a recursive resolver says, which remembers between questions. Without RD it gives what it remembers of
 * the name itself, and refuses the rest, as Unbound does.
 */
export function resolverHandler({ internet, now, config: wanted }: ResolverSetup): Handler {
  const config = { maxEntries: MAX_REMEMBERED, ...wanted };
  let cache = emptyCache;
  const resolveNow = ({ question, cd: checkingDisabled, edns }: WireQuery): Response => {
    const resolution = resolveIn(internet, question, { cache, now: now(), config, checkingDisabled });
    cache = resolution.cache;
    return responseOf(resolution, edns?.dnssec ?? false);
  };
  return handlerOf((query) => (query.rd ? resolveNow(query) : fromCacheAlone(query, cache, now())));
}

/** What a resolver tells its client of a resolution; with the signatures, as far as it has them, if they are wanted. */
function responseOf(resolution: Resolution, dnssec: boolean): Response {
  const { question, rcode, ad = false, extendedErrors = [] } = resolution;
  const { answer, authority } = dnssec ? withSignatures(resolution) : resolution;
  return { question, rcode, aa: false, ra: true, ad, extendedErrors, answer, authority, additional: [] };
}

function fromCacheAlone({ question }: WireQuery, cache: Cache, now: Instant): Response {
  const known = recall(cache, question, now);
  switch (known?.kind) {
    case 'answer':
    case 'alias':
      return { ...emptyResponse(question, 'NOERROR'), ra: true, answer: known.rrsets };
    case 'nodata':
    case 'nxdomain': {
      const rcode = known.kind === 'nxdomain' ? 'NXDOMAIN' : 'NOERROR';
      return { ...emptyResponse(question, rcode), ra: true, authority: [known.soa] };
    }
    default:
      return { ...emptyResponse(question, 'REFUSED'), ra: true, extendedErrors: [NOT_AUTHORITATIVE] };
  }
}
