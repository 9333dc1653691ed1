import { type Instant, instant, SECOND } from '../../../src/base/time.ts';
import { dsOf } from '../../../src/dns/dnssec/keys.ts';
import { emptyResponse, type Question, type Response } from '../../../src/dns/message.ts';
import { isAtOrBelow, labelsOf, type Name, name, parentOf, ROOT } from '../../../src/dns/name.ts';
import type { RdataOf } from '../../../src/dns/record.ts';
import { type Cache, emptyCache } from '../../../src/dns/resolver/cache.ts';
import type { Resolution } from '../../../src/dns/resolver/resolution.ts';
import { resolve } from '../../../src/dns/resolver/resolve.ts';
import type { ResolverConfig, TrustAnchor } from '../../../src/dns/resolver/resolver-config.ts';
import { parseQType } from '../../../src/dns/rr-type.ts';
import { makeNameServer, respond } from '../../../src/dns/zone/name-server.ts';
import { withRRset, type Zone } from '../../../src/dns/zone/zone.ts';
import { zone } from '../../support/zone.ts';
import { respondSigned, type SignedZone, signZone } from './signing-server.ts';

export const START: Instant = instant(1_800_000_000_000);
const DAY = 86_400;
const NOW = START / SECOND;

/** A zone by its records and the addresses of its servers; signed and named by a DS at its parent unless it says otherwise. */
export interface ZonePlan {
  readonly at: readonly string[];
  readonly records: readonly string[];
  readonly unsigned?: boolean;
  /** In place of the DS that names its key-signing key. */
  readonly ds?: readonly RdataOf<'DS'>[];
  /** Seconds from now. */
  readonly inception?: number;
  readonly expiration?: number;
  readonly seed?: string;
}
export type Plans = Readonly<Record<string, ZonePlan>>;

/** Changes what a server says. Gets its address too. */
export type Tamper = (response: Response, address: string) => Response;

export interface SignedInternet {
  readonly trustAnchors: readonly TrustAnchor[];
  ask(address: string, question: Question): Response | 'timeout';
}

const isSigned = (one: SignedZone | Zone): one is SignedZone => 'keys' in one;

/** The name servers of these zones; each answers from the nearest of its own. */
export function signedInternet(plans: Plans, tamper: Tamper = (response) => response): SignedInternet {
  const zones = new Map<Name, SignedZone | Zone>();
  const origins = Object.keys(plans)
    .map(name)
    .sort((a, b) => labelsOf(b).length - labelsOf(a).length);
  const dsSets: { owner: Name; rdata: readonly RdataOf<'DS'>[] }[] = [];
  for (const origin of origins) {
    const { records, unsigned, seed, inception = -DAY, expiration = 30 * DAY, ds } = plans[origin]!;
    let bare = zone(origin, ...records);
    for (const { owner, rdata } of dsSets) {
      const parent = parentZone(origins, owner);
      if (parent === origin && rdata.length > 0) bare = withRRset(bare, { owner, ttl: 3600, rdata });
    }
    const period = { inception: NOW + inception, expiration: NOW + expiration };
    const made = unsigned ? bare : signZone(bare, period, seed);
    zones.set(origin, made);
    const own = isSigned(made) ? [dsOf(origin, made.keys.ksk.dnskey)!] : [];
    dsSets.push({ owner: origin, rdata: ds ?? own });
  }
  const root = zones.get(ROOT);
  const trustAnchors = root && isSigned(root) ? [{ owner: ROOT, ds: [dsOf(ROOT, root.keys.ksk.dnskey)!] }] : [];
  return {
    trustAnchors,
    ask(address, question) {
      const own = origins.filter((origin) => plans[origin]!.at.includes(address));
      if (own.length === 0) return 'timeout';
      const nearest = own.find((origin) => holds(origin, question, own));
      const served = nearest && zones.get(nearest);
      if (!served) return emptyResponse(question, 'REFUSED');
      const said = isSigned(served) ? respondSigned(served, question) : respond(makeNameServer([served]), question);
      return tamper(said, address);
    },
  };
}

const parentZone = (origins: readonly Name[], owner: Name): Name | undefined =>
  origins.find((origin) => origin !== owner && isAtOrBelow(owner, origin));

function holds(origin: Name, { qname, qtype }: Question, own: readonly Name[]): boolean {
  if (!isAtOrBelow(qname, origin)) return false;
  const above = parentOf(qname);
  return !(qtype === 'DS' && qname === origin && above && own.some((other) => isAtOrBelow(above, other)));
}

/** A resolver that validates, with a cache and a clock of its own. */
export class Validator {
  cache: Cache = emptyCache;
  now: Instant = START;
  internet: SignedInternet;
  readonly config: Partial<ResolverConfig>;

  constructor(internet: SignedInternet, config: Partial<ResolverConfig> = {}) {
    this.internet = internet;
    this.config = { validate: { trustAnchors: internet.trustAnchors }, ...config };
  }

  wait(seconds: number): void {
    this.now = instant(this.now + seconds * SECOND);
  }

  ask(text: string, checkingDisabled = false): Resolution {
    const [qname = '', qtype = 'A'] = text.split(' ');
    const rootHints = [{ name: name('a.root.'), address: '198.51.100.1' }];
    const { config, cache, now } = this;
    const question = { qname: name(qname), qtype: parseQType(qtype)! };
    const steps = resolve(question, { cache, config, rootHints, now: () => now, checkingDisabled });
    let next = steps.next();
    while (!next.done) next = steps.next(this.internet.ask(next.value.address, next.value.question));
    this.cache = next.value.cache;
    return next.value;
  }
}
