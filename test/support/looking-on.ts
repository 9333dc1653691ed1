import type { Observe } from '../../src/base/observe.ts';
import { makeMeters } from '../../src/metrics/meters.ts';
import { observing } from '../../src/metrics/watch.ts';

/** The real watch, with a clock of the test's; its lines and numbers are what can be looked at. */
export function lookingOn(commands: readonly string[] = ['quiz', 'dig', 'respond']) {
  let at = 5000;
  const meters = makeMeters();
  const lines: { readonly line: string; readonly level: string | undefined; readonly fields: unknown }[] = [];
  const observe: Observe = observing({
    ...{ meters, commands: new Set(commands), clock: () => at },
    log: (line, level, fields) => lines.push({ line, level, fields }),
  });
  return {
    ...{ observe, lines },
    wait: (ms: number) => {
      at += ms;
    },
    /** The samples of one metric that are not those of buckets, in Prometheus' own words. */
    async samples(name: string): Promise<readonly string[]> {
      const text = await meters.all.getSingleMetricAsString(name);
      return text.split('\n').filter((line) => line !== '' && !line.startsWith('#') && !line.includes('_bucket{'));
    },
  };
}
