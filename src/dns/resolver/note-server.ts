import { later, SECOND } from '../../base/time.ts';
import type { Job } from './job.ts';
import type { Query } from './resolution.ts';
import { lameId, noteOf } from './server-note.ts';

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
  const old = noteOf(job.draft.cache.servers, address, now);
  const timeouts = rtt === undefined ? (old?.timeouts ?? 0) + 1 : 0;
  job.draft.putServer(address, { until, timeouts, rtt: smoothed(old?.rtt, rtt), lame: false }, now);
  if (lame || noteOf(job.draft.cache.servers, lameId(address, zone), now)) {
    job.draft.putServer(lameId(address, zone), { until, timeouts: 0, rtt: 0, lame }, now);
  }
}

/** As TCP smooths it. RFC 6298 §2.3. */
function smoothed(old: number | undefined, rtt: number | undefined): number {
  if (rtt === undefined) return old ?? 0;
  return old === undefined ? rtt : old + (rtt - old) / 8;
}
