import { instant } from '../../../src/base/time.ts';
import { emptyResponse, type Response } from '../../../src/dns/message.ts';
import { name } from '../../../src/dns/name.ts';
import { formatRdata } from '../../../src/dns/rdata/text.ts';
import type { RRset } from '../../../src/dns/record.ts';
import { type Cache, emptyCache } from '../../../src/dns/resolver/cache.ts';
import type { Query, Resolution } from '../../../src/dns/resolver/resolution.ts';
import { resolve } from '../../../src/dns/resolver/resolve.ts';
import type { ResolverConfig } from '../../../src/dns/resolver/resolver-config.ts';
import { parseQType } from '../../../src/dns/rr-type.ts';
import { rrsetsOf } from '../../../src/dns/zone/zone.ts';
import { readZoneFile } from '../../../src/dns/zone/zone-file.ts';

export const NOW = instant(1_000_000_000_000);
const sets = (text: string): readonly RRset[] =>
  rrsetsOf(readZoneFile(`$TTL 60\n${text.replaceAll(' / ', '\n')}`, { origin: name('.') }).zone);

/** What each address says; one that is not there keeps silent. */
export type Script = Readonly<Record<string, (query: Query) => Response | 'timeout'>>;

/** A response: header bits, then the records of answer, authority and additional, with ` / ` between them. */
export const says =
  (header: Partial<Response>, answer = '', authority = '', additional = '') =>
  ({ question }: Query): Response => ({
    ...emptyResponse(question, 'NOERROR'),
    answer: sets(answer),
    authority: sets(authority),
    additional: sets(additional),
    ...header,
  });
export const aa = { aa: true };
export const refer = (zone: string, address: string) =>
  says({}, '', `${zone} NS ns.${zone}`, `ns.${zone} A ${address}`);
/** What differs by the name asked for: the first that it ends in. */
export const byName =
  (...cases: readonly (readonly [string, (query: Query) => Response | 'timeout'])[]) =>
  (query: Query): Response | 'timeout' =>
    cases.find(([end]) => query.question.qname.endsWith(end))?.[1](query) ?? says({ rcode: 'REFUSED' })(query);

export interface RunOptions {
  readonly cache?: Cache;
  readonly config?: Partial<ResolverConfig>;
  /** Seconds after `NOW`. */
  readonly at?: number;
  /** Milliseconds that a reply takes; silence takes 1500. */
  readonly rtt?: (query: Query) => number;
}

/** A resolution against a script, with the queries it made: `ADDRESS[ tcp][ rd] NAME[ TYPE unless A]`. */
export function run(
  script: Script,
  text = 'www.example.',
  { cache = emptyCache, config = {}, at = 0, rtt = () => 0 }: RunOptions = {},
): Resolution & { asked: string[] } {
  const rootHints = [{ name: name('a.root.'), address: '1' }];
  const [qname = '', qtype = 'A'] = text.split(' ');
  let now = NOW + at * 1000;
  const question = { qname: name(qname), qtype: parseQType(qtype)! };
  const steps = resolve(question, { cache, rootHints, now: () => instant(now), config });
  const asked: string[] = [];
  let next = steps.next();
  while (!next.done) {
    const query: Query = next.value;
    const type = query.question.qtype === 'A' ? '' : ` ${query.question.qtype}`;
    asked.push(`${query.address}${query.tcp ? ' tcp' : ''}${query.rd ? ' rd' : ''} ${query.question.qname}${type}`);
    const response = script[query.address]?.(query) ?? 'timeout';
    now += response === 'timeout' ? 1500 : rtt(query);
    next = steps.next(response);
  }
  return { ...next.value, asked };
}

/** What was found in short: the code, then the data of all records. */
export const found = ({ rcode, answer }: Resolution): string =>
  [rcode, ...answer.flatMap(({ rdata }) => rdata.map(formatRdata))].join(' ');
