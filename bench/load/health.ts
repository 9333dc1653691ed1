import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** How a bot was at a moment, as `report-health.ts` tells it. */
export interface Health {
  /** Seconds since watching began. */
  readonly at: number;
  /** Microseconds. */
  readonly cpu: number;
  /** For how long it was kept from going on since others had the processors; microseconds. */
  readonly waited: number;
  /** Bytes: of it all, of the objects in the heap, of what is held for the heap, and of what objects hold outside of it. */
  readonly rss: number;
  readonly heap: number;
  readonly held: number;
  readonly external: number;
  /** Milliseconds. */
  readonly lag: { readonly p50: number; readonly p99: number; readonly worst: number };
}

const EVERY_MS = 2000;

/** Asks a bot how it is every two seconds, until it is told to stop; gives what it said. */
export function watch(child: ChildProcess): () => Promise<readonly Health[]> {
  const seen: Health[] = [];
  const stop = new AbortController();
  const began = performance.now();
  const watching = (async () => {
    while (!stop.signal.aborted) {
      child.send('how are you');
      const [said] = await once(child, 'message');
      seen.push({ at: (performance.now() - began) / 1000, ...said });
      await pause(EVERY_MS, undefined, { signal: stop.signal }).catch(() => {});
    }
  })();
  return async () => {
    stop.abort();
    await watching;
    return seen;
  };
}
