import { cpus, loadavg } from 'node:os';
import type { Done, Driven } from './drive.ts';
import { fitLine, floorsOf, percentile } from './figures.ts';
import type { Health } from './health.ts';

const MIB = 2 ** 20;
/** What is read and compiled for the first time counts as no growth. */
const WARM_UP = 0.25;
/** Seconds: within this much, garbage is collected. */
const STRETCH = 20;

/** Prints what came of a load. Latency and lag in milliseconds. */
export function tellLoad({ done, late }: Driven, health: readonly Health[], asked: number): void {
  console.log(
    `  ${'kind'.padEnd(12)}${'count'.padStart(8)}${'p50'.padStart(9)}${'p95'.padStart(9)}${'p99'.padStart(9)}${'worst'.padStart(9)}`,
  );
  const kinds = [...Map.groupBy(done, ({ kind }) => kind)].toSorted(([one], [other]) => one.localeCompare(other));
  for (const [kind, some] of [...kinds, ['all', done] as const]) console.log(lineOf(kind, some));
  tellTenths(done);
  const errors = done.flatMap(({ kind, error }) => (error === undefined ? [] : [`${kind}: ${error}`]));
  console.log(`  errors: ${errors.length}${errors.length > 0 ? `, such as ${errors[0]}` : ''}`);
  tellHealth(health);
  const sorted = late.toSorted((a, b) => a - b);
  console.log(
    `  the driver: ${asked.toFixed(0)} a second asked for, sent late by p50 ${percentile(sorted, 0.5).toFixed(1)}, p99 ${percentile(sorted, 0.99).toFixed(1)}, worst ${percentile(sorted, 1).toFixed(1)}`,
  );
  console.log(
    `  the machine: ${cpus().length} processors (${cpus()[0]?.model}), load of it all ${loadavg()[0]?.toFixed(2)}`,
  );
}

function lineOf(kind: string, done: readonly Done[]): string {
  const sorted = sortedMs(done);
  const cells = [0.5, 0.95, 0.99, 1].map((share) => percentile(sorted, share).toFixed(1).padStart(9));
  return `  ${kind.padEnd(12)}${String(done.length).padStart(8)}${cells.join('')}`;
}

/** What was seen in each of so many equal parts of the time, in order; those in which nothing was are left out. */
function inParts<Seen extends { readonly at: number }>(
  parts: number,
  all: readonly Seen[],
): readonly (readonly Seen[])[] {
  // Not by Math.max: they are too many to be arguments.
  const part = all.reduce((last, { at }) => Math.max(last, at), 0) / parts + 0.001;
  const grouped = [...Map.groupBy(all, ({ at }) => Math.floor(at / part))];
  return grouped.toSorted(([one], [other]) => one - other).map(([, some]) => some);
}

/** How it was as time went on: whether it gets worse. */
function tellTenths(done: readonly Done[]): void {
  const tenths = inParts(10, done);
  const p99 = tenths.map((some) => percentile(sortedMs(some), 0.99).toFixed(0));
  console.log(`  p99 of each tenth of the time: ${p99.join(', ')}`);
}

const sortedMs = (done: readonly Done[]): readonly number[] =>
  done.flatMap(({ ms }) => ms ?? []).toSorted((one, other) => one - other);

/** Resident memory as time went on: a growth that ends shows here as one that gets less. The first quarter is the warm-up. */
function tellResident(health: readonly Health[]): void {
  const least = (some: readonly Health[]): number => Math.min(...some.map(({ rss }) => rss)) / MIB;
  const tenths = inParts(10, health).map((some) => least(some).toFixed(0));
  console.log(`  least resident memory of each tenth of the time: ${tenths.join(', ')} MiB`);
  const quarters = inParts(1 / WARM_UP, health).map(least);
  const [, then, , now] = quarters;
  if (then === undefined || now === undefined) return;
  const more = ((now / then - 1) * 100).toFixed(1);
  console.log(`  least of the second quarter: ${then.toFixed(0)} MiB; of the last: ${now.toFixed(0)}, ${more} % more`);
}

function tellHealth(health: readonly Health[]): void {
  const [first, last] = [health[0], health.at(-1)];
  if (!first || !last) return;
  const warm = health.filter(({ at }) => at >= last.at * WARM_UP);
  for (const [name, of] of [
    ['resident memory', ({ rss }: Health) => rss],
    ['objects in the heap', ({ heap }: Health) => heap],
    ['held for the heap', ({ held }: Health) => held],
    ['held by objects outside of it', ({ external }: Health) => external],
    ['all else', ({ rss, held, external }: Health) => rss - held - external],
  ] as const) {
    const floors = floorsOf(
      warm.map((each) => [each.at, of(each) / MIB] as const),
      STRETCH,
    );
    const growth =
      floors.length < 3
        ? 'too short a time to tell of growth'
        : (({ slope, give }) => `${(slope * 60).toFixed(2)} ± ${(give * 60).toFixed(2)} MiB a minute after warm-up`)(
            fitLine(floors),
          );
    console.log(
      `  ${name}: ${(of(first) / MIB).toFixed(0)} MiB at first, ${(of(last) / MIB).toFixed(0)} at last; ${growth}`,
    );
  }
  tellResident(health);
  const lags = (share: 'p50' | 'p99' | 'worst') => warm.map(({ lag }) => lag[share]).toSorted((a, b) => a - b);
  console.log(
    `  event loop: lag p50 ${percentile(lags('p50'), 0.5).toFixed(1)}, p99 ${percentile(lags('p99'), 0.5).toFixed(1)} (medians of two seconds each), worst ${percentile(lags('worst'), 1).toFixed(1)}`,
  );
  const share = (of: (health: Health) => number) =>
    (((of(last) - of(first)) / 1e6 / (last.at - first.at)) * 100).toFixed(0);
  console.log(
    `  processor: ${share(({ cpu }) => cpu)}% of one; for ${share(({ waited }) => waited)}% of the time it waited for one that others had`,
  );
}
