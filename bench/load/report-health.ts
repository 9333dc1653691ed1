/**
 * Loaded before a bot: when asked, tells whoever started it how it is, and ends with them. Lag of the event loop is in
 * milliseconds, of the time since it was asked last; memory in bytes; processor time in microseconds. `waited` is for how
 * long, in microseconds, its main thread could have gone on and had no processor. Source: Linux, sched-stats.rst, schedstat of a process.
 */
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const EVERY_MS = 10;
const lag = monitorEventLoopDelay({ resolution: EVERY_MS });
lag.enable();
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const { rss, heapTotal, heapUsed, external } = process.memoryUsage();
  const over = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - EVERY_MS);
  const lags = { p50: over(lag.percentile(50)), p99: over(lag.percentile(99)), worst: over(lag.max) };
  lag.reset();
  const [, delay = 0] = readFileSync('/proc/self/schedstat', 'utf8').split(' ').map(Number);
  process.send?.({
    cpu: user + system,
    waited: delay / 1000,
    rss,
    heap: heapUsed,
    held: heapTotal,
    external,
    lag: lags,
  });
});
process.on('disconnect', () => process.exit());
