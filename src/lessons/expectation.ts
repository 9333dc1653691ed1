import { assertNever } from '../base/result.ts';
import type { Name } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import type { Rdata, RRset } from '../dns/record.ts';
import { outcomeOf } from '../items/facts/lookups.ts';
import type { Outcome } from '../items/value.ts';
import type { World } from '../world/world.ts';
import type { Came } from './look-up.ts';

/** What somebody expects of a look-up, as far as they said. What they did not say is not compared. */
export interface Expectation {
  readonly outcome?: Outcome;
  /** Addresses or names, in one form: small letters, no dot at the end. */
  readonly data: readonly string[];
  readonly from?: Source;
}
/** Where the last word is expected from: the resolver's cache, a name server, or any of those of a DNS host, by its id. */
export type Source =
  | { readonly kind: 'cache' }
  | { readonly kind: 'server'; readonly server: Name }
  | { readonly kind: 'host'; readonly host: string };

/** One way in which what came is not what was expected. */
export type Difference =
  | { readonly kind: 'outcome'; readonly expected: Outcome; readonly came: Outcome }
  | { readonly kind: 'data'; readonly missing: readonly string[]; readonly unexpected: readonly string[] }
  | { readonly kind: 'source'; readonly expected: Source; readonly came: Source | undefined };

/** What came of a look-up, in the terms of an expectation. */
export interface Arrival {
  readonly outcome: Outcome;
  readonly data: readonly string[];
  readonly source?: Source;
  /** The DNS host whose name server said it, by its id; absent where it was the root's or a registry's, or the cache. */
  readonly host?: string;
}

/** What came, so that it can be laid beside what was expected. */
export function arrivalOf({ hostedZones }: World, { reply, asked, from, lookUp }: Came): Arrival {
  const outcome = outcomeOf(reply === 'timeout' ? reply : { aa: false, additional: [], ...reply });
  const sets = reply === 'timeout' ? [] : outcome === 'referral' ? reply.authority : reply.answer;
  const data = outcome === 'referral' ? dataIn(sets, 'NS') : dataIn(sets, lookUp.qtype);
  const host = [...hostedZones.values()].find(({ nameServers }) => from && nameServers.includes(from))?.host;
  const source: Source | undefined =
    asked === 0 ? { kind: 'cache' } : from === undefined ? undefined : { kind: 'server', server: from };
  return { outcome, data, ...(source ? { source } : {}), ...(host === undefined ? {} : { host }) };
}

/** Each way in which what came is not as expected; none if it is. Data that is expected goes with an answer, unless another outcome is said. */
export function differences(expected: Expectation, came: Arrival): readonly Difference[] {
  const { data, from } = expected;
  const carriesData = came.outcome === 'answer' || came.outcome === 'referral';
  const outcome = expected.outcome ?? (data.length > 0 && !carriesData ? 'answer' : came.outcome);
  const found: Difference[] = [];
  if (outcome !== came.outcome) found.push({ kind: 'outcome', expected: outcome, came: came.outcome });
  const missing = data.filter((each) => !came.data.includes(each));
  const unexpected = came.data.filter((each) => !data.includes(each));
  if (data.length > 0 && carriesData && missing.length + unexpected.length > 0)
    found.push({ kind: 'data', missing, unexpected });
  if (from && !isFrom(from, came)) found.push({ kind: 'source', expected: from, came: came.source });
  return found;
}

function isFrom(source: Source, came: Arrival): boolean {
  switch (source.kind) {
    case 'cache':
      return came.source?.kind === 'cache';
    case 'server':
      return came.source?.kind === 'server' && came.source.server === source.server;
    case 'host':
      return came.host === source.host;
    default:
      return assertNever(source);
  }
}

/** What the records of a type hold, each once; of `ANY`, and where only an alias came, of whatever records there are. */
function dataIn(sets: readonly RRset[], type: string): readonly string[] {
  const ofType = sets.filter(({ rdata }) => rdata[0]?.type === type);
  const records = (ofType.length > 0 ? ofType : sets).flatMap(({ rdata }) => rdata);
  return [...new Set(records.map(essenceOf))];
}

/** What people mean by a record's data: of mail exchangers the name, of texts the text. */
function essenceOf(rdata: Rdata): string {
  if (rdata.type === 'MX') return plain(rdata.exchange);
  return plain(rdata.type === 'TXT' ? rdata.strings.join('') : formatRdata(rdata));
}

/** Data as it is compared. */
export const plain = (data: string): string => data.toLowerCase().replace(/\.$/, '');
