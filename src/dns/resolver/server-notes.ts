import { type Instant, later, SECOND } from '../../base/time.ts';
import type { Name } from '../name.ts';
import type { Cache } from './cache.ts';
import type { Job } from './job.ts';
import type { Query } from './resolution.ts';

/** What a resolver remembers of an address, or of an address as a server of one zone, and until when. */
export interface ServerNote {
  readonly until: Instant;
  /** How often in a row it kept silent. */
  readonly timeouts: number;
  /** Milliseconds it took to reply, smoothed over its replies. */
  readonly rtt: number;
  /** Whether it does not serve the zone it was asked about. */
  readonly lame: boolean;
}

/** What one query has shown of its server; `rtt` in milliseconds, absent when it kept silent. */
export interface Shown {
  readonly rtt?: number;
  readonly lame?: boolean;
}

/** Remembers what a query has shown, for as long as the resolver is told to, if at all. */
export function noteServer(job: Job, { address, zone }: Query, { rtt, lame = false }: Shown): void {
  const { serverTtl } = job.config;
  if (serverTtl === 0) return;
  const now = job.now();
  const until = later(now, serverTtl * SECOND);
  const old = noteOf(job.draft.cache, address, now);
  const timeouts = rtt === undefined ? (old?.timeouts ?? 0) + 1 : 0;
  job.draft.putServer(address, { until, timeouts, rtt: smoothed(old?.rtt, rtt), lame: false }, now);
  if (lame || noteOf(job.draft.cache, lameId(address, zone), now)) {
    job.draft.putServer(lameId(address, zone), { until, timeouts: 0, rtt: 0, lame }, now);
  }
}

/** How far back an address stands among a zone's: 0 for one that may be asked first, 3 for one that is lame. */
export function setbackOf({ servers }: Cache, address: string, zone: Name, now: Instant): number {
  if (!servers || servers.size === 0) return 0;
  const lame = servers.get(lameId(address, zone));
  if (lame && lame.until > now && lame.lame) return 3;
  const note = servers.get(address);
  if (!note || note.until <= now) return 0;
  return note.timeouts > 0 ? 2 : note.rtt > SLOW ? 1 : 0;
}

/** Milliseconds above which a server is asked only after quicker ones. */
const SLOW = 400;

const lameId = (address: string, zone: Name): string => `${address} ${zone}`;

function noteOf({ servers }: Cache, id: string, now: Instant): ServerNote | undefined {
  const note = servers?.get(id);
  return note && note.until > now ? note : undefined;
}

/** As TCP smooths it. RFC 6298 §2.3. */
function smoothed(old: number | undefined, rtt: number | undefined): number {
  if (rtt === undefined) return old ?? 0;
  return old === undefined ? rtt : old + (rtt - old) / 8;
}
