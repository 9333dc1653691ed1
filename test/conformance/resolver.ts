import { instant } from '../../src/base/time.ts';
import { type Question, RCODES, type Response } from '../../src/dns/message.ts';
import { name, parseName } from '../../src/dns/name.ts';
import { parseRdata } from '../../src/dns/rdata/text.ts';
import type { RRset } from '../../src/dns/record.ts';
import { type Cache, emptyCache } from '../../src/dns/resolver/cache.ts';
import type { Query } from '../../src/dns/resolver/resolution.ts';
import { resolve } from '../../src/dns/resolver/resolve.ts';
import type { ResolverConfig } from '../../src/dns/resolver/resolver-config.ts';
import { parseQType, parseType } from '../../src/dns/rr-type.ts';
import { makeZone, rrsetsOf } from '../../src/dns/zone/zone.ts';
import { recordLines } from './answer.ts';

interface ForeignRecord {
  readonly name: string;
  readonly ttl: number;
  readonly type: string;
  readonly rdata: string;
}
interface ForeignMessage {
  readonly rcode: string;
  readonly aa?: boolean;
  readonly tc?: boolean;
  readonly ra?: boolean;
  readonly question: readonly { readonly name: string; readonly type: string }[];
  readonly answer: readonly ForeignRecord[];
  readonly authority: readonly ForeignRecord[];
  readonly additional: readonly ForeignRecord[];
}
interface ForeignQuery {
  readonly id: number;
  readonly rd: boolean;
  readonly do: boolean;
  readonly question: readonly { readonly name: string; readonly type: string }[];
}
interface Options {
  readonly rootHints: readonly { readonly name: string; readonly address: string }[];
  readonly send: (
    address: string,
    query: ForeignQuery,
    how: { readonly timeout: number; readonly tcp: boolean },
  ) => Promise<ForeignMessage | null>;
  readonly now: () => number;
  readonly config: { readonly [Setting in keyof ResolverConfig]?: ResolverConfig[Setting] | undefined };
}

/** Types that no record can have. RFC 6895 §3.1. */
const META = ['OPT', 'TSIG', 'TKEY', 'MAILA', 'MAILB'];
/** What a resolver does that serves a real network. */
const LIVE = { serverTtl: 900 };

/** Our resolver over somebody else's network and clock; its cache lives as long as it does. */
export function createResolver({ rootHints, send, now, config }: Options) {
  let cache: Cache = emptyCache;
  let id = 0;
  const hints = rootHints.map((hint) => ({ name: name(hint.name), address: hint.address }));
  const wanted = Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));

  async function ask({ address, question, tcp, rd }: Query): Promise<Response | 'timeout'> {
    id += 1;
    const asked = [{ name: question.qname, type: question.qtype }];
    const message = await send(address, { id, rd, do: false, question: asked }, { timeout: 1500, tcp });
    return message === null ? 'timeout' : (responseOf(message) ?? 'timeout');
  }

  return {
    async resolve(qname: string, qtype: string, { rd = true }: { readonly rd?: boolean } = {}) {
      // As Unbound: nothing for who does not want recursion, and no transfers.
      if (!rd || ['AXFR', 'IXFR'].includes(qtype)) return { rcode: 'REFUSED', answer: [], authority: [] };
      if (META.includes(qtype)) return { rcode: 'FORMERR', answer: [], authority: [] };
      const question: Question = { qname: name(qname), qtype: parseQType(qtype) ?? 'ANY' };
      const steps = resolve(question, {
        cache,
        rootHints: hints,
        now: () => instant(now()),
        config: { ...LIVE, ...wanted },
      });
      let next = steps.next();
      while (!next.done) next = steps.next(await ask(next.value));
      const { rcode, answer, authority } = next.value;
      cache = next.value.cache;
      return { rcode, answer: answer.flatMap(recordLines), authority: authority.flatMap(recordLines) };
    },
  };
}

/** A message in our types; nothing when it answers no question. */
function responseOf(message: ForeignMessage): Response | undefined {
  const [asked] = message.question;
  const qname = asked && parseName(asked.name);
  const qtype = asked && parseQType(asked.type);
  const rcode = RCODES.find((code) => code === message.rcode) ?? 'SERVFAIL'; // any other is of as little use
  if (!qname?.ok || !qtype) return undefined;
  const { aa = false, tc = false, ra = false, answer, authority, additional } = message;
  return {
    question: { qname: qname.value, qtype },
    rcode,
    aa,
    tc,
    ra,
    answer: setsFrom(answer),
    authority: setsFrom(authority),
    additional: setsFrom(additional),
  };
}

/** The sets of those records whose types we know. */
function setsFrom(records: readonly ForeignRecord[]): RRset[] {
  const single = records.flatMap(({ name: owner, ttl, type, rdata }): RRset[] => {
    const known = parseType(type);
    const data = known && parseRdata(known, rdata);
    return data?.ok ? [{ owner: name(owner), ttl, rdata: [data.value] }] : [];
  });
  return rrsetsOf(makeZone(name('.'), single));
}
