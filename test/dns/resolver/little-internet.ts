import { type Instant, instant, SECOND } from '../../../src/base/time.ts';
import { name } from '../../../src/dns/name.ts';
import { formatRdata } from '../../../src/dns/rdata/text.ts';
import { type Cache, emptyCache } from '../../../src/dns/resolver/cache.ts';
import { type Internet, resolveIn } from '../../../src/dns/resolver/internet.ts';
import type { Resolution } from '../../../src/dns/resolver/resolution.ts';
import type { ResolverConfig } from '../../../src/dns/resolver/resolver-config.ts';
import { parseQType } from '../../../src/dns/rr-type.ts';
import { makeNameServer } from '../../../src/dns/zone/name-server.ts';
import type { Zone } from '../../../src/dns/zone/zone.ts';

export const ROOT_ADDRESS = '198.51.100.1';

/** An Internet of name servers, each at an address with its zones; one of them, at the root's address, is the root. */
export function internetOf(servers: Readonly<Record<string, readonly Zone[]>>): Internet {
  return {
    servers: new Map(Object.entries(servers).map(([address, zones]) => [address, makeNameServer(zones)])),
    rootHints: [{ name: name('a.root.'), address: ROOT_ADDRESS }],
  };
}

/** A resolver with a cache and a clock of its own, for tests that turn the clock and change the Internet under it. */
export class Client {
  cache: Cache = emptyCache;
  now: Instant = instant(1_000_000_000_000);
  readonly config: Partial<ResolverConfig>;

  constructor(config: Partial<ResolverConfig> = {}) {
    this.config = config;
  }

  wait(seconds: number): void {
    this.now = instant(this.now + seconds * SECOND);
  }

  ask(internet: Internet, text: string): Resolution {
    const [qname = '', qtype = 'A'] = text.split(' ');
    const question = { qname: name(qname), qtype: parseQType(qtype)! };
    const resolution = resolveIn(internet, question, { cache: this.cache, now: this.now, config: this.config });
    this.cache = resolution.cache;
    return resolution;
  }
}

/** What was found in short: the code, then each record's type, TTL and data. */
export function brief({ rcode, answer }: Resolution): string {
  const records = answer.flatMap(({ ttl, rdata }) => rdata.map((one) => `${one.type} ${ttl} ${formatRdata(one)}`));
  return [rcode, ...records].join(' | ');
}

/** The addresses that were asked, in order; those that did not reply in parentheses. */
export const askedAddresses = ({ steps }: Resolution): string[] =>
  steps.flatMap((step) => {
    if (step.kind === 'timeout') return [`(${step.query.address})`];
    return step.kind === 'asked' ? [step.query.address] : [];
  });
